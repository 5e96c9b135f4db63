// Is a seat of a workshop handed once to whoever is to have it? With a store of rooms that takes its time: a token that is handed in vain
// puts out whoever has come in by the one before.
import { afterEach, expect, test } from 'vitest'
import type { PairedTold } from '../../lib/wire/events.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { convene, type Guest, guest, guests } from '../testing/workshop.ts'

const SECOND = 1_000
let house: House
afterEach(() => house.close())

async function paired() {
  const hand = createHandClock(START)
  const slow = createFaultyStore(createMemoryStore(hand))
  house = await openHouse({ hand, store: slow.store })
  const ada = await convene(house)
  const [ana, bo] = (await guests(house, ada.convened.code, 'Ana', 'Bo')) as [Guest, Guest]
  const isTold = (person: Guest) => expect.poll(() => person.told.paired.length).toBe(1)
  return { ada, ana, bo, slow, isTold, code: ada.convened.code }
}

const seatOf = (person: Guest) => person.told.paired.at(-1) as PairedTold

test('who comes in while their circle is still being joined on the same connection keeps the seat', async () => {
  const { ada, ana, slow, isTold, code } = await paired()
  await ada.direct({ do: 'pair' })
  await isTold(ana)
  const { room, token } = seatOf(ana)
  // The page has come back from its last room, and asked to join before it was told of this one.
  slow.pause()
  const joined = ana.must('join', { code, token: ana.joined.token })
  const entered = ana.must('enter', { room, token, key: 'key-Ana' })
  await ana.caughtUp()
  slow.resume()
  expect(await entered).toMatchObject({ view: { room } })
  expect(await joined).toMatchObject({ seat: null, view: { place: { at: 'room', room } } })
  await ana.caughtUp()
  expect(ana.told.moved).toEqual([])
  expect(await ana.intend({ do: 'ready' })).toMatchObject({ ok: true })
})

test('of two connections of one person the newer is told of the room, and the older only once that one has gone', async () => {
  const { ada, ana, bo, isTold, code } = await paired()
  const newer = await guest(house, code, 'Ana', ana.joined.token)
  await ada.direct({ do: 'pair' })
  for (const person of [newer, bo]) await isTold(person)
  await ana.caughtUp()
  expect(ana.told.paired).toEqual([])
  newer.close()
  await house.connections(3)
  await house.clock.advance(5 * SECOND)
  await isTold(ana)
  expect(seatOf(ana)).toMatchObject({ room: seatOf(newer).room, seat: seatOf(newer).seat })
  await ana.comeIn()
})
