// How long is waited before dialling again? Full jitter: anything from nothing to a bound that doubles with each failure.
// A thousand browsers that lost the same server then come back spread out, and the first of them at once
// (Brooker 2015, "Exponential Backoff and Jitter", AWS Architecture Blog).
import type { Ms } from '../../../lib/protocol/room.ts'

const FIRST_MS = 500
const MOST_MS = 4000

/** `failures`: how many attempts have failed since the last that did not. `chance`: a number from 0 to just under 1. */
export function backoffMs(failures: number, chance: number): Ms {
  // The exponent is bounded, so that a night without a network doesn't end in an infinite number.
  return Math.floor(chance * Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures, 10)))
}
