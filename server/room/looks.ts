// Does somebody see something else than before? Two views that look the same need not both be sent.
import { createHash } from 'node:crypto'
import type { RoomView } from '../../lib/wire/events.ts'

/**
 * A mark of what a view shows, without the instant at which it was made, but for whether the bell of the turn is due by then: a page
 * that could not ring by itself rings by this word. A mark, for the whole would be most of what a pair at rest holds.
 */
export function looks(seen: RoomView): string {
  const bellAt = seen.phase?.bellAt ?? null
  const whole = JSON.stringify({ ...seen, now: bellAt !== null && seen.now >= bellAt ? 1 : 0 })
  return createHash('sha256').update(whole).digest('base64')
}
