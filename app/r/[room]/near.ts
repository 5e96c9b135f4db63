// When is a turn coming to its close? In its last half minute; in a short one in its last third, or it would come to a close
// as it begins.
import type { Ms } from '../../../lib/protocol/room.ts'

const CLOSE_MS = 30_000
const CLOSE_PART = 1 / 3

/** How long before its bell a phase of `wholeMs` is coming to a close. */
export function closeMs(wholeMs: Ms): Ms {
  return Math.min(CLOSE_MS, wholeMs * CLOSE_PART)
}
