// How do the words of a sitting in writing get across, and which of them are on the screen? Those of the present phase,
// numbered per sender, each sealed for the other and shown only when our own view lets its sender be heard.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { RoomView, Tellings } from '../../lib/wire/events.ts'
import { type Again, makeAgain, type Sealing } from './again.ts'
import { couldHaveSaid, type FloorBefore, isRevealed, judge } from './heard-words.ts'
import type { Done } from './intents.ts'
import { NOTHING_SAID, type OwnSaid, type OwnWords, readOwnWords, writeOwnWords } from './own-words.ts'
import { fits, packReplay, readReplay, type SaidLine } from './replay.ts'
import type { RoomLink } from './room-link.ts'
import { mineOf, sealForOthers, sessionWith } from './sealing.ts'
import { inOrder, type Utterance, withUtterance } from './utterances.ts'

export interface WordsPorts {
  link: RoomLink
  typesLive(): boolean
  ownLine(): SaidLine | null
  lineCame(from: SeatId, line: SaidLine): void
  /** All that another had to say again has come. */
  replayed(from: SeatId): void
  changed(): void
}

type Told = Parameters<Tellings['words']>[0]

/** A draft goes out at most four times a second. */
const DRAFT_MS = 250
/** Words that are a view ahead of ours wait this long, and this many of them. */
const WAIT_MS = 3000
const WAIT_MOST = 40

