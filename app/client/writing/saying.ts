// How does what somebody says in writing reach the others? One sentence after the other, each tried again for as long as it
// may still be said in its phase, and told once more to whoever asks for it.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import { backoffMs } from '../line/backoff.ts'
import { serverNow } from '../line/clock.ts'
import type { Done } from '../line/intents.ts'
import { isPassing } from '../line/passing.ts'
import type { RoomLink } from '../line/room-link.ts'
import { isRevealed } from './heard-words.ts'
import {
  NO_DRAFT,
  NOTHING_SAID,
  type OwnSaid,
  type OwnWords,
  readOwnWords,
  writeDraft,
  writeSaid,
} from './own-words.ts'
import { commitAll } from './proven-words.ts'
import { fits, packReplay, type SaidLine } from './replay.ts'
import { countOthers, type Keyring, sealWords, sessionWith } from './sealing.ts'

export interface SayingPorts {
  link: Keyring & Pick<RoomLink, 'ask'>
  mayWrite(): boolean
  /** What was answered to the closing question, once the lines are open. */
  ownLine(): SaidLine | null
  changed(): void
}

export function createSaying({ link, mayWrite, ownLine, changed }: SayingPorts) {
  let own: OwnWords = NOTHING_SAID
  let seat: SeatId | null = null
  let n = -1
  let isOver = false
  let couldWrite = false
  /** Whatever is queued or being tried again. */
  const inHand = new Set<number>()
  let sending: Promise<unknown> = Promise.resolve()
  let wake = () => {}

  function keep(change: Partial<OwnWords>): void {
    own = { ...own, ...change }
    // An ack that comes after the room was wiped must not write it down again.
    if (seat && !isOver) {
      if (change.said) writeSaid(link.room, seat, own)
      if (change.draft) writeDraft(link.room, seat, own)
    }
    changed()
  }

  function markSent(ids: readonly number[]): void {
    keep({ said: own.said.map(one => (ids.includes(one.id) ? { ...one, sent: true } : one)) })
  }

  function seen(view: RoomView): void {
    if (seat !== view.you) {
      seat = view.you
      own = readOwnWords(link.room, seat)
    }
    const here = view.phase?.n ?? -1
    if (here !== n) {
      n = here
      if (own.draft.phase < n - 1 && own.draft.text !== '') keep({ draft: NO_DRAFT })
      wake()
    }
    if (mayWrite() && !couldWrite) sendUnsent()
    couldWrite = mayWrite()
  }

  function sendUnsent(): void {
    wake()
    for (const said of own.said) if (said.phase === n && !said.sent && !inHand.has(said.id)) send(said)
  }

  /** After what was said before it: the order is never changed. */
  function send(said: OwnSaid): Promise<Done> {
    inHand.add(said.id)
    const result = sending
      .then(() => deliver(said))
      .catch((): Done => ({ ok: false, code: 'not-now' }))
      .finally(() => inHand.delete(said.id))
    sending = result
    return result
  }

  async function deliver({ phase, id, text }: OwnSaid): Promise<Done> {
    for (let failures = 1; ; failures++) {
      if (own.said.find(one => one.id === id)?.sent) return { ok: true }
      const sealed = await sealWords(link, { kind: 'words', phase, id, text })
      // A floor that comes back after a hold sends it then.
      if (isOver || phase !== n || !mayWrite() || sealed === null) return { ok: false, code: 'not-now' }
      const answer = await link.ask('words', { phase, id, ...sealed })
      if (answer.ok) markSent([id])
      else if (!isPassing(answer.code)) return { ok: false, code: answer.code }
      else await awhile(backoffMs(failures, Math.random()))
    }
  }

  /** Until the time is over, or until something has changed that may let it through. */
  function awhile(ms: number): Promise<void> {
    return new Promise(resolve => {
      const due = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(due)
        resolve()
      }
    })
  }

  async function tellAgain({ from, since }: Parameters<Tellings['again']>[0]): Promise<void> {
    const session = await sessionWith(link, from)
    const view = link.view()
    if (!session || !view || isOver) return
    const said = own.said.filter(({ phase, id }) => phase === n && id > since)
    const { told, line, commitments } = await commitAll(view, said, isRevealed(view) ? ownLine() : null)
    const pieces = packReplay(told, line, own.count)
    let isTaken = true
    for (const text of pieces) {
      const sealed = await session.seal({ kind: 'replay', phase: 0, id: since, text })
      const answer = await link.ask('replay', { to: from, sealed, ...commitments(text) })
      isTaken &&= answer.ok
    }
    if (isTaken && said.some(one => !one.sent)) markSent(said.map(({ id }) => id))
  }

  return {
    seen,
    /** The seat was entered on a connection: what could not be sent before is sent. */
    entered: sendUnsent,
    tellAgain,
    /** Settles when it was taken, or when it can no longer be said; until then it stands there as not sent. */
    async say(text: string): Promise<Done> {
      const words = text.trim()
      if (words === '') return { ok: true }
      if (!mayWrite()) return { ok: false, code: 'not-now' }
      if (!fits(words, countOthers(link))) return { ok: false, code: 'too-big' }
      const said: OwnSaid = { phase: n, id: own.count + 1, text: words, sent: false, at: Math.floor(serverNow()) }
      keep({ count: said.id, said: [...own.said, said], draft: NO_DRAFT })
      return send(said)
    },
    write: (text: string): void => keep({ draft: { phase: n, text } }),
    seat: () => seat,
    all: (): readonly OwnSaid[] => own.said,
    count: () => own.count,
    draft: (): string => (own.draft.phase === n ? own.draft.text : ''),
    /** What was written for a phase that is over, or for a floor that is gone, and reached nobody. */
    unsent(): string {
      const isOwn = own.draft.phase === n - 1 || (own.draft.phase === n && !mayWrite())
      const late = own.said.filter(({ phase, sent }) => phase === n - 1 && !sent)
      return [...late.map(({ text }) => text), isOwn ? own.draft.text.trim() : ''].filter(Boolean).join('\n')
    },
    end(): void {
      isOver = true
      wake()
    },
  }
}

export type Saying = ReturnType<typeof createSaying>
