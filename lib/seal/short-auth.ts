// Is anybody between two people who have never met? They compare four words, which are a short authentication string made by
// a committed exchange (as in ZRTP, RFC 6189 §4.4.1.1): the lower seat commits to a nonce, the higher one answers with its
// own, the lower one reveals. Whoever sits in the middle with keys of their own has to settle both nonces towards each end
// before they can know what either end will see, so they have one guess in 2^44. What is said here needs no secrecy.
//
// How the sound is bound in: each end names the fingerprint of the one certificate that its page uses for every connection of
// this room, and both stand in the hash beside both public keys; whoever takes descriptions (app/client/media/comparing.ts)
// refuses one with another fingerprint. So a path that is mended or begun anew changes no word, and a path of somebody else's
// never comes about.
import type { SeatId } from '../protocol/room.ts'
import { type Bytes, fromBase64url, toBase64url } from './base64url.ts'
import { fields, VERSION } from './fields.ts'
import { SealError } from './seal-error.ts'

/** What one end brings to an exchange, besides its keys. */
export interface Side {
  /** 32 random bytes as base64url, never used in another exchange. */
  nonce: string
  /** Of the certificate that it uses for sound and picture, such as `sha-256 0A:FF:…`. */
  print: string
}

export type Step =
  /** `language`: in which the words are to be read, so that one choice holds for both. */
  { step: 'commit'; commitment: string; language: string } | ({ step: 'answer' } & Side) | ({ step: 'reveal' } & Side)

/** One exchange under one pair of keys. Never changed in place. */
export interface Exchange {
  readonly room: string
  /** Both public strings, the lower seat's first. */
  readonly keys: readonly [string, string]
  /** We are the lower seat: we commit and reveal, and the other answers. */
  readonly leads: boolean
  readonly own: Side
  readonly theirs: Side | null
  readonly commitment: string | null
  readonly language: string | null
  /** `differs` is the last word of an exchange: nothing that comes later makes it good. */
  readonly at: 'waiting' | 'words' | 'differs'
  /** With `words`, which of 2,048 words, four times; else empty. */
  readonly numbers: readonly number[]
}

export interface Beginning {
  room: string
  mine: SeatId
  theirs: SeatId
  ownKey: string
  theirKey: string
  own: Side
  /** Counts where we are the lower seat. */
  language: string
}

export interface Taken {
  exchange: Exchange
  /** What is to be sent now. */
  send: Step | null
}

const NONCE = 32
const PRINT = /^sha-256 [0-9A-F]{2}(:[0-9A-F]{2}){31}$/
const LANGUAGE = /^[a-z]{2,3}$/

export function createNonce(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(NONCE)))
}

/** Begins, with a nonce of its own for each pair of keys. Rejects with `same-seat`, or `bad-key` for our own sent back. */
export async function beginExchange(ask: Beginning): Promise<Exchange> {
  const { room, mine, theirs, ownKey, theirKey, own } = ask
  if (mine === theirs) throw new SealError('same-seat')
  if (ownKey === theirKey) throw new SealError('bad-key')
  const leads = mine < theirs
  const keys = leads ? ([ownKey, theirKey] as const) : ([theirKey, ownKey] as const)
  const language = leads ? ask.language : null
  const commitment = language === null ? null : await commitmentTo({ room, keys, language, side: own })
  return { room, keys, leads, own, theirs: null, commitment, language, at: 'waiting', numbers: [] }
}

/** What is to be said, and said again for as long as nothing comes of it: steps may be lost on the way. */
export function due({ at, leads, own, commitment, language }: Exchange): Step | null {
  if (at !== 'waiting' || commitment === null || language === null) return null
  return leads ? { step: 'commit', commitment, language } : { step: 'answer', ...own }
}

/**
 * What becomes of the exchange by a step of the other. A step that came before is answered as before; one out of its turn, or
 * of the wrong role, is refused and changes nothing; one that takes back what was said before makes it `differs`.
 */
