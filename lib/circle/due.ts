// What has a room missed of what its facilitator asked of all? Each direction is in the circle, for good: a room that did not take one, as
// the store was away or others were quicker, shows by where it stands what is still due.
import type { Direction } from '../protocol/direct.ts'
import type { Glance } from '../protocol/glance.ts'
import type { Ms } from '../protocol/room.ts'
import { type Circle, type CircleRoom, isRunning } from './circle.ts'
import { beginning } from './orders.ts'

/** A room that begins later than this after the others has its turns from then on, and is behind. */
const LATE_MS = 10_000

export interface Due {
  direction: Direction
  at: Ms
}

/** In the order in which it is to be done; nothing where the room is as it should be. Done once more it changes nothing. */
export function due(circle: Circle, { over }: CircleRoom, seen: Glance, now: Ms): Due[] {
  const { round } = circle
  if (!round || over || seen.closed) return []
  const { startedAt, stoppedAt, backBy } = round
  const all: Due[] = []
  if (startedAt !== null && seen.stage === 'gathering' && isRunning(circle, now)) {
    const at = now < startedAt + LATE_MS ? startedAt : now
    all.push({ direction: beginning(circle, startedAt), at })
    if (stoppedAt !== null) all.push({ direction: { do: 'hold' }, at: Math.max(at, stoppedAt) })
  }
  if (seen.stage === 'sitting') {
    const isHeld = seen.held?.why === 'facilitator'
    if (stoppedAt !== null && !isHeld) all.push({ direction: { do: 'hold' }, at: stoppedAt })
    if (stoppedAt === null && isHeld) all.push({ direction: { do: 'resume' }, at: round.resumedAt ?? now })
  }
  // A process of the last release does not tell it.
  if (seen.backBy !== undefined && seen.backBy !== backBy)
    all.push({ direction: { do: 'call-back', by: backBy }, at: now })
  return all
}
