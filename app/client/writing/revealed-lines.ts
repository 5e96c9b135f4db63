// How do the closing lines open, at the reveal? With the keys they were sealed for; where those are gone, by asking the other
// browser to say its line again; and where nobody answers, by saying that it can't be read rather than by waiting for ever.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import { openLine } from './proven-words.ts'
import type { SaidLine } from './replay.ts'
import { type Keyring, sessionWith } from './sealing.ts'
import { keepWritten } from './written.ts'

/** A line after the reveal; `opening` while it is being opened or asked for again. */
export type OpenedLine = { as: 'kept' } | { as: 'opening' } | { as: 'open'; text: string } | { as: 'unreadable' }

export interface RevealedPorts {
  link: Keyring
  /** Asks the other browser for its line. */
  askAgain(from: SeatId): void
  /** Whether the texts of this one do not open at all. */
  isHopeless(from: SeatId): boolean
  changed(): void
}

/** A page that comes back at the very moment of the reveal may be answered before the other knows of it. */
const ASK_AGAIN_MS: Ms = 1000
const ASK_AGAIN_MOST = 3
/** Longer than a few askings take; what comes later still opens. */
const OPENING_MOST_MS: Ms = 10_000

export function createRevealed({ link, askAgain, isHopeless, changed }: RevealedPorts) {
  let opened: Partial<Record<SeatId, OpenedLine>> | null = null
  /** The last key that each has shown: who leaves at the reveal shows none any more, and their line was meant to open. */
  const keys = new Map<SeatId, string>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  /** How often each was asked once more. */
  const asked = new Map<SeatId, number>()
  let isOver = false

  function set(from: SeatId, line: OpenedLine): void {
    if (isOver) return
    opened = { ...opened, [from]: line }
    changed()
  }

  function later(ms: Ms, call: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      call()
    }, ms)
    timers.add(timer)
  }

  function giveUp(from: SeatId): void {
    if (opened?.[from]?.as === 'opening') set(from, { as: 'unreadable' })
  }

  function begin(view: RoomView, from: SeatId, sealed: string | null): void {
    const isLost = sealed === null && isGone(view, from)
    set(from, { as: isLost ? 'unreadable' : 'opening' })
    if (isLost) return
    later(OPENING_MOST_MS, () => giveUp(from))
    if (sealed === null) askAgain(from)
    else open(view, from, sealed)
  }

  async function open(view: RoomView, from: SeatId, sealed: string): Promise<void> {
    const session = await sessionWith(link, from, keys.get(from))
    const line = session && (await openLine(session, view, from, sealed))
    if (line?.proven) keepWritten(link.room, line.proven)
    if (line) return set(from, { as: 'open', text: line.text })
    // Sealed for a page that was loaded again since.
    const now = link.view()
    if (now && isGone(now, from)) giveUp(from)
    else askAgain(from)
  }

  return {
    learn(view: RoomView): void {
      for (const [id, seat] of Object.entries(view.seats)) if (seat?.key) keys.set(id as SeatId, seat.key)
    },
    /** Follows a view in which the lines are open. `own`: what was answered here; null when that is not known any more. */
    show(view: RoomView, own: SaidLine | null): void {
      for (const id of Object.keys(view.seats) as SeatId[]) {
        const line = view.lines?.[id]
        const known = opened?.[id]
        if (line === 'kept') {
          if (known?.as !== 'kept') set(id, { as: 'kept' })
        } else if (id === view.you) {
          if (!known) set(id, own === null ? { as: 'unreadable' } : asOpened(own))
        } else if (!known) begin(view, id, line?.sealed ?? null)
        // A line that is in this very view may just be opening.
        else if (!line && isGone(view, id)) giveUp(id)
      }
    },
    /** The other has sent its line again. */
    came(from: SeatId, line: SaidLine): void {
      const known = opened?.[from]?.as
      if (known !== 'open' && known !== 'kept') set(from, asOpened(line))
    },
    /** All that the other had to say again has come, and its line may not have been among it. */
    replayed(from: SeatId): void {
      if (opened?.[from]?.as !== 'opening') return
      const times = (asked.get(from) ?? 0) + 1
      asked.set(from, times)
      if (times > ASK_AGAIN_MOST) giveUp(from)
      else later(ASK_AGAIN_MS, () => askAgain(from))
    },
    opened(): Partial<Record<SeatId, OpenedLine>> | null {
      if (!opened) return null
      const lines = Object.entries(opened) as [SeatId, OpenedLine][]
      const isVain = ([id, line]: [SeatId, OpenedLine]) => line.as === 'opening' && isHopeless(id)
      if (!lines.some(isVain)) return opened
      return Object.fromEntries(lines.map(one => [one[0], isVain(one) ? { as: 'unreadable' } : one[1]]))
    },
    end(): void {
      isOver = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

const asOpened = (line: SaidLine): OpenedLine => (line === 'kept' ? { as: 'kept' } : { as: 'open', text: line.text })

/** Nobody is left who could say it again: they have left, or the room closed while they were not here. */
function isGone(view: RoomView, from: SeatId): boolean {
  const seat = view.seats[from]
  return !seat || (view.stage === 'closed' && !seat.here)
}
