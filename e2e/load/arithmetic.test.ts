// Is what the bench says of its numbers right?
import { expect, it } from 'vitest'
import { compare, judge, median, percentile } from './arithmetic.ts'
import { inTimeRows, type One, waysBack } from './moved-rows.ts'
import { comparedRow, type Row, tableOf, verdictOf } from './row.ts'

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

it('what was promised is met or missed, however busy the machine is', () => {
  expect([1, 1.001, 1.15].map(value => judge(value, 1, true))).toEqual(['met', 'missed', 'missed'])
  const row = { metric: 'x', ours: '1.1', value: 1.1, target: 1 }
  expect([verdictOf(row), verdictOf({ ...row, isExact: true })]).toEqual(['near', 'missed'])
  const one = { outages: [2_600], backAt: 1, gone: null, isUp: true, said: 0, twice: 0, healed: 0, wrong: [] }
  const people = [{ ...one, holds: 0, boundaries: 0 }]
  const verdicts = (rows: Row[]) => rows.map(verdictOf).filter(verdict => verdict !== null)
  // 2.6 s where 2.5 are promised; 98.9 % where 99 are.
  expect(verdicts(waysBack('x', { people, stallMs: 0 }, { target: 2_500, isExact: true }, [1]))).toEqual([
    'missed',
    'met',
  ])
  const many = Array.from({ length: 1_000 }, (_, n) => ({ ...people[0], backAt: n < 989 ? 1 : 0 }) as One)
  expect(verdicts(inTimeRows('x', many, many))).toEqual(['missed', 'missed'])
})

it('a row without a target is judged by nobody, and stands in the table', () => {
  const found = compare([1], [2])
  expect(verdictOf(comparedRow('x', 'ms', found))).toBeNull()
  expect(verdictOf(comparedRow('x', 'ms', found, 0.4))).toBe('missed')
  const table = tableOf([comparedRow('x', 'ms', found, 0.5)])
  expect(table.split('\n')).toHaveLength(3)
  expect(table).toMatch(/\| x +\| 1\.0 ms \| 2\.0 ms \| 0\.50 \(best 0\.50\) \| <= 0\.5 +\| met \|/)
})
