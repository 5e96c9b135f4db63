// May this happen again so soon? A token bucket as a pure function of its state and the instant.
import type { Ms } from '../../lib/protocol/room.ts'

/** `burst` may happen at once; after that one more for every `everyMs` that passes. */
export interface Rate {
  burst: number
  everyMs: Ms
}

/** The instant at which the bucket will be full again: all that has to be remembered of it, for a rate that is known. */
export type Bucket = Ms

/** One that nothing was ever taken from. */
export const FULL: Bucket = 0

/** Intervals that are no whole ms add up to a little more or less than they are. */
const ROUNDED_MS = 0.01

/** The bucket after `cost` tokens were taken from it at `now`; null when it holds less, and nothing is taken. */
export function take(bucket: Bucket, rate: Rate, now: Ms, cost = 1): Bucket | null {
  const fullAt = Math.max(bucket, now) + cost * rate.everyMs
  return fullAt - now <= rate.burst * rate.everyMs + ROUNDED_MS ? fullAt : null
}
