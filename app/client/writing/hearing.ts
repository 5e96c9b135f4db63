// Which words of the others are on the screen? Those of the present phase, numbered per sender, each opened with the keys of
// the two and shown only when our own view lets its sender be heard; and what was missed, told again.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView, Tellings } from '../../../lib/wire/events.ts'
import { serverNow } from '../line/clock.ts'
import type { RoomLink } from '../line/room-link.ts'
import { type Again, createAgain } from './again.ts'
import { couldHaveSaid, dropPhase, type FloorBefore, isRevealed, judge } from './heard-words.ts'
import { openWords, provenAgain } from './proven-words.ts'
import { type Replay, readReplay, type Said, type SaidLine } from './replay.ts'
import { type Keyring, mineOf, sessionWith } from './sealing.ts'
import { type Utterance, withUtterance } from './utterances.ts'
import { keepWritten } from './written.ts'

export interface HearingPorts {
  link: Keyring & Pick<RoomLink, 'ask' | 'proven'>
  lineCame(from: SeatId, line: SaidLine): void
  /** All that another had to say again has come. */
  replayed(from: SeatId): void
  changed(): void
}

type Told = Parameters<Tellings['words']>[0]
type Marked = Parameters<Tellings['replay']>[0]['said']

/** Words that are a view ahead of ours wait this long, and this many of them. */
const WAIT_MS = 3000
const WAIT_MOST = 40
/** So many of our own askings may still be answered. */
const ASKED_MOST = 4

export function createHearing({ link, lineCame, replayed: ended, changed }: HearingPorts) {
  let view: RoomView | null = null
  let n = -1
  let before: FloorBefore | null = null
  let heard: readonly Utterance[] = []
  let waiting: { told: Told; until: number }[] = []
  const last = new Map<SeatId, number>()
  /** From which numbers on each was lately asked to tell again: an answer is sealed for the asking that it answers. */
  const asked = new Map<SeatId, number[]>()
  let opening: Promise<unknown> = Promise.resolve()

  const again: Again = createAgain({ ask: link.ask, view: link.view, since: asking, changed })

  function asking(from: SeatId): number {
    const since = last.get(from) ?? 0
    const earlier = (asked.get(from) ?? []).filter(one => one !== since)
    asked.set(from, [since, ...earlier].slice(0, ASKED_MOST))
    return since
  }

  function seen(next: RoomView): void {
    const was = view?.phase
    if (was && (was.n !== next.phase?.n || was.floor !== next.phase.floor)) {
      before = { n: was.n, floor: was.floor, endedAt: performance.now() }
    }
    view = next
    n = next.phase?.n ?? -1
    heard = heard.filter(({ phase }) => phase === n)
    again.seen(next)
    for (const { told } of waiting.splice(0)) take(told)
  }

  function put(one: Omit<Utterance, 'at' | 'sent'>): void {
    heard = withUtterance(heard, one, serverNow())
    changed()
  }

  function opened(from: SeatId): void {
    again.opened(from)
    link.proven()
  }

  function take(told: Told): void {
    const verdict = judge(view, before, told, performance.now())
    if (verdict === 'drop') return
    if (verdict === 'show') {
      opening = opening.then(() => open(told)).catch(() => {})
      return
    }
    const now = performance.now()
    waiting = [...waiting.filter(({ until }) => until > now), { told, until: now + WAIT_MS }].slice(-WAIT_MOST)
  }

  async function open(told: Told): Promise<void> {
    const { from, phase, id } = told
    const session = await sessionWith(link, from)
    if (!session || !view) return
    const known = last.get(from) ?? 0
    // What kind it is stays between the two of them; only the right label opens it.
    const words = await openWords(session, view, 'words', told)
    const read = words ?? (await openWords(session, view, 'draft', told))
    if (read === null) return again.failed(from)
    if (id > known + 1) again.want(from)
    opened(from)
    if (words === null && id <= known) return
    if (words !== null) last.set(from, Math.max(known, id))
    if (phase !== n) return
    if (read.proven) keepWritten(link.room, read.proven)
    put({ from, phase, id, text: read.text, draft: words === null })
  }

  async function openReplay(from: SeatId, sealed: string): Promise<Replay | null> {
    const session = await sessionWith(link, from)
    for (const id of asked.get(from) ?? []) {
      const text = await session?.open(sealed, { kind: 'replay', phase: 0, id }).catch(() => null)
      if (text != null) return readReplay(text)
    }
    return null
  }

  /** Whether it may be shown: between strangers only with its proof. */
  async function mayShow(from: SeatId, one: Said, marked: Marked = []): Promise<boolean> {
    return couldHaveSaid(view, from, one.phase) && isProven(from, { ...one, kind: 'words' }, marked)
  }

  async function mayOpen(from: SeatId, line: SaidLine, marked: Marked = []): Promise<boolean> {
    if (!view || !isRevealed(view)) return false
    return line === 'kept' || isProven(from, { ...line, phase: dropPhase(view), id: 0, kind: 'line' }, marked)
  }

  async function isProven(from: SeatId, one: Parameters<typeof provenAgain>[2], marked: Marked = []): Promise<boolean> {
    if (view?.kind !== 'practice') return true
    const proven = await provenAgain(link.room, from, one, marked)
    if (proven) keepWritten(link.room, proven)
    return proven !== null
  }

  async function replayed({ from, sealed, said }: Parameters<Tellings['replay']>[0]): Promise<void> {
    if (!view || !again.isWanted(from)) return
    const replay = await openReplay(from, mineOf(sealed, view.you))
    if (!replay) return again.failed(from)
    opened(from)
    for (const one of replay.said) {
      const { phase, id, text: words } = one
      if (await mayShow(from, one, said)) put({ from, phase, id, text: words, draft: false })
      last.set(from, Math.max(last.get(from) ?? 0, id))
    }
    if (replay.line !== null && (await mayOpen(from, replay.line, said))) lineCame(from, replay.line)
    if (!replay.isEnd) return
    last.set(from, Math.max(last.get(from) ?? 0, replay.last))
    again.done(from)
    ended(from)
  }

  return {
    seen,
    /** The seat was entered on a connection: whatever was said meanwhile is asked for. */
    entered: (): void => again.wantAll(),
    words: take,
    replay(told: Parameters<Tellings['replay']>[0]): void {
      opening = opening.then(() => replayed(told)).catch(() => {})
    },
    /** Asks the other browser for its line once more. */
    wantAgain: (from: SeatId): void => again.want(from),
    sealing: again.sealing,
    sealingWith: again.sealingWith,
    all: (): readonly Utterance[] => heard,
    end: (): void => again.end(),
  }
}

export type Hearing = ReturnType<typeof createHearing>
