// Does the process keep the store's time, without ever going back, and ring when it says it will?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClock, type TaughtClock } from './clock.ts'

const START = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000
const DAY = 24 * HOUR

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'], now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

/** An answer of a store that is `ahead` ms of this machine, over a path of `rtt` ms both ways together. */
function lesson(clock: TaughtClock, ahead: number, rtt = 2): void {
  const sent = clock.local()
  vi.advanceTimersByTime(rtt / 2)
  const storeNow = clock.local() + ahead
  vi.advanceTimersByTime(rtt / 2)
  clock.learn(storeNow, sent, clock.local())
}

it('goes on by itself, in whole milliseconds, when nobody has taught it', () => {
  const clock = createClock()
  expect(clock.now()).toBe(START)
  vi.advanceTimersByTime(1_500)
  expect(clock.now()).toBe(START + 1_500)
})

it('does not notice that the date of the machine was set', () => {
  const clock = createClock()
  vi.setSystemTime(START + DAY)
  vi.advanceTimersByTime(1_000)
  expect(clock.now()).toBe(START + 1_000)
})

it.each([HOUR, -HOUR])('takes the time of the store from its first lesson (store %d ms ahead)', ahead => {
  const clock = createClock()
  clock.now()
  lesson(clock, ahead)
  expect(clock.now() - clock.local()).toBeCloseTo(ahead, -1)
})

it('believes the quickest answer and not the latest', () => {
  const clock = createClock()
  lesson(clock, 500, 4)
  const sent = clock.local()
  vi.advanceTimersByTime(800)
  // All of the delay was on the way back: the middle of this answer is 400 ms wrong.
  clock.learn(sent + 500, sent, clock.local())
  expect(Math.abs(clock.now() - clock.local() - 500)).toBeLessThanOrEqual(2)
})

it('goes forward at once when the store is ahead', () => {
  const clock = createClock()
  lesson(clock, 0)
  lesson(clock, 5_000)
  expect(clock.now() - clock.local()).toBeCloseTo(5_000, -1)
})

it.each([
  ['a little', 200],
  ['more than any estimate is wrong', 60_000],
])('goes slower and never back when it is %s ahead, until the store has caught up', (_howMuch, ms) => {
  const clock = createClock()
  lesson(clock, ms)
  for (let i = 0; i < 20; i++) {
    const before = clock.now()
    lesson(clock, 0)
    expect(clock.now()).toBeGreaterThanOrEqual(before)
  }
  let last = clock.now()
  for (let passed = 0; passed < 2 * ms; passed += ms / 10) {
    vi.advanceTimersByTime(ms / 10)
    const next = clock.now()
    expect(next - last).toBeGreaterThanOrEqual(Math.floor(ms / 20) - 1)
    last = next
  }
  expect(Math.abs(clock.now() - clock.local())).toBeLessThanOrEqual(3)
})

it('is not misled by an answer that makes no sense', () => {
  const clock = createClock()
  lesson(clock, 100)
  clock.learn(Number.NaN, clock.local(), clock.local())
  clock.learn(clock.local() + DAY, clock.local() + 10, clock.local())
  expect(clock.now() - clock.local()).toBeCloseTo(100, -1)
})

it('rings once, at its instant and not before', () => {
  const clock = createClock()
  const rung: number[] = []
  clock.at(START + 1_000, () => rung.push(clock.now()))
  vi.advanceTimersByTime(999)
  expect(rung).toEqual([])
  vi.advanceTimersByTime(1)
  vi.advanceTimersByTime(DAY)
  expect(rung).toEqual([START + 1_000])
})

it('rings what is already due soon, but not inside the call that sets it', () => {
  const clock = createClock()
  let rung = 0
  clock.at(START - 1, () => rung++)
  expect(rung).toBe(0)
  vi.advanceTimersByTime(1)
  expect(rung).toBe(1)
})

it('does not ring what was cancelled', () => {
  const clock = createClock()
  let rung = 0
  const cancel = clock.at(START + 10, () => rung++)
  cancel()
  cancel()
  vi.advanceTimersByTime(DAY)
  expect(rung).toBe(0)
})

it('waits longer than one timer can', () => {
  const clock = createClock()
  const rung: number[] = []
  const at = START + 60 * DAY
  clock.at(at, () => rung.push(clock.now()))
  vi.advanceTimersByTime(60 * DAY - 1)
  expect(rung).toEqual([])
  vi.advanceTimersByTime(1)
  expect(rung).toEqual([at])
})

it('waits on when its timer fires while the clock is slowed', () => {
  const clock = createClock()
  lesson(clock, 400)
  const rung: number[] = []
  const at = clock.now() + 300
  clock.at(at, () => rung.push(clock.now()))
  lesson(clock, 0)
  vi.advanceTimersByTime(300)
  expect(rung).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(rung).toHaveLength(1)
  expect(rung[0]).toBeGreaterThanOrEqual(at)
  expect(rung[0]).toBeLessThan(at + 5)
})

it('rings in time, and once, when it learns that it is late, as after the machine slept', () => {
  const clock = createClock()
  lesson(clock, 0)
  let rung = 0
  clock.at(clock.now() + HOUR, () => rung++)
  lesson(clock, 2 * HOUR)
  vi.advanceTimersByTime(1)
  expect(rung).toBe(1)
  lesson(clock, 4 * HOUR)
  vi.advanceTimersByTime(HOUR)
  expect(rung).toBe(1)
})

it('needs a lesson before the first, five minutes after the last, and when the machine has slept', () => {
  const clock = createClock()
  expect(clock.needsLesson()).toBe(true)
  lesson(clock, 0)
  expect(clock.needsLesson()).toBe(false)
  vi.advanceTimersByTime(5 * 60_000 - 10)
  expect(clock.needsLesson()).toBe(false)
  vi.advanceTimersByTime(10)
  expect(clock.needsLesson()).toBe(true)
  lesson(clock, 0)
  expect(clock.needsLesson()).toBe(false)
  // The date went on, and the clock that nobody can set did not.
  vi.setSystemTime(Date.now() + 100)
  expect(clock.needsLesson()).toBe(true)
})
