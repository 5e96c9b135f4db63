// Does the soak know a number that grows from one that does not?
import { expect, it } from 'vitest'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { growthOf, trendOf } from './trend.ts'

const places = Array.from({ length: 40 }, (_, n) => 3 * n)
const noisy = (slope: number, seed: number) => {
  const chance = chanceFrom(seed)
  return places.map(at => 1_000 + slope * at + chance.below(20) - 10)
}

it('a straight line has its slope, and no doubt', () => {
  expect(trendOf([0, 1, 2, 4, 8], [5, 7, 9, 13, 21])).toEqual({ slope: 2, least: 2, most: 2 })
})

it('readings one after the other that went wild do not bend it', () => {
  const values = places.map((at, n) => (n % 4 === 1 ? 10 * at + 500 : 2 * at))
  expect(trendOf(places, values).slope).toBe(2)
})

it('the slope lies between its bounds, which come closer with more readings', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const { least, most } = trendOf(places, noisy(0.5, seed))
    expect([seed, least <= 0.5, most >= 0.5]).toEqual([seed, true, true])
  }
  const all = trendOf(places, noisy(0.5, 1))
  const some = (values: readonly number[]) => values.filter((_, n) => n % 4 === 0)
  const few = trendOf(some(places), some(noisy(0.5, 1)))
  expect(few.most - few.least).toBeGreaterThan(1.5 * (all.most - all.least))
})

it('readings at one place say nothing against each other, and too few say nothing', () => {
  expect(trendOf([1, 1, 2, 2, 3, 3], [0, 4, 1, 5, 2, 6]).slope).toBe(1)
  expect(() => trendOf([1, 1, 1, 1, 1], [1, 2, 3, 4, 5])).toThrow(RangeError)
  expect(() => trendOf([1, 2, 3, 4], [1, 2, 3, 4])).toThrow(RangeError)
  expect(() => trendOf([1, 2, 3, 4, 5], [1, 2, 3, 4])).toThrow(RangeError)
})

it('what grows is told from what stands still, and doubt from both', () => {
  expect(growthOf(trendOf(places, noisy(0, 2)), 0.5)).toBe('flat')
  expect(growthOf(trendOf(places, noisy(-3, 2)), 0.5)).toBe('flat')
  expect(growthOf(trendOf(places, noisy(1, 2)), 0.5)).toBe('grows')
  expect(growthOf({ slope: 0.4, least: 0.1, most: 0.7 }, 0.5)).toBe('not known')
  expect(growthOf({ slope: 0.6, least: 0.4, most: 0.7 }, 0.5)).toBe('not known')
})
