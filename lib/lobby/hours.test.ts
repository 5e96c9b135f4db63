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

const BERLIN = 'Europe/Berlin'

test('[DO4] none is missing at whatever hour somebody looks, in the weeks in which the clocks change', () => {
  const sundays = `Sun 19:00-20:30 ${BERLIN}`
  for (const change of ['2026-03-29', '2026-10-25']) {
    const day = at(`${change}T00:00Z`)
    const [begins] = nextGatherings(hours(sundays), day, 1)
    for (let hour = -14 * 24; hour < 18; hour++) {
      const found = nextGatherings(hours(sundays), day + hour * 3_600_000 + 1_800_000)
      expect(found, `${hour} h from ${change}`).toContainEqual(begins)
      const weeks = found.slice(1).map(({ from }, n) => Math.round((from - (found[n]?.from ?? 0)) / 86_400_000))
      expect(new Set(weeks)).toEqual(new Set([7]))
    }
  }
})

test('[DO4] it ends when the clocks say so as well, also in the night in which they change', () => {
  const nights = `Sat 23:00-04:00 ${BERLIN}`
  expect(next(nights, '2026-03-28T12:00Z', 2)).toEqual([
    ['2026-03-28T22:00', 240],
    ['2026-04-04T21:00', 300],
  ])
  expect(next(nights, '2026-10-24T12:00Z', 1)).toEqual([['2026-10-24T21:00', 360]])
  expect(next(`Sun 00:00-24:00 ${BERLIN}`, '2026-03-28T12:00Z', 1)).toEqual([['2026-03-28T23:00', 23 * 60]])
})

test('[DO4] an hour that the clocks leave out is not practised in, and of one that comes twice it is the first', () => {
  expect(next(`Sun 02:30-04:00 ${BERLIN}`, '2026-03-28T12:00Z', 1)).toEqual([['2026-03-29T01:00', 60]])
  expect(next(`Sun 02:00-03:00 ${BERLIN}`, '2026-03-28T12:00Z', 1)).toEqual([['2026-04-05T00:00', 60]])
  expect(next(`Sun 02:15-02:45 ${BERLIN}`, '2026-10-24T12:00Z', 1)).toEqual([['2026-10-25T00:15', 30]])
  expect(next('Sun 02:30-04:00 America/New_York', '2026-03-07T12:00Z', 1)).toEqual([['2026-03-08T07:00', 60]])
  expect(next('Sun 01:30-03:00 America/New_York', '2026-10-31T12:00Z', 1)).toEqual([['2026-11-01T05:30', 150]])
})

test('what can not be understood is not guessed', () => {
  for (const text of ['Sunday 19:00-20:00 UTC', 'Sun 25:00-26:00 UTC', 'Sun 19:00 UTC', 'Sun 19:00-20:00 Mars/Base']) {
    expect(readHours(text), text).toBeNull()
  }
  // The end of a day is no beginning: whether Sunday's or Monday's is meant, nobody knows.
  expect(readHours('Sun 24:00-01:00 UTC')).toBeNull()
  expect(readHours('Sun 23:00-24:00 UTC')).toEqual([{ day: 0, from: 23 * 60, minutes: 60, zone: 'UTC' }])
  expect(readHours('')).toEqual([])
})
