// Do words that were taken reach whoever sits at another process, whatever became of a line to Redis meanwhile, and no more than once?
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RedisServer, startRedis } from '../../e2e/setup/redis.mjs'
import { CLOSED_MS } from '../../lib/protocol/advance.ts'
import type { OpenAsk } from '../../lib/wire/events.ts'
import { createClock } from '../clock.ts'
import type { Bus, Clock, RoomStore } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { DEADLINE_MS } from '../store/redis.ts'
import { createRedisBus, TRY_MS } from '../store/redis-bus.ts'
import { roomChannel, withNews } from '../store/room-news.ts'
import { createTcpRequester } from '../store/tcp-requester.ts'
import { type FaultProxy, faultProxy } from '../testing/fault-proxy.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { openHouse, type Person, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { opening, sealed } from '../testing/pair.ts'
import { monitor } from '../testing/redis-wire.ts'
import { ALIVE_MS, SILENT_MS } from './company.ts'
import { createRepeats, KEEP_MS, MOST_MS, REPEAT_MS } from './repeats.ts'
import { ROLL_CALL_MS } from './roll-call.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

const FORMAT: OpenAsk['format'] = {
  phases: [
    { kind: 'speak', seconds: 300, floor: 'first' },
    { kind: 'quiet', seconds: 60, floor: 'none' },
  ],
}

/** Ann at a process that hears by the first of these, Ben at one that does by the second: in Ann's turn. */
async function apart(buses: readonly [Bus, Bus], clock: Clock) {
  const kept = createMemoryStore(clock)
  const lobbyStore = createLobbyMemory(clock)
  const bens = createFaultyStore(kept)
  const open = async (bus: Bus, store: RoomStore) => {
    const house = await openHouse({ clock, bus, store: withNews(store, bus), lobbyStore })
    ends.push(() => house.close())
    return house
  }
  const houses = [await open(buses[0], kept), await open(buses[1], bens.store)] as const
  const ann = await houses[0].dial()
  const { room } = await ann.must('open', opening({ format: FORMAT }))
  const ben = await houses[1].dial()
  await ben.must('enter', { room, name: 'Ben' })
  await ann.sees(view => view.seats.b?.here === true)
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'other' })
  for (const person of [ann, ben]) await person.sees(view => view.phase?.floor === 'a')
  return { houses, room, ann, ben, bens }
}

/** In which a dead line is found out here. */
const SOON_MS = 500

const says = (person: Person, id: number, text = `words ${id}`) =>
  person.ask('words', { phase: 0, id, sealed: sealed(text) })
const heard = (person: Person) => person.told.words.map(({ id }) => id)
const hears = (person: Person, ids: number[]) =>
  expect.poll(() => heard(person), { interval: 5, timeout: 12_000 }).toEqual(ids)
const up = (bus: Bus, isUp = true) => expect.poll(() => bus.isUp(), { interval: 5, timeout: 12_000 }).toBe(isUp)

