// Are words judged the same whichever way they are read, kept in order, and handed on without a store?
import { afterEach, expect, it } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, type Person, START } from '../testing/house.ts'
import { begin, firstTurn, GRACE_MS, gather, type Pair, sealed, TURN_MS } from '../testing/pair.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(options)
  ends.push(() => house.close())
  return house
}

const TURNS = [
  { kind: 'speak', seconds: TURN_MS / 1_000, floor: 'first' },
  { kind: 'speak', seconds: TURN_MS / 1_000, floor: 'second' },
  { kind: 'drop', seconds: 30, floor: 'none' },
] as const

const said = sealed('said')
/** As our own pages write it, which is read quickly. */
const quick = (phase: number, id: number) => ({ phase, id, sealed: said })
/** The same in another order, which is not. */
const ordinary = (phase: number, id: number) => ({ id, sealed: said, phase })

const refused = (code: string) => ({ ok: false, code, message: expect.any(String) })

async function bothWays(person: Person, phase: number): Promise<unknown> {
  const one = await person.ask('words', quick(phase, 1))
  expect(await person.ask('words', ordinary(phase, 1))).toEqual(one)
  return one
}

it('[F1] [F4] both ways say the same to whoever has the floor, has not, or is not there', async () => {
  const house = await open()
  const alone = await house.dial()
  expect(await bothWays(alone, 0)).toEqual(refused('gone'))
  const gathering = await gather(house)
  expect(await bothWays(gathering.ann, 0)).toEqual(refused('stale-phase'))
  const { ann, ben } = await firstTurn(house)
  expect(await bothWays(ann, 1)).toEqual({ ok: true })
  expect(await bothWays(ben, 1)).toEqual(refused('not-allowed'))
  expect(await bothWays(ann, 2)).toEqual(refused('stale-phase'))
  await ann.must('intent', { do: 'hold' })
  expect(await bothWays(ann, 1)).toEqual(refused('not-allowed'))
  await ben.caughtUp()
  expect(ben.told.words).toEqual([
    { ...quick(1, 1), from: 'a' },
    { ...quick(1, 1), from: 'a' },
  ])
  await ann.must('intent', { do: 'leave' })
  expect(await bothWays(ann, 1)).toEqual(refused('gone'))
})

it('[T2] the floor moves with time alone, to the millisecond, whatever was asked before', async () => {
  const house = await open({ punctual: false })
  const { ann, ben } = await begin(house, { format: { phases: [...TURNS] } })
  expect(await bothWays(ann, 0)).toEqual({ ok: true })
  expect(await bothWays(ben, 0)).toEqual(refused('not-allowed'))
  await house.clock.advance(TURN_MS + GRACE_MS - 1)
  expect(await bothWays(ann, 0)).toEqual({ ok: true })
  await house.clock.advance(1)
  expect(await bothWays(ann, 0)).toEqual(refused('stale-phase'))
  expect(await bothWays(ann, 1)).toEqual(refused('not-allowed'))
  expect(await bothWays(ben, 1)).toEqual({ ok: true })
})

it('arrive in the order in which they were said, whichever way each was read', async () => {
  const house = await open()
  const { ann, ben } = await firstTurn(house)
  const ids = Array.from({ length: 24 }, (_, n) => n + 1)
  await Promise.all(ids.map(id => ann.must('words', id % 3 === 0 ? ordinary(1, id) : quick(1, id))))
  await ben.caughtUp()
  expect(ben.told.words.map(words => words.id)).toEqual(ids)
})

it('share one measure of haste', async () => {
  const house = await open()
  const { ann, ben } = await firstTurn(house)
  for (let id = 1; id <= 15; id++) {
    await ann.must('words', quick(1, id))
    await ann.must('words', ordinary(1, id))
  }
  expect(await bothWays(ann, 1)).toEqual(refused('too-fast'))
  await ben.caughtUp()
  expect(ben.told.words).toHaveLength(30)
})

it('are answered when nobody is there to hear them', async () => {
  const house = await open()
  const { ann, ben } = await firstTurn(house)
  ben.close()
  await house.connections(1)
  expect(await bothWays(ann, 1)).toEqual({ ok: true })
})

it('[F4] nothing of the hot path asks the store, not even for the time', async () => {
  const hand = createHandClock(START)
  const faulty = createFaultyStore(createMemoryStore(hand))
  const house = await open({ hand, store: faulty.store })
  const pair: Pair = await firstTurn(house)
  const { ann, ben } = pair
  const asked: string[] = []
  faulty.fault = act => {
    asked.push(act)
    return 'before'
  }
  for (let id = 1; id <= 10; id++) await bothWays(ann, 1)
  await bothWays(ben, 1)
  for (const person of pair.both) {
    await person.must('clock')
    await person.must('ice')
    await person.must('signal', { to: person === ann ? 'b' : 'a', data: { candidate: 'x' } })
  }
  await ben.must('again', { to: 'a', since: 0 })
  await ann.must('replay', { to: 'b', sealed: said })
  // The bell, the next turn, and its minutes.
  await house.clock.advance(TURN_MS + GRACE_MS)
  await ben.sees(view => view.phase?.floor === 'b')
  await bothWays(ben, 2)
  await house.clock.advance(TURN_MS / 2)
  expect(asked).toEqual([])
  // It would have been noticed.
  expect(await ann.ask('intent', { do: 'hold' })).toEqual(refused('store-down'))
  expect(asked).toEqual(['swap'])
})
