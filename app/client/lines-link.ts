// How does a closing line stay sealed until it opens for both at once? It is sealed here for the keys that the others have
// now, sealed anew when those change, and opened here after the reveal; the text itself leaves this tab in no other way.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { readStored, writeStored } from './device-storage.ts'
import { dropPhase, isRevealed } from './heard-words.ts'
import type { Done } from './intents.ts'
import { fits, type SaidLine } from './replay.ts'
import type { RoomLink } from './room-link.ts'
import { keysNow, mineOf, sealForOthers, sessionWith } from './sealing.ts'
import { keyOf } from './seat-memory.ts'

/** A line after the reveal; `opening` while it is being opened or asked for again. */
export type OpenedLine = { as: 'kept' } | { as: 'opening' } | { as: 'open'; text: string } | { as: 'unreadable' }

export interface LinesPorts {
  link: RoomLink
  /** Asks the other browser for its line. */
  askAgain(from: SeatId): void
  /** Whether the other's texts do not open at all. */
  isHopeless(): boolean
  changed(): void
}

interface OwnLine {
  /** What stands in the field. */
  text: string
  /** What was offered last; null when it is kept, or nothing was answered. */
  offered: string | null
  isKept: boolean
}

/** A page that comes back at the very moment of the reveal may be answered before the other knows of it. */
const ASK_AGAIN_MS = 1000
const ASK_AGAIN_MOST = 3

const NOTHING: OwnLine = { text: '', offered: null, isKept: false }

export function makeLinesLink({ link, askAgain, isHopeless, changed }: LinesPorts) {
  let own: OwnLine = NOTHING
  let seat: SeatId | null = null
  let sealedFor = ''
  let isSealing = false
  let opened: Partial<Record<SeatId, OpenedLine>> | null = null
  let asked = 0
  let isOver = false

  function keep(change: Partial<OwnLine>): void {
    own = { ...own, ...change }
    if (seat && !isOver) writeStored('tab', keyOf(link.room, 'line', seat), own)
    changed()
  }

  function show(from: SeatId, line: OpenedLine): void {
    opened = { ...opened, [from]: line }
    changed()
  }

  function seen(view: RoomView): void {
    if (seat !== view.you) {
      seat = view.you
      own = readOwnLine(link.room, seat)
    }
    if (isRevealed(view)) {
      reveal(view)
      return
    }
    const isOffered = view.answered === 'line' && own.offered !== null && view.phase?.n === dropPhase(view)
    // The other's page, or this one, was loaded again since: what was sealed for the earlier keys won't open.
    if (isOffered && keysNow(link) !== sealedFor && !isSealing) seal(own.offered ?? '')
  }

  function reveal(view: RoomView): void {
    const first = opened === null
    for (const id of Object.keys(view.seats) as SeatId[]) {
      const line = view.lines?.[id]
      if (id === view.you) {
        if (first) show(id, ownOpened(line === 'kept'))
      } else if (line === 'kept') {
        if (opened?.[id]?.as !== 'kept') show(id, { as: 'kept' })
      } else if (first) {
        show(id, { as: 'opening' })
        line ? open(view, id, line.sealed) : askAgain(id)
      }
    }
  }

  function ownOpened(isKept: boolean): OpenedLine {
    if (isKept || own.offered === null) return { as: 'kept' }
    return { as: 'open', text: own.offered }
  }

  async function open(view: RoomView, from: SeatId, sealed: string): Promise<void> {
    const label = { kind: 'line', phase: dropPhase(view), id: 0 } as const
    const session = await sessionWith(link, from)
    const text = await session?.open(mineOf(sealed, view.you), label).catch(() => null)
    if (text != null) show(from, { as: 'open', text })
    // Sealed for a page that was loaded again since.
    else askAgain(from)
  }

  async function seal(text: string): Promise<Done> {
    const view = link.view()
    const phase = view?.phase
    if (!view || !phase || phase.n !== dropPhase(view)) return { ok: false, code: 'not-now' }
    isSealing = true
    const keys = keysNow(link)
    const sealed = await sealForOthers(link, { kind: 'line', phase: phase.n, id: 0, text }).catch(() => null)
    const done: Done = sealed ? await link.send({ do: 'line', phase: phase.n, sealed }) : { ok: false, code: 'not-now' }
    isSealing = false
    if (done.ok) sealedFor = keys
    return done
  }

  return {
    seen,
    /** The other has sent its line again, after the reveal. */
    came(from: SeatId, line: SaidLine): void {
      if (opened?.[from]?.as === 'open' || opened?.[from]?.as === 'kept') return
      show(from, line === 'kept' ? { as: 'kept' } : { as: 'open', text: line.text })
    },
    /** All that the other had to say again has come, and its line may not have been among it. */
    replayed(from: SeatId): void {
      if (opened?.[from]?.as !== 'opening') return
      asked += 1
      if (asked > ASK_AGAIN_MOST) show(from, { as: 'unreadable' })
      else setTimeout(() => askAgain(from), ASK_AGAIN_MS)
    },
    /** What may be said again once the lines are open. */
    own: (): SaidLine | null => (own.offered !== null ? { text: own.offered } : own.isKept ? 'kept' : null),
    text: (): string => own.text,
    write: (text: string): void => keep({ text }),
    async offer(): Promise<Done> {
      const text = own.text.trim()
      if (!fits(text)) return { ok: false, code: 'too-big' }
      const { offered, isKept } = own
      // Before the ack: when both have answered, the lines open before it is here.
      keep({ offered: text, isKept: false })
      const done = await seal(text)
      if (!done.ok) keep({ offered, isKept })
      return done
    },
    async keep(): Promise<Done> {
      const phase = link.view()?.phase
      const done: Done = phase ? await link.send({ do: 'keep', phase: phase.n }) : { ok: false, code: 'not-now' }
      if (done.ok) keep({ offered: null, isKept: true })
      return done
    },
    /** From now on nothing is written down. */
    end(): void {
      isOver = true
    },
    opened(): Partial<Record<SeatId, OpenedLine>> | null {
      if (!opened || !isHopeless()) return opened
      const lines = Object.entries(opened) as [SeatId, OpenedLine][]
      return Object.fromEntries(lines.map(([id, line]) => [id, line.as === 'opening' ? { as: 'unreadable' } : line]))
    },
  }
}

export type LinesLink = ReturnType<typeof makeLinesLink>

function readOwnLine(room: string, seat: SeatId): OwnLine {
  const stored = readStored('tab', keyOf(room, 'line', seat))
  // Ours alone, written above: its inside need not be doubted beyond that it is there.
  return typeof stored === 'object' && stored !== null ? { ...NOTHING, ...(stored as Partial<OwnLine>) } : NOTHING
}
