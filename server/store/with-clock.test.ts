// Does every answer of the store teach the clock, with the instants between which it came, and a failure nothing?
import { expect, it } from 'vitest'
import type { RoomStore } from '../ports.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { createMemoryStore } from './memory.ts'
import { withClock } from './with-clock.ts'

const STORE_NOW = 5_000_000
const MINUTE = 60_000

function start() {
  const lessons: number[][] = []
  let local = 0
  const clock = {
    local: () => ++local,
    learn: (...lesson: number[]) => void lessons.push(lesson),
  }
  return { store: withClock(createMemoryStore(createHandClock(STORE_NOW)), clock), lessons }
}

const acts: [string, (store: RoomStore) => Promise<unknown>][] = [
  ['create', store => store.create('one', { body: '{}', commit: 'c-1' }, MINUTE)],
  ['load', store => store.load('one')],
  ['swap', store => store.swap('one', 'c-1', { body: '{}', commit: 'c-2' }, MINUTE)],
  ['forget', store => store.forget('one', MINUTE)],
  ['ready', store => store.ready()],
]

it.each(acts)('%s is a lesson', async (_name, act) => {
  const { store, lessons } = start()
  expect(await act(store)).toMatchObject({ now: STORE_NOW })
  expect(lessons).toEqual([[STORE_NOW, 1, 2]])
})

it('an act that fails teaches nothing', async () => {
  const { store, lessons } = start()
  await store.close()
  for (const [, act] of acts) await expect(act(store)).rejects.toMatchObject({ why: 'refused' })
  expect(lessons).toEqual([])
})
