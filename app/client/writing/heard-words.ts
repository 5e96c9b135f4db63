// May these words be shown? The server relays only what the floor allows, and each browser judges again by its own view:
// whoever stands between the two can't give the floor to anybody.
import type { Floor, Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'

/** The floor that the view before gave, and the local instant at which it was taken. */
export interface FloorBefore {
  n: number
  floor: Floor
  endedAt: Ms
}

/** Words on their way when the floor was taken were said in time. */
const ON_THE_WAY_MS = 2000

const has = (floor: Floor, from: SeatId) => floor === from || floor === 'all'

/**
 * `show` it, let it `wait` for a view that may be on its way (the sender can be a view ahead of us), or `drop` it.
 * `now` is a local instant, as `before.endedAt` is.
 */
export function judge(
  view: RoomView | null,
  before: FloorBefore | null,
  said: { from: SeatId; phase: number },
  now: Ms,
): 'show' | 'wait' | 'drop' {
  if (!view || view.stage === 'gathering') return 'wait'
  const here = view.phase
  if (view.stage === 'closed' || !here || said.phase < here.n || said.phase > here.n + 1) return 'drop'
  if (said.phase > here.n) return 'wait'
  if (has(here.floor, said.from)) return 'show'
  const wasInTime = before?.n === here.n && has(before.floor, said.from) && now <= before.endedAt + ON_THE_WAY_MS
  return wasInTime ? 'show' : 'wait'
}

/** Whether a phase that runs gives the floor to `from` at all, now or before a hold: the bound of what it may replay. */
export function couldHaveSaid(view: RoomView | null, from: SeatId, phase: number): boolean {
  const floor = view?.phase?.n === phase ? view.format.phases[phase]?.floor : undefined
  return floor === from || floor === 'all'
}

/** The number of the phase in which lines are written; -1 where the sitting has none. */
export function dropPhase(view: RoomView): number {
  return view.format.phases.findIndex(phase => phase.kind === 'drop')
}

/** Whether the lines have been opened to everybody, also when the server has forgotten them since. */
export function isRevealed(view: RoomView): boolean {
  const drop = dropPhase(view)
  if (drop === -1) return false
  if (view.lines !== null || view.closed?.why === 'complete') return true
  return view.phase !== null && view.phase.n > drop
}
