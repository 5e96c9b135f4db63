// What may a person do now? The one table of permissions: `step` refuses by it, and a view carries it as `can`.
import type { Doing } from './intents.ts'
import type { Ms, Phase, Room, SeatId, Sitting } from './room.ts'
import { people } from './room.ts'
import { mayOfVisit } from './visit.ts'
import { askedMore, holder, saidOn, seatAt, whereAt } from './where.ts'

/** A turn may grow by this many minutes; by more where the people asked for accessible timing (rule M). */
export const MORE_MOST = { timed: 3, unhurried: 10, none: 0 } as const
/** How often a speaker may ask to be heard further after one say-back (rule R). */
export const REPAIRS_MOST = 2

/** Everything that `seat` may ask of the room at `now`. The room must be advanced to `now`. */
export function may(room: Room, seat: SeatId, now: Ms): Doing[] {
  const own = room.seats[seat]
  if (!own || room.left.includes(seat)) return []
  if (room.closed) return ['leave']
  const can: Doing[] = []
  if (!room.sitting) {
    can.push('ready')
    if (people(room).length > 1 && room.kind === 'friends') can.push('unseat')
  } else if (room.sitting.hold) {
    // Whoever is known to be gone can't say that they are here: an early word would be counted before they are.
    const isAskable = room.sitting.hold.why !== 'facilitator' && !room.sitting.hold.resume.includes(seat)
    if (own.goneSince === null && isAskable) can.push('resume')
  } else {
    const here = whereAt(room.sitting, now)
    const phase = room.sitting.phases[here.n]
    if (phase) can.push(...mayInPhase(room, room.sitting, here.n, phase, seat))
    can.push('hold')
  }
  can.push(...mayOfVisit(room, seat, now))
  if (room.kind === 'workshop' && !room.help) can.push('help')
  can.push('leave')
  return can
}

function mayInPhase(room: Room, sitting: Sitting, n: number, phase: Phase, seat: SeatId): Doing[] {
  const can: Doing[] = []
  // All rooms of a round share one clock: of their own they neither hurry it nor add to it (rule W).
  if (room.kind === 'workshop') {
    if (holder(sitting, phase) === seat && !saidOn(sitting, n).includes(seat)) can.push('on')
    if (phase.kind === 'drop') can.push('line', 'keep')
    return can
  }
  if (maySayOn(sitting, n, phase, seat)) can.push('on')
  if (mayAskMore(room, sitting, n, phase, seat)) can.push('more')
  if (phase.kind === 'heard' && phase.speaker && seatAt(sitting, phase.speaker) === seat) can.push('heard')
  if (phase.kind === 'drop') can.push('line', 'keep')
  return can
}

/** Nobody can hurry a speaker: until the holder of the floor is complete, nobody else's `on` exists (rule P). */
function maySayOn(sitting: Sitting, n: number, phase: Phase, seat: SeatId): boolean {
  if (phase.kind === 'drop' || phase.kind === 'heard') return false
  const said = saidOn(sitting, n)
  if (said.includes(seat)) return false
  const speaking = holder(sitting, phase)
  return speaking === undefined || speaking === seat || said.includes(speaking)
}

/**
 * A minute more is the speaker's to ask for and everybody's to grant; a further round is anybody's to ask for.
 * The listener's yes exists only once it has been asked for, so that the listener has nothing to do before.
 */
function mayAskMore(room: Room, sitting: Sitting, n: number, phase: Phase, seat: SeatId): boolean {
  const asked = askedMore(sitting, n)
  if (asked.includes(seat)) return false
  if (phase.again) return !sitting.extraRound
  const speaking = holder(sitting, phase)
  if (phase.kind !== 'speak' || phase.ms === null || !speaking || saidOn(sitting, n).includes(speaking)) return false
  const granted = phase.granted ?? 0
  return granted < MORE_MOST[room.clock] && (seat === speaking || asked.includes(speaking))
}
