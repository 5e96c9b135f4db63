// What does a facilitator do to a room without being in it? Begins it, stops its clock and lets it run, gives it a minute,
// calls its people back, answers their call, closes it: at one instant for all the rooms of a round.
import { advance, close, hold } from './advance.ts'
import { begin } from './begin.ts'
import { grown } from './common-clock.ts'
import type { RefusalCode } from './intents.ts'
import type { Ms, Room, Sitting } from './room.ts'
import { people } from './room.ts'
import type { Refused, Stepped } from './step.ts'
import { knocked, withdrawn } from './visit.ts'
import { whereAt } from './where.ts'

/** `more` gives `totalMs` in all: to the turns of this round that are not over, in equal parts, or to the running phase. */
export type Direction =
  /** `since`: when the round began for the others, where that was earlier. */
  | { do: 'begin'; catchUp: boolean; since?: Ms }
  | { do: 'hold' }
  | { do: 'resume' }
  | { do: 'more'; totalMs: Ms }
  | { do: 'call-back'; by: Ms | null }
  | { do: 'attend' }
  | { do: 'knock' }
  | { do: 'withdraw' }
  /** `why`: what those read who are still in it. */
  | { do: 'close'; why?: 'left' }

/**
 * One direction, given at `at` and come to this room at `now`, a little later. What follows from it follows from `at`, so that
 * rooms which hear of it one after the other still share their instants. Only rooms of the kind `workshop` are directed.
 */
export function direct(room: Room, direction: Direction, at: Ms, now: Ms): Stepped | Refused {
  const current = advance(room, Math.max(now, room.at))
  const code = refusal(current, direction)
  if (code) return { ok: false, code, room: current }
  const next = directed(current, direction, at)
  if (next === current) return { ok: true, room: current }
  const when = Math.max(now, current.at, next.at)
  return { ok: true, room: { ...advance({ ...next, at: when }, when), rev: current.rev + 1 } }
}

function refusal(room: Room, direction: Direction): RefusalCode | null {
  if (room.kind !== 'workshop') return 'not-allowed'
  if (room.closed) return 'closed'
  if (direction.do === 'begin' && room.sitting) return 'not-now'
  if (['hold', 'resume', 'more'].includes(direction.do) && !room.sitting) return 'not-now'
  return null
}

function directed(room: Room, direction: Direction, at: Ms): Room {
  const { sitting } = room
  switch (direction.do) {
    case 'begin': {
      // Whoever it was, they left as it was said: nobody sits down to listen to an empty chair.
      if (people(room).length < 2) return close(room, 'left', at)
      const begun = begin(room, at)
      if (!begun.sitting) return room
      return {
        ...begun,
        sitting: { ...begun.sitting, common: { startedAt: direction.since ?? at, catchUp: direction.catchUp } },
      }
    }
    case 'hold':
      return sitting ? { ...room, sitting: stopped(sitting, at) } : room
    case 'resume':
      return sitting ? { ...missing(room, sitting, at), sitting: released(room, sitting, at) } : room
    case 'more':
      return sitting
        ? { ...room, sitting: { ...sitting, phases: grown(sitting.phases, whereAt(sitting, at).n, direction.totalMs) } }
        : room
    case 'call-back':
      return { ...room, backBy: direction.by }
    case 'attend':
      return room.help ? { ...room, help: null } : room
    case 'knock':
      return knocked(room, at)
    case 'withdraw':
      return withdrawn(room)
    case 'close':
      return close(room, direction.why ?? 'facilitator', at)
  }
}

/** A room that stood still already goes on doing so; from now on only the facilitator ends it. */
function stopped(sitting: Sitting, at: Ms): Sitting {
  const { hold: held } = sitting
  if (held?.why === 'facilitator') return sitting
  if (held) return { ...sitting, stoppedAt: at, hold: { ...held, why: 'facilitator', by: null, resume: [] } }
  return { ...hold(sitting, 'facilitator', at, null), stoppedAt: at }
}

/** Nobody was needed while the facilitator held: whoever is not there is missed from now on. */
function missing(room: Room, { hold: held }: Sitting, at: Ms): Room {
  if (held?.why !== 'facilitator') return room
  const seats = { ...room.seats }
  for (const seat of people(room)) {
    const own = seats[seat]
    if (own && own.goneSince !== null) seats[seat] = { ...own, goneSince: Math.max(own.goneSince, at) }
  }
  return { ...room, seats }
}

/** Where somebody is missing the room stays held, for them, and is behind from here on. */
function released(room: Room, sitting: Sitting, at: Ms): Sitting {
  const { hold: held, stoppedAt = at, common } = sitting
  if (held?.why !== 'facilitator') return sitting
  // The clock that all share stood still for as long as the facilitator held it, whatever else held this room.
  const shared = common && { ...common, startedAt: common.startedAt + Math.max(0, at - stoppedAt) }
  const { stoppedAt: _, ...rest } = { ...sitting, ...(shared && { common: shared }) }
  const isAllHere = people(room).every(seat => room.seats[seat]?.goneSince === null)
  if (!isAllHere) return { ...rest, hold: { ...held, why: 'away' } }
  return { ...rest, hold: null, startedAt: sitting.startedAt + Math.max(0, at - held.since) }
}