describe('through a real Redis', () => {
  let redis: RedisServer
  beforeEach(async () => {
    redis = await startRedis()
  })

  /** Through a line for what it hears, and one for what it says. */
  async function connect(self: string, ear: FaultProxy, mouth = ear) {
    const url = (line: FaultProxy) => `redis://127.0.0.1:${line.port}`
    const requester = createTcpRequester({ url: url(mouth), deadlineMs: SOON_MS })
    const bus = createRedisBus({ url: url(ear), requester, self, deadlineMs: SOON_MS, tryMs: SOON_MS })
    ends.push(ear.close, mouth.close, requester.close, bus.close)
    await up(bus)
    return bus
  }

  async function atRedis() {
    ends.push(() => redis.stop())
    const lines = [await faultProxy(redis.port), await faultProxy(redis.port)] as const
    const buses = [await connect('one', lines[0]), await connect('two', lines[1])] as const
    return { ...(await apart(buses, createClock())), buses, lines }
  }

  /** Ben was told these, once each, and is told what comes next. */
  async function goesOn({ ann, ben }: { ann: Person; ben: Person }, ids: number[]) {
    const next = (ids.at(-1) ?? 0) + 1
    expect(await says(ann, next)).toEqual({ ok: true })
    await hears(ben, [...ids, next])
  }

  it('words reach a process that hears again after the one that sends them, once a Redis goes on that stood still', async () => {
    const { lines, buses, ...site } = await atRedis()
    process.kill(redis.pid, 'SIGSTOP')
    for (const bus of buses) await up(bus, false)
    // Nobody listens there: the second process dials in vain for as long.
    lines[1].lead(1)
    process.kill(redis.pid, 'SIGCONT')
    await up(buses[0])
    expect(await says(site.ann, 1)).toEqual({ ok: true })
    expect(buses[1].isUp()).toBe(false)
    lines[1].lead(redis.port)
    await hears(site.ben, [1])
    await goesOn(site, [1])
  })

  it('words reach a process that Redis took for a listener when it was none any more', async () => {
    const { lines, buses, ...site } = await atRedis()
    lines[1].swallow(true)
    expect(await says(site.ann, 1)).toEqual({ ok: true })
    await up(buses[1], false)
    expect(await says(site.ann, 2)).toEqual({ ok: true })
    expect(heard(site.ben)).toEqual([])
    lines[1].swallow(false)
    await hears(site.ben, [1, 2])
    await goesOn(site, [1, 2])
  })

  it('words that never came to Redis, since the line of their own process was dead, are said when it is not', async () => {
    const { lines, buses, ...site } = await atRedis()
    lines[0].swallow(true)
    expect(await says(site.ann, 1)).toEqual({ ok: true })
    await up(buses[0], false)
    lines[0].swallow(false)
    await hears(site.ben, [1])
    await goesOn(site, [1])
  })

  it('words that a process could not say, while it heard all the others, are said once it can', async () => {
    ends.push(() => redis.stop())
    const [ear, mouth, other] = [
      await faultProxy(redis.port),
      await faultProxy(redis.port),
      await faultProxy(redis.port),
    ]
    const buses = [await connect('one', ear, mouth), await connect('two', other)] as const
    const site = await apart(buses, createClock())
    mouth.lead(1)
    expect(await says(site.ann, 1)).toEqual({ ok: true })
    expect(await buses[0].say('hall', 'is anybody there?')).toBe(0)
    mouth.lead(redis.port)
    await hears(site.ben, [1])
    await goesOn(site, [1])
  })

  it('words reach a process that asked for what it missed while nobody heard that', async () => {
    const { lines, buses, ...site } = await atRedis()
    const asked = await monitor(redis.port)
    ends.push(asked.close)
    lines[1].swallow(true)
    expect(await says(site.ann, 1)).toEqual({ ok: true })
    // Redis has told that it reached somebody: its answers keep their order.
    await buses[0].say('hall', 'is anybody there?')
    lines[0].swallow(true)
    for (const bus of buses) await up(bus, false)
    lines[1].swallow(false)
    await expect.poll(asked.heard, { interval: 5, timeout: 12_000 }).toMatch(/"PUBLISH" "clearing:missed"/)
    expect(heard(site.ben)).toEqual([])
    lines[0].swallow(false)
    await hears(site.ben, [1])
    await goesOn(site, [1])
  })

  it('words are heard once that were said to a Redis that stood still, which may find them when it goes on', async () => {
    const { buses, lines: _, ...site } = await atRedis()
    process.kill(redis.pid, 'SIGSTOP')
    expect(await says(site.ann, 1)).toEqual({ ok: true })
    for (const bus of buses) await up(bus, false)
    process.kill(redis.pid, 'SIGCONT')
    await hears(site.ben, [1])
    for (const bus of buses) await up(bus)
    await goesOn(site, [1])
  })
})

describe('what was said to a process that heard nothing', () => {
  async function atHub() {
    const hub = createHub()
    const buses = [hub.join(), hub.join()] as const
    const hand = createHandClock(START)
    return { ...(await apart(buses, hand)), hand, hub, buses }
  }

  it('is said again in its order, of what was being written the last alone, and nothing twice', async () => {
    const { hand, buses, ann, ben } = await atHub()
    await says(ann, 1)
    await hears(ben, [1])
    buses[1].setUp(false)
    await says(ann, 2)
    for (const text of ['three', 'three of', 'three of them']) await says(ann, 3, text)
    buses[1].setUp(true)
    await hand.advance(REPEAT_MS)
    await hears(ben, [1, 2, 3])
    expect(ben.told.words.at(-1)?.sealed).toBe(sealed('three of them'))
    buses[0].setUp(false)
    buses[0].setUp(true)
    await hand.advance(2 * REPEAT_MS)
    await says(ann, 4)
    await hears(ben, [1, 2, 3, 4])
  })

  it('is said again to a process of which nobody knows that it has missed it, as long as it reached none', async () => {
    const { hand, buses, ann, ben } = await atHub()
    buses[0].setUp(false)
    buses[1].setUp(false)
    buses[0].setUp(true)
    await says(ann, 1)
    await hand.advance(2 * REPEAT_MS)
    expect(heard(ben)).toEqual([])
    buses[1].setUp(true)
    await hand.advance(REPEAT_MS)
    await hears(ben, [1])
  })

  it('is not said again to a connection that has come since, and asks for what it missed itself', async () => {
    const { houses, hand, buses, room, ann, ben } = await atHub()
    buses[1].setUp(false)
    await says(ann, 1)
    const token = ben.seated?.token
    const back = await houses[1].dial()
    await back.must('enter', { room, token })
    buses[1].setUp(true)
    await ann.sees(view => view.seats.b?.here === true)
    await hand.advance(REPEAT_MS)
    await says(ann, 2)
    await hears(back, [2])
  })

  it('is told to nobody who has come since, though the process that says it again does not know of them yet', async () => {
    const { hub, room, ann, ben } = await atHub()
    const told = { from: 'a' as const, phase: 0, id: 1, sealed: sealed('words 1') }
    const other = hub.join()
    const repeat = { say: 'repeat', by: other.self, n: 1, seat: 'b', entry: 'of the page before', told }
    expect(await other.say(roomChannel(room), JSON.stringify(repeat))).toBe(2)
    await says(ann, 2)
    await hears(ben, [2])
  })

  it('is said again to a process that does not know at this moment how the room stands', async () => {
    const { hand, buses, ann, ben, bens } = await atHub()
    buses[1].setUp(false)
    await says(ann, 1)
    bens.fault = () => 'before'
    expect(await ben.ask('intent', { do: 'hold' })).toMatchObject({ ok: false, code: 'store-down' })
    buses[1].setUp(true)
    await hand.advance(REPEAT_MS)
    await hears(ben, [1])
  })

  it('is forgotten once nobody can have missed it any more', async () => {
    const { hand, buses, ann, ben } = await atHub()
    const idle = hand.alarms
    await says(ann, 1)
    await hears(ben, [1])
    expect(hand.alarms).toBe(idle + 1)
    for (let ms = 0; ms <= KEEP_MS; ms += ALIVE_MS) await hand.advance(ALIVE_MS)
    expect(hand.alarms).toBe(idle)
    expect(buses[0].isUp()).toBe(true)
  })
})

