// Does the clock of the tests move only when it is told to, and ring everything in order?
import { expect, it } from 'vitest'
import { createHandClock } from './hand-clock.ts'

const START = 1_000_000

it('stands still until it is moved', async () => {
  const clock = createHandClock(START)
  expect(clock.now()).toBe(START)
  await clock.advance(250)
  expect(clock.now()).toBe(START + 250)
  await clock.to(START + 1_000)
  expect(clock.now()).toBe(START + 1_000)
})

it('rings in order of time, then of setting, each at its own instant', async () => {
  const clock = createHandClock(START)
  const rung: [string, number][] = []
  const ring = (name: string) => () => rung.push([name, clock.now() - START])
  clock.at(START + 30, ring('late'))
  clock.at(START + 10, ring('first of two'))
  clock.at(START + 10, ring('second of two'))
  clock.at(START + 31, ring('not yet'))
  await clock.advance(30)
  expect(rung).toEqual([
    ['first of two', 10],
    ['second of two', 10],
    ['late', 30],
  ])
  expect(clock.alarms).toBe(1)
})

it('rings an alarm that an alarm sets, and lets promises settle before the next one', async () => {
  const clock = createHandClock(START)
  const seen: string[] = []
  clock.at(START + 10, () => {
    void (async () => {
      for (let i = 0; i < 50; i++) await Promise.resolve()
      seen.push('settled')
      clock.at(START + 15, () => seen.push('set on the way'))
    })()
  })
  clock.at(START + 20, () => seen.push('next'))
  await clock.advance(20)
  expect(seen).toEqual(['settled', 'set on the way', 'next'])
})

it('does not ring what was cancelled, even by an alarm of the same instant', async () => {
  const clock = createHandClock(START)
  const seen: string[] = []
  const cancelled = clock.at(START + 10, () => seen.push('cancelled'))
  cancelled()
  cancelled()
  let other = () => {}
  clock.at(START + 10, () => other())
  other = clock.at(START + 10, () => seen.push('cancelled by the first'))
  await clock.advance(10)
  expect(seen).toEqual([])
})

it('rings once, and without being moved, what was due when it was set', async () => {
  const clock = createHandClock(START)
  let rung = 0
  clock.at(START - 5, () => rung++)
  expect(rung).toBe(0)
  await expect.poll(() => rung).toBe(1)
  await clock.advance(10)
  expect(rung).toBe(1)
})

it('throws a RangeError when it is turned back, and stands where it was', async () => {
  const clock = createHandClock(START)
  await expect(clock.to(START - 1)).rejects.toThrow(RangeError)
  await expect(clock.advance(-1)).rejects.toThrow(RangeError)
  expect(clock.now()).toBe(START)
})

it('moves twice when it is told so twice at once', async () => {
  const clock = createHandClock(START)
  clock.at(START + 5, () => {})
  await Promise.all([clock.advance(10), clock.advance(10)])
  expect(clock.now()).toBe(START + 20)
})

it('hands the failure of an alarm to whoever moved time', async () => {
  const clock = createHandClock(START)
  clock.at(START + 1, () => {
    throw new Error('in the alarm')
  })
  await expect(clock.advance(1)).rejects.toThrow('in the alarm')
})
