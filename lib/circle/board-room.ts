// What stands on a facilitator's board about one room? What a glance into it shows, under the names of the circle.
import type { Glance } from '../protocol/glance.ts'
import { SEATS, type SeatId } from '../protocol/room.ts'
import type { BoardRoom, PersonId } from '../wire/circle.ts'
import { type CircleRoom, sitters } from './circle.ts'

/** `n`: from 1. `seen`: null where nothing is known of the room yet. */
export function boardRoom(one: CircleRoom, n: number, seen: Glance | null): BoardRoom {
  const { room, over } = one
  const people = sitters(one)
  const person = (seat: SeatId): PersonId | null => one.people[SEATS.indexOf(seat)] ?? null
  if (!seen) {
    const nothing = { phase: null, held: null, behindMs: 0, behindSince: null, help: null, visit: null } as const
    return {
      n,
      room,
      people,
      ...nothing,
      here: [],
      stage: over ? 'closed' : 'gathering',
      closed: over ? { why: over } : null,
    }
  }
  // Another process may be of the release before.
  const { here, stage, phase, held, behindMs, behindSince = null, help, visit, closed } = seen
  const helper = help && person(help.by)
  return {
    n,
    room,
    people,
    here: here.flatMap(seat => person(seat) ?? []),
    stage,
    phase: phase && { ...phase, speaker: phase.speaker && person(phase.speaker) },
    held,
    behindMs,
    behindSince,
    help: help && helper ? { by: helper, since: help.since } : null,
    visit,
    closed,
  }
}
