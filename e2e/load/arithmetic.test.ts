// Is what the bench says of its numbers right?
import { expect, it } from 'vitest'
import { compare, judge, median, percentile } from './arithmetic.ts'
import { comparedRow, tableOf, verdictOf } from './row.ts'

it('a percentile is one of the numbers, by nearest rank, whatever their order', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n)
  expect([0, 0.01, 0.5, 0.99, 1].map(p => percentile(hundred, p))).toEqual([1, 1, 50, 99, 100])
  expect(percentile([7], 0.99)).toBe(7)
  expect(hundred[0]).toBe(100)
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})

it('a median is the middle one, or between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5)
  expect(median([4, 1, 2, 9])).toBe(3)
  expect(median([2])).toBe(2)
})

it('a ratio is that of each round, so that a slow moment of the machine cancels out', () => {
  // The second round was ten times slower for both.
  expect(compare([1, 20, 3], [2, 40, 2])).toEqual({ ours: 3, peer: 2, ratio: 0.5, best: 0.5 })
  // The medians alone would say 1.5.
  expect(() => compare([1, 2], [1])).toThrow(RangeError)
})

it('a target is met, or missed by no more than a busy machine explains, or missed', () => {
  expect([1, 1.001, 1.15, 1.151].map(value => judge(value, 1))).toEqual(['met', 'near', 'near', 'missed'])
})

it('a row without a target is judged by nobody, and stands in the table', () => {
  const found = compare([1], [2])
  expect(verdictOf(comparedRow('x', 'ms', found))).toBeNull()
  expect(verdictOf(comparedRow('x', 'ms', found, 0.4))).toBe('missed')
  const table = tableOf([comparedRow('x', 'ms', found, 0.5)])
  expect(table.split('\n')).toHaveLength(3)
  expect(table).toMatch(/\| x +\| 1\.0 ms \| 2\.0 ms \| 0\.50 \(best 0\.50\) \| <= 0\.5 +\| met \|/)
})
