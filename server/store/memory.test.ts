// Does the store in memory keep the contract, its bound, and nothing beyond its time?
import { expect, it } from 'vitest'
import { createHandClock } from '../testing/hand-clock.ts'
import { createMemoryStore } from './memory.ts'
import { storeContract } from './testing/contract.ts'
import { epochContract } from './testing/epoch-contract.ts'

const START = Date.UTC(2026, 0, 1)
const MINUTE = 60_000
const room = (n: number) => ({ body: `{"n":${n}}`, commit: `c-${n}` })

for (const contract of [storeContract, epochContract]) {
  contract('memory', async () => {
    const clock = createHandClock(START)
    const store = createMemoryStore(clock)
    return { store, pass: ms => clock.advance(ms), end: () => store.close() }
  })
}

function start(most?: number) {
  const clock = createHandClock(START)
  return { clock, store: createMemoryStore(clock, most === undefined ? {} : { most }) }
}

it('takes as many rooms as it may and refuses the next, while those that are there go on', async () => {
  const { clock, store } = start(2)
  await store.create('one', room(1), MINUTE)
  await store.create('two', room(2), 2 * MINUTE)
  await expect(store.create('three', room(3), MINUTE)).rejects.toMatchObject({ name: 'StoreDown', why: 'full' })
  expect(await store.create('one', room(1), MINUTE)).toMatchObject({ result: 'made' })
  expect(await store.swap('one', 'c-1', room(4), MINUTE)).toMatchObject({ result: 'swapped' })
  expect(await store.forget('four', MINUTE)).toMatchObject({ result: 'gone' })
  await clock.advance(MINUTE)
  expect(await store.create('three', room(3), MINUTE)).toMatchObject({ result: 'made' })
})

it('erases what is over without being asked, with one alarm for all rooms and none when it is empty', async () => {
  const { clock, store } = start()
  for (let n = 0; n < 100; n++) await store.create(`room-${n}`, room(n), MINUTE + 10 * n)
  expect(clock.alarms).toBe(1)
  await clock.advance(MINUTE)
  expect(clock.alarms).toBe(1)
  await clock.advance(3_000)
  expect(clock.alarms).toBe(0)
})

it('wakes for the room that expires first, whichever was made first', async () => {
  const clock = createHandClock(START)
  const wakes: number[] = []
  const watched = {
    now: clock.now,
    at(at: number, ring: () => void) {
      wakes.push(at - START)
      return clock.at(at, ring)
    },
  }
  const store = createMemoryStore(watched)
  await store.create('long', room(1), 10 * MINUTE)
  await store.create('short', room(2), MINUTE)
  await store.create('longer', room(3), 20 * MINUTE)
  expect(wakes).toEqual([10 * MINUTE, MINUTE])
  await clock.advance(MINUTE)
  expect(wakes).toEqual([10 * MINUTE, MINUTE, 10 * MINUTE])
})

it('is over when it is closed', async () => {
  const { clock, store } = start()
  await store.create('one', room(1), MINUTE)
  await store.close()
  expect(clock.alarms).toBe(0)
  await expect(store.load('one')).rejects.toMatchObject({ name: 'StoreDown', why: 'refused' })
})