export function makeWordsLink({ link, typesLive, ownLine, lineCame, replayed: ended, changed }: WordsPorts) {
  let own: OwnWords = NOTHING_SAID
  let seat: SeatId | null = null
  let n = -1
  let view: RoomView | null = null
  let before: FloorBefore | null = null
  let heard: readonly Utterance[] = []
  let waiting: { told: Told; until: number }[] = []
  const last = new Map<SeatId, number>()
  let draftDue: ReturnType<typeof setTimeout> | null = null
  let isDraftOut = false
  let isLive = false
  let isOver = false
  let sending: Promise<unknown> = Promise.resolve()
  let opening: Promise<unknown> = Promise.resolve()

  const again: Again = makeAgain({
    ask: link.ask,
    view: link.view,
    since: from => last.get(from) ?? 0,
    changed,
  })

  const mayWrite = (): boolean => {
    const floor = view?.phase?.floor
    return view?.stage === 'sitting' && (floor === view.you || floor === 'all')
  }

  function keep(change: Partial<OwnWords>): void {
    own = { ...own, ...change }
    // An ack that comes after the room was wiped must not write it down again.
    if (seat && !isOver) writeOwnWords(link.room, seat, own)
    changed()
  }

  function seen(next: RoomView): void {
    if (seat !== next.you) {
      seat = next.you
      own = readOwnWords(link.room, seat)
    }
    const couldWrite = mayWrite()
    const was = view?.phase
    if (was && (was.n !== next.phase?.n || was.floor !== next.phase.floor)) {
      before = { n: was.n, floor: was.floor, endedAt: performance.now() }
    }
    view = next
    const here = next.phase?.n ?? -1
    if (here !== n) {
      n = here
      heard = heard.filter(({ phase }) => phase === n)
      if (own.draft.phase < n - 1) keep({ draft: NOTHING_SAID.draft })
      isDraftOut = false
    }
    again.seen(next)
    if (mayWrite() && !couldWrite) sendUnsent()
    for (const { told } of waiting.splice(0)) take(told)
  }

  /** The seat was entered on a connection: whatever was said meanwhile, on either side, is asked for or sent again. */
  function entered(): void {
    again.wantAll()
    sendUnsent()
  }

  function sendUnsent(): void {
    for (const said of own.said) if (said.phase === n && !said.sent) send(said)
  }

  function markSent(ids: readonly number[]): void {
    keep({ said: own.said.map(one => (ids.includes(one.id) ? { ...one, sent: true } : one)) })
  }

  function put(one: Omit<Utterance, 'at' | 'sent'>): void {
    heard = withUtterance(heard, one, Date.now())
    changed()
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

  async function open({ from, phase, id, sealed }: Told): Promise<void> {
    const session = await sessionWith(link, from)
    if (!session || !seat) return
    const mine = mineOf(sealed, seat)
    const known = last.get(from) ?? 0
    // What kind it is stays between the two of them; only the right label opens it.
    const words = await session.open(mine, { kind: 'words', phase, id }).catch(() => null)
    const draft = words ?? (await session.open(mine, { kind: 'draft', phase, id }).catch(() => null))
    if (draft === null) return again.failed(from)
    if (id > known + 1) again.want(from)
    again.opened(from)
    if (words === null && id <= known) return
    if (words !== null) last.set(from, Math.max(known, id))
    if (phase === n) put({ from, phase, id, text: draft, draft: words === null })
  }

  async function replayed({ from, sealed }: Parameters<Tellings['replay']>[0]): Promise<void> {
    const session = await sessionWith(link, from)
    if (!session || !seat || !again.isWanted(from)) return
    const text = await session.open(mineOf(sealed, seat), { kind: 'replay', phase: 0, id: 0 }).catch(() => null)
    const replay = text === null ? null : readReplay(text)
    if (!replay) return again.failed(from)
    again.opened(from)
    for (const { phase, id, text: words } of replay.said) {
      if (couldHaveSaid(view, from, phase)) put({ from, phase, id, text: words, draft: false })
      last.set(from, Math.max(last.get(from) ?? 0, id))
    }
    if (replay.line !== null && view && isRevealed(view)) lineCame(from, replay.line)
    if (!replay.isEnd) return
    last.set(from, Math.max(last.get(from) ?? 0, replay.last))
    again.done(from)
    ended(from)
  }

  async function tellAgain({ from, since }: Parameters<Tellings['again']>[0]): Promise<void> {
    const session = await sessionWith(link, from)
    if (!session || !view) return
    const line = isRevealed(view) ? ownLine() : null
    const said = own.said.filter(({ phase, id }) => phase === n && id > since)
    const pieces = packReplay(
      said.map(({ phase, id, text }) => ({ phase, id, text })),
      line,
      own.count,
    )
    let isTaken = true
    for (const text of pieces) {
      const sealed = await session.seal({ kind: 'replay', phase: 0, id: 0, text })
      const answer = await link.ask('replay', { to: from, sealed })
      isTaken &&= answer.ok
    }
    if (isTaken && said.some(one => !one.sent)) markSent(said.map(({ id }) => id))
  }

  /** One after the other, in the order in which they were said. */
  function send(said: OwnSaid): Promise<Done> {
    const { phase, id, text } = said
    const result = sending.then(async (): Promise<Done> => {
      if (phase !== n || own.said.find(one => one.id === id)?.sent) return { ok: true }
      const sealed = await sealForOthers(link, { kind: 'words', phase, id, text })
      if (sealed === null) return { ok: false, code: 'not-now' }
      const answer = await link.ask('words', { phase, id, sealed })
      if (!answer.ok) return { ok: false, code: answer.code }
      markSent([id])
      return { ok: true }
    })
    sending = result.catch(() => {})
    return result
  }

  async function sendDraft(): Promise<void> {
    draftDue = null
    const { phase } = own.draft
    // Whoever no longer lets it be seen takes back what was seen of it.
    const text = isLive ? own.draft.text : ''
    if (!mayWrite() || (phase !== n && text !== '') || !fits(text)) return
    const id = own.count + 1
    const sealed = await sealForOthers(link, { kind: 'draft', phase: n, id, text })
    // Said in the meantime: the draft would come after the words that it became.
    if (sealed === null || own.count + 1 !== id) return
    isDraftOut = text !== ''
    await link.ask('words', { phase: n, id, sealed })
  }

  return {
    seen,
    entered,
    told: {
      words: take,
      again: (told: Parameters<Tellings['again']>[0]) => void tellAgain(told).catch(() => {}),
      replay: (told: Parameters<Tellings['replay']>[0]) => {
        opening = opening.then(() => replayed(told)).catch(() => {})
      },
    },
    /** Asks the other browser for its line once more. */
    wantAgain: (from: SeatId) => again.want(from),
    sealing: (): Sealing => again.sealing(),
    said(): Utterance[] {
      const mine = own.said.filter(({ phase }) => phase === n)
      const from = seat
      return inOrder(from ? [...mine.map(one => ({ ...one, from, draft: false })), ...heard] : heard)
    },
    mayWrite,
    draft: (): string => (own.draft.phase === n ? own.draft.text : ''),
    unsent(): string {
      const isOwn = own.draft.phase === n - 1 || (own.draft.phase === n && !mayWrite())
      const late = own.said.filter(({ phase, sent }) => phase === n - 1 && !sent)
      return [...late.map(({ text }) => text), isOwn ? own.draft.text.trim() : ''].filter(Boolean).join('\n')
    },
    write(text: string, live = typesLive()): void {
      isLive = live
      keep({ draft: { phase: n, text } })
      if (live || isDraftOut) draftDue ??= setTimeout(sendDraft, DRAFT_MS)
    },
    async say(text: string): Promise<Done> {
      const words = text.trim()
      if (words === '') return { ok: true }
      if (!mayWrite()) return { ok: false, code: 'not-now' }
      if (!fits(words)) return { ok: false, code: 'too-big' }
      if (draftDue) clearTimeout(draftDue)
      draftDue = null
      const said: OwnSaid = { phase: n, id: own.count + 1, text: words, sent: false, at: Date.now() }
      keep({ count: said.id, said: [...own.said, said], draft: NOTHING_SAID.draft })
      return send(said)
    },
    own: (): string[] => own.said.map(({ text }) => text),
    /** From now on nothing is sent and nothing is written down. */
    end(): void {
      isOver = true
      again.end()
      if (draftDue) clearTimeout(draftDue)
    },
  }
}

export type WordsLink = ReturnType<typeof makeWordsLink>
