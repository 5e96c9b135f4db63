// Whose turn is it, as one view tells it? A turn keeps its holder after the holder has said "I am finished": only then the
// floor is nobody's, and what is left is a silence that belongs to everybody.
import type { PhaseKind, SeatId } from '../../lib/protocol/room.ts'
import type { PhaseView, RoomView } from '../../lib/wire/events.ts'

export interface Turn {
  /** Who was given the floor by this phase; null in a phase for everybody or nobody. */
  holder: SeatId | null
  /** The holder has said that they are finished. */
  complete: boolean
}

export function turnOf(view: RoomView): Turn {
  const { phase } = view
  const holder = phase ? seatOf(view.format.phases[phase.n]) : null
  return { holder, complete: holder !== null && (phase?.on.includes(holder) ?? false) }
}

function seatOf(phase: PhaseView | undefined): SeatId | null {
  const floor = phase?.floor
  return floor === 'a' || floor === 'b' || floor === 'c' ? floor : null
}

/** Who spoke in the phase right before this one, or null. */
export function spokeBefore(view: RoomView): SeatId | null {
  return view.phase ? seatOf(view.format.phases[view.phase.n - 1]) : null
}

/** Who has the next turn to speak or to say back, unless the closing question comes before it. */
export function speaksNext(view: RoomView): { seat: SeatId; kind: PhaseKind } | null {
  if (!view.phase) return null
  const next = view.format.phases[view.phase.n + 1]
  const seat = seatOf(next)
  return next && seat && (next.kind === 'speak' || next.kind === 'say-back') ? { seat, kind: next.kind } : null
}

/** Whether this sitting asks the closing question at all; one that was put together by its people may not. */
export function hasLines({ format }: RoomView): boolean {
  return format.phases.some(({ kind }) => kind === 'drop')
}

/** Whether there is a time to be alone with the picture of the other: what is asked before a sitting is then asked there. */
export function hasPicture({ format }: RoomView): boolean {
  return format.phases.some(({ kind }) => kind === 'picture')
}

/** How many turns of speaking came before this one. */
export function turnsBefore(view: RoomView): number {
  const n = view.phase?.n ?? 0
  return view.format.phases.slice(0, n).filter(phase => phase.kind === 'speak').length
}