export async function take(exchange: Exchange, step: Step): Promise<Taken> {
  if (exchange.at === 'differs') return refused(exchange)
  if (exchange.leads) return step.step === 'answer' ? takeAnswer(exchange, sideOf(step)) : refused(exchange)
  if (step.step === 'commit') return takeCommit(exchange, step)
  return step.step === 'reveal' ? takeReveal(exchange, sideOf(step)) : refused(exchange)
}

async function takeAnswer(exchange: Exchange, theirs: Side): Promise<Taken> {
  const send: Step = { step: 'reveal', ...exchange.own }
  if (!exchange.theirs) return { exchange: await withWords({ ...exchange, theirs }), send }
  // A second nonce after ours was revealed could be chosen for the words that it makes.
  return isSame(exchange.theirs, theirs) ? { exchange, send } : differs(exchange)
}

function takeCommit(exchange: Exchange, { commitment, language }: Extract<Step, { step: 'commit' }>): Taken {
  const isFirst = exchange.commitment === null
  const isAgain = exchange.commitment === commitment && exchange.language === language
  // Another commitment after our nonce was given could be to one that was chosen for it.
  if (!isFirst && !isAgain) return differs(exchange)
  const next = { ...exchange, commitment, language }
  return { exchange: next, send: due(next) }
}

async function takeReveal(exchange: Exchange, theirs: Side): Promise<Taken> {
  const { room, keys, language, commitment } = exchange
  if (commitment === null || language === null) return refused(exchange)
  const isKept = (await commitmentTo({ room, keys, language, side: theirs })) === commitment
  if (!isKept) return differs(exchange)
  return exchange.at === 'words'
    ? refused(exchange)
    : { exchange: await withWords({ ...exchange, theirs }), send: null }
}

const refused = (exchange: Exchange): Taken => ({ exchange, send: null })
const differs = (exchange: Exchange): Taken => refused({ ...exchange, at: 'differs', numbers: [] })
const sideOf = ({ nonce, print }: Side): Side => ({ nonce, print })
const isSame = (one: Side, other: Side) => one.nonce === other.nonce && one.print === other.print

interface Committed extends Pick<Exchange, 'room' | 'keys'> {
  language: string
  side: Side
}

async function commitmentTo({ room, keys, language, side }: Committed): Promise<string> {
  return toBase64url(await sha256(fields(VERSION, 'commitment', room, language, ...keys, side.print, side.nonce)))
}

async function withWords(exchange: Exchange): Promise<Exchange> {
  const { room, keys, leads, own, theirs, language } = exchange
  if (!theirs || language === null) return exchange
  const [lower, higher] = leads ? [own, theirs] : [theirs, own]
  const all = [room, language, ...keys, lower.print, higher.print, lower.nonce, higher.nonce]
  const digest = await sha256(fields(VERSION, 'same words', ...all))
  const first44 = new DataView(digest.buffer).getBigUint64(0) >> 20n
  const numbers = [33n, 22n, 11n, 0n].map(shift => Number((first44 >> shift) & 2047n))
  return { ...exchange, at: 'words', numbers }
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

/** A step as it came from the other, who may run a program of their own; null for what reads like none. */
export function readStep(said: unknown): Step | null {
  if (typeof said !== 'object' || said === null) return null
  const { step, commitment, language, nonce, print } = said as Record<string, unknown>
  if (step === 'commit') {
    const isOne = is32(commitment) && typeof language === 'string' && LANGUAGE.test(language)
    return isOne ? { step, commitment, language } : null
  }
  if (step !== 'answer' && step !== 'reveal') return null
  return is32(nonce) && typeof print === 'string' && PRINT.test(print) ? { step, nonce, print } : null
}

/** One spelling of each, as everywhere: a second one would count as another nonce. */
function is32(text: unknown): text is string {
  return typeof text === 'string' && fromBase64url(text)?.length === NONCE
}
