// Where does a sitting stand at an instant? Everything here follows from the last anchor that somebody decided and
// from the phases' lengths: nothing ticks, nothing is written when a bell rings.
import type { Floor, Ms, Phase, Position, Room, SeatId, Sitting } from './room.ts'

/** What is left after the bell to finish a sentence (rule T). */
export const GRACE_MS = 7000
/** One more minute (rule M). */
export const MORE_MS = 60_000
/** Two strangers have this long to say yes to each other (rule A). */
export const ACCEPT_MS = 30_000

export interface Here {
  n: number
  startedAt: Ms
}

/** Whether one person alone holds the floor in this phase. */
export function isFloorPhase(phase: Phase): boolean {
  return phase.floor !== 'none' && phase.floor !== 'all'
}

/** How long a phase takes by time, the bell's grace included, in ms; null when time does not end it. */
export function lengthOf(phase: Phase): Ms | null {
  if (phase.ms === null) return null
  return isFloorPhase(phase) ? phase.ms + GRACE_MS : phase.ms
}

/** When the running phase rings and ends. Both null without a clock; no bell where nobody holds the floor alone. */
export function bounds(phase: Phase, startedAt: Ms): { bellAt: Ms | null; endsAt: Ms | null } {
  if (phase.ms === null) return { bellAt: null, endsAt: null }
  const bellAt = startedAt + phase.ms
  return isFloorPhase(phase) ? { bellAt, endsAt: bellAt + GRACE_MS } : { bellAt: null, endsAt: bellAt }
}

/**
 * The phase that runs at `now`, walked from the anchor: each boundary is crossed at its own instant, however late we
 * look. After the last phase, `n` is the number of phases and `startedAt` the instant at which it was over.
 */
export function whereAt(sitting: Pick<Sitting, 'phases' | 'n' | 'startedAt' | 'hold'>, now: Ms): Here {
  let { n, startedAt } = sitting
  if (sitting.hold) return { n, startedAt }
  for (;;) {
    const phase = sitting.phases[n]
    const length = phase ? lengthOf(phase) : null
    if (length === null || startedAt + length > now) return { n, startedAt }
    startedAt += length
    n += 1
  }
}

/** The instant at which phase `n` ends by time alone, or null when something before it has no clock. */
export function endOf(sitting: Sitting, n: number): Ms | null {
  let at = sitting.startedAt
  for (const phase of sitting.phases.slice(sitting.n, n + 1)) {
    const length = lengthOf(phase)
    if (length === null) return null
    at += length
  }
  return at
}

const PLACE: Record<Position, number> = { first: 0, second: 1, third: 2 }

/** The bell of the phase that runs at `now`, where it is still ahead. The room must be advanced to `now`. */
export function nextBell(room: Room, now: Ms): Ms | null {
  const { sitting } = room
  if (!sitting || sitting.hold) return null
  const here = whereAt(sitting, now)
  const phase = sitting.phases[here.n]
  const bellAt = phase ? bounds(phase, here.startedAt).bellAt : null
  return bellAt !== null && bellAt > now ? bellAt : null
}

/** Which seat stands at a position of the order. */
export function seatAt(sitting: Sitting, position: Position): SeatId | undefined {
  return sitting.order[PLACE[position]]
}

/** Who is given the floor by a phase, whatever its holder has said since. */
export function holder(sitting: Sitting, phase: Phase): SeatId | undefined {
  return phase.floor === 'none' || phase.floor === 'all' ? undefined : seatAt(sitting, phase.floor)
}

/** Who has said `on` in phase `n`. */
export function saidOn({ on }: Sitting, n: number): readonly SeatId[] {
  return [on, ...(on.before ?? [])].find(said => said.n === n)?.seats ?? []
}

/** What has been said once `seats` have said `on` in phase `n`. No hold goes back behind the last anchor. */
export function withOn({ on, n: anchor }: Sitting, n: number, seats: SeatId[]): Sitting['on'] {
  const { before = [], ...last } = on
  const reachable = [last, ...before].filter(said => said.n >= anchor && said.n < n && said.seats.length > 0)
  return { n, seats, ...(reachable.length > 0 && { before: reachable }) }
}

/** Who has asked for more of phase `n`. */
export function askedMore(sitting: Sitting, n: number): readonly SeatId[] {
  return sitting.more.n === n ? sitting.more.asked : []
}

/** Who may be heard in the room at `now` (rule F). The room must be advanced to `now`. */
export function floorAt(room: Room, now: Ms): Floor {
  const { sitting } = room
  if (room.closed || !sitting || sitting.hold) return 'none'
  const here = whereAt(sitting, now)
  const phase = sitting.phases[here.n]
  if (!phase) return 'none'
  if (phase.floor === 'none' || phase.floor === 'all') return phase.floor
  const seat = seatAt(sitting, phase.floor)
  const open = seat !== undefined && !room.left.includes(seat) && !saidOn(sitting, here.n).includes(seat)
  return open ? seat : 'none'
}
