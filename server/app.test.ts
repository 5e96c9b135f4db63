// Can two people hold a whole sitting over the wire, and is nothing of it left when they have gone?
import { afterEach, describe, expect, it } from 'vitest'
import { startRedis } from '../e2e/setup/redis.mjs'
import type { RoomView } from '../lib/wire/events.ts'
import { createClock } from './clock.ts'
import { connectStore } from './store/connect.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, type Person, START } from './testing/house.ts'
import { begin, everybody, firstTurn, GRACE_MS, opening, type Pair, sealed, TURN_MS } from './testing/pair.ts'
import { billed, contents, redisWire } from './testing/redis-wire.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(options)
  ends.push(() => house.close())
  return house
}

/** A house whose rooms are in a Redis of its own. */
async function openOnRedis(options: HouseOptions = {}, clock = createClock()) {
  const redis = await startRedis()
  ends.push(() => redis.stop())
  const store = connectStore({ kind: 'tcp', url: redis.url }, clock)
  ends.push(() => store.close())
  const wire = redisWire(redis.port)
  ends.push(() => wire.close())
  return { house: await open({ ...options, store }), wire, redis }
}

const phaseOf = (person: Person) => person.view().phase
/** Moves time to the end of the running phase. */
async function untilItEnds(house: House, pair: Pair): Promise<void> {
  const { n, endsAt } = pair.ann.view().phase ?? {}
  if (endsAt == null) throw new Error('this phase has no end')
  await house.clock.to(endsAt)
  await everybody(pair, view => view.phase?.n !== n)
}

/** The pair's way through a sitting by time, each answering as the phases ask; what kinds of phases were shown to both. */
async function holdToTheEnd(house: House, pair: Pair): Promise<string[]> {
  const { ann, ben, both } = pair
  const seen: string[] = []
  for (let left = 60; left > 0; left--) {
    const phase = phaseOf(ann)
    if (!phase) return seen
    expect(phaseOf(ben)).toEqual(phase)
    seen.push(phase.kind)
    const holder = both.find(person => person.view().you === phase.floor)
    if (holder) {
      expect(await holder.ask('words', { phase: phase.n, id: left, sealed: sealed('said') })).toEqual({ ok: true })
    }
    if (phase.kind === 'agree') {
      for (const person of both) await person.must('intent', { do: 'on', phase: phase.n })
      await everybody(pair, view => view.phase?.n !== phase.n)
    } else if (phase.kind === 'heard') {
      const speaker = both.find(person => person.view().you === phase.speaker)
      await speaker?.must('intent', { do: 'heard', phase: phase.n, heard: true })
      await everybody(pair, view => view.phase?.n !== phase.n)
    } else if (phase.kind === 'drop') {
      await ann.must('intent', { do: 'line', phase: phase.n, sealed: sealed('my picture of you') })
      await ben.must('intent', { do: 'keep', phase: phase.n })
      await everybody(pair, view => view.phase?.n !== phase.n)
      const lines: RoomView['lines'] = { a: { sealed: sealed('my picture of you') }, b: 'kept' }
      for (const person of both) expect(person.view().lines).toEqual(lines)
    } else {
      await untilItEnds(house, pair)
    }
  }
  throw new Error('the sitting has no end')
}

