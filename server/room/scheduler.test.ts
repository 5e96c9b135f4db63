// Is each room woken once, when it is due and not otherwise?
import { expect, it } from 'vitest'
import { createHandClock } from '../testing/hand-clock.ts'
import { AT_ONCE, createScheduler } from './scheduler.ts'

function start() {
  const clock = createHandClock(1_000)
  const woken: [string, number][] = []
  const scheduler = createScheduler(clock, room => woken.push([room, clock.now()]))
  return { clock, woken, scheduler }
}

it('wakes each room at its own instant, once', async () => {
  const { clock, woken, scheduler } = start()
  scheduler.arm('late', 1_300)
  scheduler.arm('early', 1_100)
  await clock.advance(1_000)
  expect(woken).toEqual([
    ['early', 1_100],
    ['late', 1_300],
  ])
  expect(clock.alarms).toBe(0)
})

it('moves the alarm of a room instead of setting a second one', async () => {
  const { clock, woken, scheduler } = start()
  scheduler.arm('room', 1_100)
  scheduler.arm('room', 1_200)
  scheduler.arm('room', 1_200)
  expect(clock.alarms).toBe(1)
  await clock.advance(1_000)
  expect(woken).toEqual([['room', 1_200]])
})

it('can be armed again from within the waking, and told to let be', async () => {
  const { clock, woken, scheduler } = start()
  scheduler.arm('room', 1_100)
  scheduler.arm('other', 1_150)
  scheduler.arm('other', null)
  await clock.to(1_100)
  scheduler.arm('room', 1_200)
  await clock.to(1_200)
  expect(woken.map(([, at]) => at)).toEqual([1_100, 1_200])
})

it('lets go of everything when it is closed', async () => {
  const { clock, woken, scheduler } = start()
  scheduler.arm('one', 1_100)
  scheduler.arm('two', 1_200)
  scheduler.close()
  expect(clock.alarms).toBe(0)
  await clock.advance(1_000)
  expect(woken).toEqual([])
})

it('wakes all that are due in one millisecond, and lets other work come between', async () => {
  const { clock, woken, scheduler } = start()
  const rooms = 10 * AT_ONCE + 1
  for (let n = 0; n < rooms; n++) scheduler.arm(`room-${n}`, 1_100)
  const seen: number[] = []
  let isOver = false
  const look = () => {
    seen.push(woken.length)
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  await clock.to(1_100)
  await expect.poll(() => woken.length, { interval: 1 }).toBe(rooms)
  isOver = true
  expect(new Set(woken.map(([room]) => room)).size).toBe(rooms)
  // Two turns of the loop may pass between two looks.
  expect(Math.max(...seen.slice(1).map((count, n) => count - (seen[n] ?? 0)))).toBeLessThanOrEqual(2 * AT_ONCE)
  expect(clock.alarms).toBe(0)
})
