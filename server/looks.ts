// Does somebody see something else than before? Two views that look the same need not both be sent.
import type { RoomView } from '../lib/wire/events.ts'

/**
 * What a view shows, without the instant at which it was made, but for whether the bell of the turn is due by then: a page
 * that could not ring by itself rings by this word.
 */
export function looks(seen: RoomView): string {
  const bellAt = seen.phase?.bellAt ?? null
  return JSON.stringify({ ...seen, now: bellAt !== null && seen.now >= bellAt ? 1 : 0 })
}
