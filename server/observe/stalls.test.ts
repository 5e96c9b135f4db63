// Does a process know that it stood still, and for how long it should be mistrusted?
import { expect, it } from 'vitest'
import { watchStalls } from './stalls.ts'

function start() {
  let now = 1_000_000
  let everyMs = 0
  let look = () => {}
  const noted: unknown[] = []
  let counted = 0
  const stalls = watchStalls({
    log: { note: (event, fields) => void noted.push([event, fields]) },
    meter: { stood: () => counted++ },
    ticks: () => now,
    every(ms, call) {
      everyMs = ms
      look = call
    },
  })
  return {
    stalls,
    noted,
    counted: () => counted,
    /** It runs as it should. */
    runs(ms: number) {
      for (let left = ms; left > 0; left -= everyMs) {
        now += everyMs
        look()
      }
    },
    stands(ms: number, isWoken = true) {
      now += ms
      if (isWoken) look()
    },
  }
}

it('says once of each time that it stood still for two seconds, and of nothing shorter', () => {
  const { stalls, noted, counted, runs, stands } = start()
  stalls.begin()
  runs(60_000)
  stands(1_900)
  runs(1_000)
  expect([stalls.isWary(), stalls.since(), noted]).toEqual([false, Number.POSITIVE_INFINITY, []])
  stands(2_100.4)
  runs(1_000)
  stands(7_000)
  expect(noted).toEqual([
    ['stood-still', { ms: 2_100 }],
    ['stood-still', { ms: 7_000 }],
  ])
  expect(counted()).toBe(2)
})

it('is wary for half a minute from when it goes on, and anew after the next time', () => {
  const { stalls, runs, stands } = start()
  stalls.begin()
  stands(600_000)
  runs(29_500)
  expect([stalls.isWary(), stalls.since()]).toEqual([true, 29_500])
  stands(2_000)
  runs(29_500)
  expect(stalls.isWary()).toBe(true)
  runs(1_000)
  expect(stalls.isWary()).toBe(false)
})

it('knows it also when it is asked before its own alarm has rung', () => {
  const { stalls, noted, stands } = start()
  stalls.begin()
  stands(3_000, false)
  expect([stalls.isWary(), stalls.since()]).toEqual([true, 0])
  stands(0)
  expect(noted).toEqual([['stood-still', { ms: 3_000 }]])
})

it('takes what it does all at once before it is open for nothing', () => {
  const { stalls, noted, runs, stands } = start()
  stands(9_000, false)
  expect(stalls.since()).toBe(Number.POSITIVE_INFINITY)
  stalls.begin()
  runs(1_000)
  expect(noted).toEqual([])
})
