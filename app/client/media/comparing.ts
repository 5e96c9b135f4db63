// Which words does this page show, by which two strangers find out that nobody is between them? Those of an exchange under the
// present keys of both: a page that is loaded again has new keys, and with them a new exchange. Loaded only in a room of
// strangers who speak (page/late-voice.ts).
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import {
  beginExchange,
  createNonce,
  due,
  type Exchange,
  readStep,
  type Step,
  take,
} from '../../../lib/seal/short-auth.ts'
import { waitedIn } from '../device/waited-in.ts'
import { type Keyring, keyedOthers } from '../writing/sealing.ts'
import { createCertificate, printIn } from './certificate.ts'
import { type ListLanguage, listLanguage, wordsOf } from './compared-words.ts'
import type { Compared } from './voice.ts'

export interface ComparingPorts {
  link: Pick<Keyring, 'room' | 'view' | 'keys'>
  /** Seals a step for the other and sends it; it may be lost. */
  send(to: SeatId, step: Step): void
  changed(): void
  /** In which the two waited; of both ends' the lower seat's counts. */
  language?: string
  certify?: typeof createCertificate
}

/** One exchange: with one page of the other, for as long as this page lives. */
interface Round {
  to: SeatId
  exchange: Exchange | null
  doing: Promise<unknown>
  /** The fingerprint that the other's descriptions name. */
  named: string | null
  isSwapped: boolean
  words: { said: readonly string[]; language: ListLanguage } | null
  quietSince: Ms | null
}

const AGAIN_MS = 2000
/** Every exchange is one more guess for whoever would be in the middle. Nobody loads a page so often in one sitting. */
const ROUNDS_MOST = 64

export function createComparing({ link, send, changed, ...ports }: ComparingPorts) {
  const language = ports.language ?? waitedIn(link.room)
  const own = (ports.certify ?? createCertificate)()
  // Whoever waits for it is told; until then a page without certificates breaks nothing.
  own.catch(() => {})
  /** By the keys of both, also of a page that gave up its seat for a while: a nonce is never made for the same keys twice. */
  const rounds = new Map<string, Round>()
  let isOver = false

  /** The exchange under the keys of now; null while one of them is not known. */
  function present(): Round | null {
    const view = link.view()
    const ownKey = link.keys()?.public
    const [to] = view ? keyedOthers(view) : []
    const theirKey = to && view?.seats[to]?.key
    if (isOver || !view || !ownKey || !to || !theirKey) return null
    const name = JSON.stringify([view.you, ownKey, to, theirKey])
    const known = rounds.get(name)
    if (known) return known
    const isTooMany = rounds.size >= ROUNDS_MOST
    const round: Round = {
      to,
      exchange: null,
      doing: Promise.resolve(),
      named: null,
      words: null,
      quietSince: null,
      isSwapped: isTooMany,
    }
    if (isTooMany) return round
    rounds.set(name, round)
    inTurn(round, async () => {
      const { print } = await own
      const side = { nonce: createNonce(), print }
      const ask = { room: link.room, mine: view.you, theirs: to, ownKey, theirKey, own: side, language }
      const exchange = await beginExchange(ask)
      await became(round, exchange, due(exchange))
    })
    return round
  }

  function inTurn(round: Round, work: () => Promise<unknown>): void {
    round.doing = round.doing.then(() => (isOver ? undefined : work())).catch(() => {})
  }

  async function became(round: Round, exchange: Exchange, step: Step | null): Promise<void> {
    round.exchange = exchange
    round.quietSince = null
    if (step && round === present()) send(round.to, step)
    compare(round)
    await spell(round)
    changed()
  }

  /** What the other says of its certificate, beside what its descriptions have named. */
  function compare(round: Round): void {
    const told = round.exchange?.theirs?.print
    if (told && round.named && told !== round.named) round.isSwapped = true
  }

  async function spell(round: Round): Promise<void> {
    const { exchange } = round
    if (exchange?.at !== 'words' || round.words) return
    const list = listLanguage(exchange.language)
    // A list that could not be loaded is asked for again.
    const said = await wordsOf(exchange.numbers, list).catch(() => null)
    if (said) round.words = { said, language: list }
  }

  function at(round: Round | null): Compared['at'] {
    if (round?.isSwapped || round?.exchange?.at === 'differs') return 'differs'
    return round?.words ? 'words' : 'waiting'
  }

  return {
    /** The one certificate of this page; rejects where the browser makes none, and then there is no sound. */
    certificate: async (): Promise<RTCCertificate> => (await own).certificate,
    /** There may be new keys. */
    seen(): void {
      present()
    },
    take(from: SeatId, said: unknown): void {
      const round = present()
      const step = readStep(said)
      if (!round || round.to !== from || !step) return
      inTurn(round, async () => {
        if (!round.exchange) return
        const { exchange, send: reply } = await take(round.exchange, step)
        if (exchange !== round.exchange || reply) await became(round, exchange, reply)
      })
    },
    /** Whether a description may be taken: it names the certificate that the words stand for, and nothing else is wrong. */
    fits(from: SeatId, sdp: string): boolean {
      const round = present()
      if (!round || round.to !== from) return false
      const print = printIn(sdp)
      if (print === null || (round.named ?? print) !== print) round.isSwapped = true
      round.named ??= print
      compare(round)
      if (at(round) !== 'differs') return true
      changed()
      return false
    },
    /** Says again what nothing has come of; call it about once a second with `performance.now()`. */
    tend(now: Ms): void {
      const round = present()
      if (!round?.exchange) return
      round.quietSince ??= now
      if (now - round.quietSince < AGAIN_MS) return
      round.quietSince = now
      const step = due(round.exchange)
      if (step) send(round.to, step)
      if (round.exchange.at === 'words' && !round.words) inTurn(round, () => spell(round).then(changed))
    },
    snapshot(): Compared {
      const round = present()
      const now = at(round)
      const words = now === 'words' ? (round?.words?.said ?? []) : []
      return { at: now, words, language: round?.words?.language ?? listLanguage(language) }
    },
    end(): void {
      isOver = true
    },
  }
}

export type Compare = typeof createComparing