it('words are kept until a dead line is found out and dialled anew, or its people are known to be gone', () => {
  const longestWaitMs = 2_000
  expect(TRY_MS + DEADLINE_MS + longestWaitMs + DEADLINE_MS).toBeLessThan(KEEP_MS)
  expect(ALIVE_MS + SILENT_MS + ALIVE_MS + ROLL_CALL_MS).toBeLessThan(KEEP_MS)
})

describe('words that can be said to nobody', () => {
  function saying() {
    const clock = createHandClock(START)
    const at = { isUp: true, reached: 0 }
    const again: number[] = []
    const repeats = createRepeats({
      bus: { self: 'one', isUp: () => at.isUp },
      clock,
      director: { entryOf: () => null },
      first: async () => at.reached,
      repeat: async (_, { n }) => again.push(n) * at.reached,
      ask: async () => at.reached,
    })
    ends.push(() => repeats.close())
    repeats.say('room', 'b', { from: 'a', phase: 0, id: 1, sealed: sealed('words') })
    return { clock, at, again, repeats }
  }

  it('are kept no longer than a closed room is, however long nobody is heard', async () => {
    const { clock, at, again, repeats } = saying()
    at.isUp = false
    await clock.advance(MOST_MS)
    expect(clock.alarms).toBe(0)
    Object.assign(at, { isUp: true, reached: 1 })
    repeats.missed()
    await clock.advance(2 * REPEAT_MS)
    expect(again).toEqual([])
    expect(clock.alarms).toBe(0)
    expect(MOST_MS).toBeLessThanOrEqual(CLOSED_MS)
  })

  it('are kept no longer where one process after the other misses something', async () => {
    const { clock, again, repeats } = saying()
    for (let ms = 0; ms < MOST_MS; ms += REPEAT_MS) {
      await clock.advance(REPEAT_MS)
      repeats.asked()
    }
    const often = again.length
    expect(often).toBeGreaterThan(0)
    await clock.advance(10 * REPEAT_MS)
    expect(again).toHaveLength(often)
    expect(clock.alarms).toBe(0)
  })

  it('are said again until then', async () => {
    const { clock, at, again } = saying()
    at.isUp = false
    await clock.advance(MOST_MS - 2 * REPEAT_MS)
    Object.assign(at, { isUp: true, reached: 1 })
    await clock.advance(REPEAT_MS)
    expect(again).toEqual([1])
  })
})

it('words are said again once, however many processes ask within a moment', async () => {
  const clock = createHandClock(START)
  const again: number[] = []
  const repeats = createRepeats({
    bus: { self: 'one', isUp: () => true },
    clock,
    director: { entryOf: () => null },
    first: async () => 1,
    repeat: async (_, { n }) => again.push(n),
    ask: async () => 1,
  })
  repeats.say('room', 'b', { from: 'a', phase: 0, id: 1, sealed: sealed('words') })
  for (let asks = 0; asks < 30; asks++) {
    repeats.asked()
    await clock.advance(1)
  }
  await clock.advance(REPEAT_MS)
  expect(again).toEqual([1])
  repeats.close()
})
