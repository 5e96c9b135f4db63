// How does a text go from one browser to one other so that the server between them reads nothing and can't move,
// repeat or change it? A session is one pair of keys; its byte layout is in SEAL.md.
import type { SeatId } from '../protocol/room.ts'
import { agree, type SessionAsk } from './agreement.ts'
import { type Bytes, fromBase64url, toBase64url } from './base64url.ts'
import { fields, u64, VERSION } from './fields.ts'
import { commitmentOf, FRANKING_BYTES, newFrankingKey } from './franking.ts'
import type { OwnKeys } from './own-keys.ts'
import { BLOCK, pad, unpad } from './padding.ts'
import { SealError } from './seal-error.ts'

/** UTF-8 bytes of the longest text that can be sealed; its sealed form has 5,494 characters. */
export const MAX_TEXT_BYTES = 4000
/** The same of `media`: a description of sound and picture is longer than anything that a person says at once. */
const MAX_MEDIA_BYTES = 20_000

/**
 * `words`: an utterance. `draft`: one still being written. `replay`: an answer to `again`. `media`: a piece of what two
 * browsers settle before they hear each other. `line`: the closing sentence, which comes again in every later view.
 */
export type SealedKind = 'words' | 'draft' | 'line' | 'replay' | 'media'

/** What a text is and where it belongs. The receiver says what it expects, and a text sealed as anything else won't open. */
export interface Label {
  kind: SealedKind
  phase: number
  id: number
}

export interface Session {
  /**
   * 22 characters of base64url, the same at both ends when they agree on every key, secret and seat, and different
   * when somebody swapped one. Comparing it through the server proves nothing to somebody who distrusts the server.
   */
  check: string
  /**
   * Seals a text for the other. Seal again for every sending: what was sealed before something newer won't open.
   * Results come in the order of the calls. Rejects with `too-long` or `bad-number`.
   */
  seal(what: Label & { text: string }): Promise<string>
  /**
   * Opens what the other sealed under this very label. Rejects with `malformed`, `not-authentic` or `replayed`.
   * Every kind opens once and never after a newer one (gaps are no fault), except a `line`, which opens every time. What
   * is `media` counts among its like: words that still wait for a view are not shut out by it.
   */
  open(sealed: string, label: Label): Promise<string>
  /** Seals a text with the key of a commitment to it. `key` is new for every sealing, but in a test. */
  sealFranked(what: Label & { text: string }, key?: Bytes): Promise<{ sealed: string; commitment: string }>
  /**
   * Opens what was sealed with this commitment beside it; `key`, as base64url, is what the commitment is checked by. Rejects
   * with `not-committed` besides: such a text could never be shown to be theirs, so it must not be shown at all.
   */
  openFranked(sealed: string, label: Label, commitment: string): Promise<{ text: string; key: string }>
}

const COUNTER = 8
const TAG = 16
const mostOf = (kind: SealedKind) => (kind === 'media' ? MAX_MEDIA_BYTES : MAX_TEXT_BYTES)
const sealedMost = (kind: SealedKind) => COUNTER + (Math.floor(mostOf(kind) / BLOCK) + 1) * BLOCK + TAG

/**
 * The sessions opened with each pair of own keys, for as long as the keys live. A second session of the same arguments
 * would count from the start again under the same key, and AES-GCM breaks when a counter is used twice.
 */
const sessions = new WeakMap<OwnKeys, Map<string, Promise<Session>>>()

/**
 * Opens the session of two seats. With the same arguments (and the same `own`) it answers with the same session; make
 * another whenever the other's key changes. Rejects with `bad-key`, `weak-key`, `bad-secret`, `same-seat` or `no-crypto`.
 */
export function openSession(ask: SessionAsk): Promise<Session> {
  const { room, own, mine, theirs, theirKey, secret, bound } = ask
  const name = JSON.stringify([room, mine, theirs, theirKey, secret, bound ?? ''])
  const ofOwn = sessions.get(own) ?? new Map<string, Promise<Session>>()
  sessions.set(own, ofOwn)
  const opened = ofOwn.get(name) ?? createSession(ask)
  ofOwn.set(name, opened)
  return opened
}

