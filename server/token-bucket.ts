// May this happen again so soon? A token bucket as a pure function of its state and the instant.
import type { Ms } from '../lib/protocol/room.ts'

/** `burst` may happen at once; after that one more for every `everyMs` that passes. */
export interface Rate {
  burst: number
  everyMs: Ms
}

export interface Bucket {
  tokens: number
  /** The instant for which `tokens` was true. */
  at: Ms
}

export const fullBucket = (rate: Rate, now: Ms): Bucket => ({ tokens: rate.burst, at: now })

/** The bucket at `now`. An instant before the bucket's own counts as no time passed. */
export function refill(bucket: Bucket, rate: Rate, now: Ms): Bucket {
  const passed = Math.max(0, now - bucket.at)
  return { tokens: Math.min(rate.burst, bucket.tokens + passed / rate.everyMs), at: bucket.at + passed }
}

/** Takes `cost` tokens, all or none. The bucket is the one to keep, whether or not it was allowed. */
export function take(bucket: Bucket, rate: Rate, now: Ms, cost = 1): { allowed: boolean; bucket: Bucket } {
  const filled = refill(bucket, rate, now)
  if (filled.tokens < cost) return { allowed: false, bucket: filled }
  return { allowed: true, bucket: { tokens: filled.tokens - cost, at: filled.at } }
}
