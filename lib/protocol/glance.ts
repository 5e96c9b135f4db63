// What does a facilitator see of one room? Where it stands, who is there and whether somebody needs them: no word, no line, no
// note, and not who has answered what. Built field by field, as every view is.
import { advance } from './advance.ts'
import { behindMs, behindSince } from './common-clock.ts'
import type { CloseReason, HoldReason, Ms, PhaseKind, Room, SeatId, Sitting, Visit } from './room.ts'
import { seatIds } from './room.ts'
import { visitorIsHeard } from './visit.ts'
import { bounds, seatAt, whereAt } from './where.ts'

export interface Glance {
  here: SeatId[]
  /** Whose people have left it for good. */
  left: SeatId[]
  stage: 'gathering' | 'sitting' | 'closed'
  phase: null | { kind: PhaseKind; n: number; startedAt: Ms; endsAt: Ms | null; speaker: SeatId | null }
  held: null | { why: HoldReason; since: Ms }
  /** How much later than the others of its round it will be over. */
  behindMs: Ms
  /** From when on it falls behind by itself, and more with every moment; null where it does not. */
  behindSince: Ms | null
  help: null | { by: SeatId; since: Ms }
  /** How it stands with the facilitator who knocked there; `heard`: in, and lent the floor. */
  visit: null | Visit['stage'] | 'heard'
  closed: null | { why: CloseReason }
  /** When its people are called back; a process of the last release does not say. */
  backBy?: Ms | null
}

/** What a facilitator sees of a room at `now`, a moment before the room's own last one counting as that. No word of anybody's. */
export function glance(room: Room, now: Ms): Glance {
  const at = Math.max(now, room.at)
  const current = advance(room, at)
  const { sitting, closed, help } = current
  const isIn = (seat: SeatId) => !current.left.includes(seat) && current.seats[seat]?.goneSince === null
  return {
    here: seatIds(current).filter(isIn),
    left: seatIds(current).filter(seat => !current.seats[seat] || current.left.includes(seat)),
    stage: closed ? 'closed' : sitting ? 'sitting' : 'gathering',
    phase: sitting && phaseOf(sitting, at),
    held: sitting?.hold ? { why: sitting.hold.why, since: sitting.hold.since } : null,
    behindMs: sitting ? behindMs(sitting, at) : 0,
    behindSince: sitting && behindSince(sitting, at),
    help: help ? { by: help.by, since: help.since } : null,
    visit: current.visit && !closed ? (visitorIsHeard(current, at) ? 'heard' : current.visit.stage) : null,
    closed: closed && { why: closed.why },
    backBy: current.backBy ?? null,
  }
}

function phaseOf(sitting: Sitting, now: Ms): Glance['phase'] {
  const { n, startedAt } = whereAt(sitting, now)
  const phase = sitting.phases[n]
  if (!phase) return null
  const { endsAt } = bounds(phase, startedAt)
  const speaker = phase.speaker && seatAt(sitting, phase.speaker)
  return { kind: phase.kind, n, startedAt, endsAt, speaker: speaker ?? null }
}
