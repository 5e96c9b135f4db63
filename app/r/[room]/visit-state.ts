// How does it stand between the people of a room and their facilitator at its door, seen by one of them?
import type { RoomView } from '../../../lib/wire/events.ts'

/** A knock that is still to be answered, or has been; in the room; in it, and heard. */
export type VisitState = 'knocks' | 'said' | 'isIn' | 'has'

export function visitState({ isIn, hasFloor, yes }: NonNullable<RoomView['visit']>): VisitState {
  if (!isIn) return yes ? 'said' : 'knocks'
  return hasFloor ? 'has' : 'isIn'
}