async function createSession(ask: SessionAsk): Promise<Session> {
  const { room, mine, theirs } = ask
  const { sending, receiving, check } = await agree(ask)
  const sealingInTurn = inTurn()
  const openingInTurn = inTurn()
  let sealed = 0
  const newest = { media: 0, words: 0 }

  // The counter is in the header besides being the IV: whoever reads the layout need not know how GCM treats an IV.
  const header = (from: SeatId, to: SeatId, { kind, phase, id }: Label, counter: number, commitment?: string) => {
    const where = [room, from, to, kind, phase, id, counter] as const
    return commitment === undefined
      ? fields(VERSION, 'text', ...where)
      : fields(VERSION, 'franked', ...where, commitment)
  }

  async function hide(label: Label, inside: Bytes, commitment?: string): Promise<string> {
    const additionalData = header(mine, theirs, label, sealed + 1, commitment)
    sealed += 1
    const gcm = { name: 'AES-GCM', iv: ivOf(sealed), additionalData }
    const hidden = await crypto.subtle.encrypt(gcm, sending, pad(inside))
    return toBase64url(new Uint8Array([...u64(sealed), ...new Uint8Array(hidden)]))
  }

  async function show(text: string, label: Label, commitment?: string): Promise<Bytes> {
    const { counter, hidden } = readSealed(text, sealedMost(label.kind))
    const once = label.kind !== 'line'
    const among = label.kind === 'media' ? 'media' : 'words'
    if (once && counter <= newest[among]) throw new SealError('replayed')
    const additionalData = header(theirs, mine, label, counter, commitment)
    const gcm = { name: 'AES-GCM', iv: ivOf(counter), additionalData }
    const padded = await crypto.subtle.decrypt(gcm, receiving, hidden).catch(() => {
      throw new SealError('not-authentic')
    })
    // Only now: an invented counter must not be able to shut out the texts that are still to come.
    if (once) newest[among] = counter
    const inside = unpad(new Uint8Array(padded))
    if (!inside) throw new SealError('malformed')
    return inside
  }

  return {
    check,
    seal: what => sealingInTurn(async () => hide(what, writeText(what))),
    open: (text, label) => openingInTurn(async () => readText(await show(text, label))),
    sealFranked: (what, key = newFrankingKey()) =>
      sealingInTurn(async () => {
        const text = writeText(what)
        const commitment = await commitmentOf({ room, from: mine, ...what }, key)
        return { sealed: await hide(what, new Uint8Array([...key, ...text]), commitment), commitment }
      }),
    openFranked: (sealedText, label, commitment) =>
      openingInTurn(async () => {
        const inside = await show(sealedText, label, commitment)
        const key = inside.slice(0, FRANKING_BYTES)
        if (key.length < FRANKING_BYTES) throw new SealError('malformed')
        const text = readText(inside.slice(FRANKING_BYTES))
        const committed = await commitmentOf({ room, from: theirs, ...label, text }, key)
        if (committed !== commitment) throw new SealError('not-committed')
        return { text, key: toBase64url(key) }
      }),
  }
}

function readSealed(text: string, most: number) {
  const bytes = text.length <= Math.ceil((most * 4) / 3) ? fromBase64url(text) : null
  const hiddenLength = (bytes?.length ?? 0) - COUNTER - TAG
  if (!bytes || hiddenLength < BLOCK || hiddenLength % BLOCK !== 0) throw new SealError('malformed')
  const counter = Number(new DataView(bytes.buffer).getBigUint64(0))
  if (counter === 0 || !Number.isSafeInteger(counter)) throw new SealError('malformed')
  return { counter, hidden: bytes.slice(COUNTER) }
}

function writeText({ kind, text }: Label & { text: string }): Bytes {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > mostOf(kind)) throw new SealError('too-long')
  return bytes
}

function readText(bytes: Bytes): string {
  try {
    // Without ignoreBOM a text that begins with U+FEFF would come out without it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new SealError('malformed')
  }
}

/** 32 zero bits and the counter: unique under a key, because a counter only ever rises and a key is never used again. */
function ivOf(counter: number) {
  return new Uint8Array([0, 0, 0, 0, ...u64(counter)])
}

/** Runs what it is given one after the other: WebCrypto may finish a short text before an earlier long one. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }
}