describe('a whole sitting', () => {
  it('listening: both see every phase at its instant, and it ends as complete', async () => {
    const house = await open()
    const pair = await begin(house, { format: { id: 'listening' } })
    const seen = await holdToTheEnd(house, pair)
    const turns = ['speak', 'settle', 'speak', 'settle']
    expect(seen).toEqual(['arrive', 'picture', ...turns, 'drop', 'tell', 'tell', 'thanks', 'quiet'])
    for (const person of pair.both) expect(person.view().closed).toEqual({ why: 'complete' })
    // Each turn in words reached the other alone.
    expect(pair.ben.told.words.length).toBeGreaterThanOrEqual(2)
    expect(pair.ben.told.words.every(words => words.from === 'a')).toBe(true)
  })

  it('repair: agreed to by both, said back, heard, and it ends as complete', async () => {
    const house = await open()
    const pair = await begin(house, { format: { id: 'repair' } })
    const seen = await holdToTheEnd(house, pair)
    const turn = ['speak', 'settle', 'say-back', 'heard', 'settle']
    const close = ['drop', 'tell', 'tell', 'thanks', 'thanks', 'quiet']
    expect(seen).toEqual(['agree', 'arrive', 'picture', ...turn, ...turn, ...close])
    for (const person of pair.both) expect(person.view().closed).toEqual({ why: 'complete' })
  })

  it('is gone from the store when somebody lets it go, after the minute of its tombstone', async () => {
    const { house, wire } = await openOnRedis()
    const pair = await begin(house)
    await holdToTheEnd(house, pair)
    const kept = await contents(wire)
    expect(Object.keys(kept)).toHaveLength(2)
    await pair.ann.must('intent', { do: 'leave' })
    const key = `clearing:room:{${pair.room}}`
    // The name of the store is nobody's, and stays.
    const epoch = 'clearing:epoch'
    expect(await contents(wire)).toEqual({ [key]: '\n', [epoch]: kept[epoch] })
    const left = Number(await wire.ask('PTTL', key))
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(60_000)
    expect(await pair.ben.ask('peek', { room: pair.room })).toMatchObject({ ok: false, code: 'gone' })
  })

  it('in memory too nothing is left a minute after somebody let it go', async () => {
    const house = await open()
    const pair = await begin(house)
    await holdToTheEnd(house, pair)
    await pair.ann.must('intent', { do: 'leave' })
    await house.clock.advance(60_000)
    // A tombstone would still be there to be forgotten.
    expect(await house.store.forget(pair.room, 1)).toMatchObject({ result: 'gone' })
  })

  it('is gone on time when nobody says anything more after it closed', async () => {
    const { house, wire } = await openOnRedis()
    const pair = await begin(house)
    await holdToTheEnd(house, pair)
    const left = Number(await wire.ask('PTTL', `clearing:room:{${pair.room}}`))
    expect(left).toBeGreaterThan(55_000)
    expect(left).toBeLessThanOrEqual(60_000)
  })
})

describe('what a sitting costs', () => {
  it('costs the store nothing for words, bells and idle minutes', async () => {
    const { house, wire } = await openOnRedis()
    const { ann, ben } = await firstTurn(house)
    await wire.ask('CONFIG', 'RESETSTAT')
    for (let id = 1; id <= 20; id++) await ann.must('words', { phase: 1, id, sealed: sealed('said') })
    await house.clock.advance(TURN_MS - 1)
    await ben.must('clock')
    // The bell, and the beginning of the next turn.
    await house.clock.advance(1 + GRACE_MS)
    await ben.sees(view => view.phase?.floor === 'b')
    await ben.must('words', { phase: 2, id: 1, sealed: sealed('said') })
    await house.clock.advance(30_000)
    await ann.caughtUp()
    expect(ben.told.words).toHaveLength(20)
    expect(await billed(wire)).toEqual({})
  })

  // After ten minutes with nothing to do the store is asked for its time again, at each of the four steps.
  it.each([
    [30, 0],
    [31, 10 * 60_000],
  ])('costs at most %d billed commands, when %d ms pass at each step of the door', async (most, wait) => {
    const hand = createHandClock(START)
    // Whatever the store is asked for its time again for counts, at the pace of the sitting.
    const clock = createClock({ date: hand.now, ticks: hand.now })
    const { house, wire } = await openOnRedis({ hand }, clock)
    // A script that this Redis has not met costs one more, once.
    const before = await begin(house)
    await before.ann.must('intent', { do: 'leave' })
    await before.ben.must('intent', { do: 'leave' })
    await house.app.director.idle()
    await hand.advance(3_600_000)
    await wire.ask('CONFIG', 'RESETSTAT')
    const ann = await house.dial()
    const { room } = await ann.must('open', opening({ format: { id: 'listening' } }))
    await hand.advance(wait)
    const ben = await house.dial()
    await ben.must('enter', { room, name: 'Ben' })
    const pair: Pair = { room, ann, ben, both: [ann, ben] }
    for (const person of pair.both) {
      await hand.advance(wait)
      await person.must('intent', { do: 'ready', first: 'either' })
    }
    await everybody(pair, view => view.stage === 'sitting')
    await holdToTheEnd(house, pair)
    await pair.ann.must('intent', { do: 'leave' })
    expect(await pair.ben.ask('intent', { do: 'leave' })).toMatchObject({ ok: false, code: 'gone' })
    for (const person of pair.both) person.close()
    await house.app.director.idle()
    const costs = await billed(wire)
    const all = Object.values(costs).reduce((sum, calls) => sum + calls, 0)
    expect(all, JSON.stringify(costs)).toBeLessThanOrEqual(most)
    expect(all).toBeGreaterThan(10)
  })
})

it('two sittings at once in one house do not hear each other', async () => {
  const house = await open({ hand: createHandClock(START) })
  const one = await firstTurn(house)
  const two = await begin(house)
  await one.ann.must('words', { phase: 1, id: 1, sealed: sealed('for Ben alone') })
  for (const person of [...two.both, one.ben]) await person.caughtUp()
  expect(one.ben.told.words).toHaveLength(1)
  expect(two.both.map(person => person.told.words)).toEqual([[], []])
})
