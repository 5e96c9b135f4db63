// Do published hours lead to the right instants, through the changes of the clocks?
import { expect, test } from 'vitest'
import { nextGatherings, readHours } from './hours.ts'

const at = (text: string) => Date.parse(text)
const hours = (text: string) => readHours(text) ?? []
const next = (text: string, now: string, most?: number) =>
  nextGatherings(hours(text), at(now), most).map(({ from, until }) => [
    new Date(from).toISOString().slice(0, 16),
    (until - from) / 60_000,
  ])

test('[DO4] a gathering begins when the clocks of its zone say so, in summer as in winter', () => {
  const sundays = 'Sun 19:00-20:30 Europe/Berlin'
  expect(next(sundays, '2026-01-14T00:00Z', 1)).toEqual([['2026-01-18T18:00', 90]])
  expect(next(sundays, '2026-07-15T00:00Z', 1)).toEqual([['2026-07-19T17:00', 90]])
  // The clocks go forward in the night to 29 March 2026.
  expect(next(sundays, '2026-03-22T20:00Z', 2)).toEqual([
    ['2026-03-29T17:00', 90],
    ['2026-04-05T17:00', 90],
  ])
  expect(next('Mon 00:30-01:00 Asia/Kolkata', '2026-01-14T00:00Z', 1)).toEqual([['2026-01-18T19:00', 30]])
})

test('[DO4] the one that is on comes first, and all of them in their order', () => {
  const both = 'Wed 12:00-13:00 UTC; Sun 22:00-01:00 America/New_York'
  expect(next(both, '2026-01-14T12:30Z', 3)).toEqual([
    ['2026-01-14T12:00', 60],
    ['2026-01-19T03:00', 180],
    ['2026-01-21T12:00', 60],
  ])
  expect(next(both, '2026-01-14T13:00Z', 1)).toEqual([['2026-01-19T03:00', 180]])
})

test('what can not be understood is not guessed', () => {
  for (const text of ['Sunday 19:00-20:00 UTC', 'Sun 25:00-26:00 UTC', 'Sun 19:00 UTC', 'Sun 19:00-20:00 Mars/Base']) {
    expect(readHours(text), text).toBeNull()
  }
  expect(readHours('')).toEqual([])
})
