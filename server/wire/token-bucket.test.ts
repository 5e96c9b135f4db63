// Does a bucket allow its burst, then its rate, and never more?
import { expect, it } from 'vitest'
import { FULL, type Rate, take } from './token-bucket.ts'

const RATE: Rate = { burst: 3, everyMs: 100 }

/** How many of the asks at these instants a full bucket allows. */
function allowed(instants: readonly number[], rate = RATE): boolean[] {
  let bucket = FULL
  return instants.map(now => {
    const taken = take(bucket, rate, now)
    bucket = taken ?? bucket
    return taken !== null
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
  expect(allowed([1e9, 1e9, 1e9, 0, 1e9, 1e9 + 99, 1e9 + 100])).toEqual([true, true, true, false, false, false, true])
})

it('takes a cost whole or not at all', () => {
  expect(take(FULL, RATE, 0, 4)).toBeNull()
  const empty = take(FULL, RATE, 0, 3) ?? FULL
  expect(take(empty, RATE, 0)).toBeNull()
  expect(take(empty, RATE, 199, 2)).toBeNull()
  expect(take(empty, RATE, 200, 2)).not.toBeNull()
})

it('allows the whole burst of an interval that is no whole number, at any instant', () => {
  for (const burst of [3, 7, 11, 60]) {
    const rate = { burst, everyMs: 3_600_000 / burst / 7 }
    const now = 1_700_000_000_000 + burst
    expect(
      allowed(
        Array.from({ length: burst + 1 }, () => now),
        rate,
      ).filter(Boolean),
    ).toHaveLength(burst)
  }
})
