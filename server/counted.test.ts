// Is a store that is timed the same store, and does a Redis that goes away and comes back show as what it is?
import { afterEach, expect, it } from 'vitest'
import { startRedis } from '../e2e/setup/redis.mjs'
import { createClock } from './clock.ts'
import { timedLobby, timedRooms } from './counted.ts'
import { createMetrics } from './observe/metrics.ts'
import { type LobbyStore, type RoomStore, StoreDown } from './ports.ts'
import { connectStores } from './store/connect.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createMemoryStore } from './store/memory.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { numberOf, samplesOf } from './testing/scrape.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const MINUTE = 60_000
const kept = (n: number) => ({ body: '{}', commit: `c-${n}` })

const ROOM_ACTS: [string, string, (store: RoomStore) => Promise<unknown>][] = [
  ['create', 'made', store => store.create('one', kept(1), MINUTE)],
  ['create', 'taken', store => store.create('one', kept(2), MINUTE)],
  ['load', 'kept', store => store.load('one')],
  ['load', 'none', store => store.load('two')],
  ['swap', 'swapped', store => store.swap('one', 'c-1', kept(3), MINUTE)],
  ['swap', 'lost', store => store.swap('one', 'c-1', kept(4), MINUTE)],
  ['swap', 'gone', store => store.swap('two', 'c-1', kept(4), MINUTE)],
  ['forget', 'forgotten', store => store.forget('one', MINUTE)],
  ['forget', 'gone', store => store.forget('three', MINUTE)],
  ['ready', 'done', store => store.ready()],
  ['epoch', 'done', store => store.epoch('the first')],
]
const LOBBY_ACTS: [string, string, (store: LobbyStore) => Promise<unknown>][] = [
  ['load', 'none', store => store.load('queue:text:en')],
  ['swap', 'swapped', store => store.swap('queue:text:en', null, kept(1), MINUTE)],
  ['swap', 'lost', store => store.swap('queue:text:en', null, kept(2), MINUTE)],
  ['load', 'kept', store => store.load('queue:text:en')],
  ['part', 'done', store => store.part(['one', 'two'], 'avoid', MINUTE)],
  ['between', 'done', store => store.between([['one', 'two']])],
]

it('answers as the store does, and counts each act once by what it answered', async () => {
  const metrics = createMetrics()
  const clock = createHandClock(1_000_000)
  const plain = { rooms: createMemoryStore(clock), lobby: createLobbyMemory(clock) }
  const rooms = timedRooms(createMemoryStore(clock), metrics)
  const lobby = timedLobby(createLobbyMemory(clock), metrics)
  for (const [, , act] of ROOM_ACTS) expect(await act(rooms)).toEqual(await act(plain.rooms))
  for (const [, , act] of LOBBY_ACTS) expect(await act(lobby)).toEqual(await act(plain.lobby))
  const samples = samplesOf((await metrics.scrape()).text)
  const count = (store: string, act: string, outcome: string) =>
    numberOf(samples, 'clearing_store_act_duration_seconds_count', { store, act, outcome })
  for (const [act, outcome] of ROOM_ACTS)
    expect([act, outcome, count('rooms', act, outcome)]).toEqual([act, outcome, 1])
  for (const [act, outcome] of LOBBY_ACTS)
    expect([act, outcome, count('lobby', act, outcome)]).toEqual([act, outcome, 1])
  expect(numberOf(samples, 'clearing_store_act_duration_seconds_count')).toBe(ROOM_ACTS.length + LOBBY_ACTS.length)
})

it('fails as the store does, and counts why', async () => {
  const metrics = createMetrics()
  const store = timedRooms(createMemoryStore(createHandClock(1_000_000), { most: 1 }), metrics)
  await store.create('one', kept(1), MINUTE)
  await expect(store.create('two', kept(2), MINUTE)).rejects.toEqual(new StoreDown('full'))
  const odd = new TypeError('not a store at all')
  const broken = timedRooms({ ...store, load: () => Promise.reject(odd) }, metrics)
  await expect(broken.load('one')).rejects.toBe(odd)
  const samples = samplesOf((await metrics.scrape()).text)
  const count = (outcome: string) => numberOf(samples, 'clearing_store_act_duration_seconds_count', { outcome })
  expect([count('full'), count('other')]).toEqual([1, 1])
})

it('shows a breaker that is open, of the store whose it is, until that store answers again', async () => {
  const redis = await startRedis()
  ends.push(() => redis.stop())
  const metrics = createMetrics()
  const stores = connectStores({ kind: 'tcp', url: redis.url }, createClock(), metrics)
  ends.push(() => stores.close())
  const rooms = timedRooms(stores.rooms, metrics)
  const read = async () => samplesOf((await metrics.scrape()).text)
  const isOpen = async (store: string) => numberOf(await read(), 'clearing_store_breaker_open', { store })
  await rooms.ready()
  await stores.lobby.load('queue:text:en')
  expect([await isOpen('rooms'), await isOpen('lobby')]).toEqual([0, 0])
  process.kill(redis.pid, 'SIGSTOP')
  await Promise.allSettled(Array.from({ length: 5 }, () => rooms.load('one')))
  expect([await isOpen('rooms'), await isOpen('lobby')]).toEqual([1, 0])
  await expect(rooms.load('one')).rejects.toMatchObject({ why: 'open-breaker' })
  process.kill(redis.pid, 'SIGCONT')
  const answers = () =>
    rooms.ready().then(
      () => true,
      () => false,
    )
  await expect.poll(answers, { interval: 50, timeout: 8_000 }).toBe(true)
  expect(await isOpen('rooms')).toBe(0)
  const count = (outcome: string) =>
    read().then(samples => numberOf(samples, 'clearing_store_act_duration_seconds_count', { store: 'rooms', outcome }))
  // The first that waits in vain ends the connection, and the others with it.
  expect(((await count('timeout')) ?? 0) + ((await count('refused')) ?? 0)).toBe(5)
  expect(await count('open-breaker')).toBeGreaterThanOrEqual(1)
})
