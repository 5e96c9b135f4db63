import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

const JUST_UNDER_ONE = 1 - Number.EPSILON

test('the first attempt waits less than half a second, and each bound is double the last until 4 s', () => {
  const bounds = [0, 1, 2, 3, 4, 50].map(failures => backoffMs(failures, JUST_UNDER_ONE))
  expect(bounds).toEqual([499, 999, 1999, 3999, 3999, 3999])
})

test('any wait from nothing on is possible at every attempt', () => {
  for (const failures of [0, 3, 5000]) expect(backoffMs(failures, 0)).toBe(0)
  expect(backoffMs(5000, 0.5)).toBe(2000)
})
