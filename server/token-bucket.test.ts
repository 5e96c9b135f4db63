// Does a bucket allow its burst, then its rate, and never more?
import { expect, it } from 'vitest'
import { fullBucket, type Rate, refill, take } from './token-bucket.ts'

const RATE: Rate = { burst: 3, everyMs: 100 }

/** How many of the asks at these instants a full bucket allows. */
function allowed(instants: readonly number[], rate = RATE): boolean[] {
  let bucket = fullBucket(rate, 0)
  return instants.map(now => {
    const taken = take(bucket, rate, now)
    bucket = taken.bucket
    return taken.allowed
  })
}

it('allows the burst at once and nothing beyond it', () => {
  expect(allowed([0, 0, 0, 0, 0])).toEqual([true, true, true, false, false])
})

it('allows one more for each interval that passes', () => {
  expect(allowed([0, 0, 0, 99, 100, 100, 199, 200])).toEqual([true, true, true, false, true, false, false, true])
})

it('never holds more than its burst, however long it rests', () => {
  expect(allowed([1e9, 1e9, 1e9, 1e9])).toEqual([true, true, true, false])
})

it('allows at most burst plus rate over any stretch, asked as often as one likes', () => {
  const asks = Array.from({ length: 10_001 }, (_, now) => now)
  expect(allowed(asks).filter(Boolean)).toHaveLength(3 + 100)
})

it('gains nothing from an instant that runs back', () => {
  const empty = { tokens: 0, at: 1_000 }
  expect(refill(empty, RATE, 0)).toEqual(empty)
  expect(take(empty, RATE, 0).allowed).toBe(false)
})

it('takes a cost whole or not at all', () => {
  const refused = take(fullBucket(RATE, 0), RATE, 0, 4)
  expect(refused).toEqual({ allowed: false, bucket: { tokens: 3, at: 0 } })
  expect(take(refused.bucket, RATE, 0, 3)).toEqual({ allowed: true, bucket: { tokens: 0, at: 0 } })
})
