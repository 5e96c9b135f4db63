// Does a circle learn what becomes of its rooms: once, in spite of a store that did not answer, and without a word to the store about
// what changes nothing?
import { afterEach, expect, test } from 'vitest'
import { type LobbyStore, StoreDown } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, START } from '../testing/house.ts'
import { convene, facilitator, type Guest, guest, guests } from '../testing/workshop.ts'
import { LOOK_MS } from './circles.ts'

const NAMES = ['Ana', 'Bo', 'Cleo', 'Dai', 'Eva', 'Fay']
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})
const open = async (options: HouseOptions): Promise<House> => {
  const house = await openHouse(options)
  ends.push(() => house.close())
  return house
}

/** A paired workshop, on a store of circles whose reads are counted and can be refused. */
async function paired(names: readonly string[]) {
  const hand = createHandClock(START)
  const kept = createLobbyMemory(hand)
  let loads = 0
  let isDown = false
  const store: LobbyStore = {
    ...kept,
    async load(key) {
      if (isDown) throw new StoreDown('refused')
      if (key.startsWith('circle:')) loads++
      return kept.load(key)
    },
  }
  const house = await open({ hand, lobbyStore: store })
  const ada = await convene(house)
  const people = await guests(house, ada.convened.code, ...names)
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  const mateOf = (one: Guest) => people.find(other => other !== one && other.view().room === one.view().room) as Guest
  return {
    house,
    hand,
    ada,
    people,
    mateOf,
    /** A house that knows the circle, and of whose rooms everything is lost. */
    anew: () => open({ hand, lobbyStore: kept }),
    setDown(down: boolean) {
      isDown = down
    },
    /** How often the circle is read for what this does, with all that follows from it. */
    async loadsFor(what: () => Promise<unknown>): Promise<number> {
      loads = 0
      await what()
      // Whatever is to be done on the circle is done in its turn, and this comes last.
      await ada.direct({ do: 'say', text: null })
      return loads - 1
    },
  }
}

test('pairs that are made anew close every room before, and each of these is no act on the circle', async () => {
  const { ada, people, loadsFor } = await paired(NAMES)
  expect(await loadsFor(() => ada.direct({ do: 'pair' }))).toBe(1)
  for (const person of people) await person.sees(view => view.closed?.why === 'facilitator')
})

test('a room that has ended is written down once, whatever is seen of it afterwards', async () => {
  const { house, ada, people, mateOf, loadsFor } = await paired(NAMES)
  await ada.direct({ do: 'begin' })
  const [ana] = people as [Guest]
  const bo = mateOf(ana)
  const over = async () => {
    await ana.must('intent', { do: 'leave' })
    await bo.sees(view => view.closed?.why === 'left')
  }
  expect(await loadsFor(over)).toBe(1)
  const hangUp = async () => {
    bo.close()
    await house.connections(people.length)
  }
  // Gone from the circle, and from nothing else.
  expect(await loadsFor(hangUp)).toBe(1)
})

test('[RO4] whoever is left while the store does not answer waits as soon as it does again', async () => {
  const { hand, ada, people, mateOf, setDown } = await paired(NAMES)
  await ada.direct({ do: 'begin' })
  const [ana] = people as [Guest]
  const bo = mateOf(ana)
  setDown(true)
  await ana.must('intent', { do: 'leave' })
  await bo.sees(view => view.closed?.why === 'left')
  await hand.advance(LOOK_MS)
  setDown(false)
  await hand.advance(2 * LOOK_MS)
  await expect.poll(() => bo.circle().place).toEqual({ at: 'waiting' })
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: true })
})

test('[RO9] a room that somebody leaves before it begins closes for whoever is left, as soon as the store answers', async () => {
  const { hand, ada, people, mateOf, setDown } = await paired(NAMES)
  const [ana] = people as [Guest]
  const bo = mateOf(ana)
  setDown(true)
  await ana.must('intent', { do: 'leave' })
  await bo.caughtUp()
  setDown(false)
  await hand.advance(2 * LOOK_MS)
  await bo.sees(view => view.closed?.why === 'left')
  await ada.reads(({ people: all }) => all.filter(({ room }) => room === null).length === 2)
})

test('[RO4] a room that was lost is called back with the others when it is made again, and is made no more when that is over', async () => {
  const { hand, ada, people, anew } = await paired(['Ana', 'Bo'])
  await ada.direct({ do: 'begin' })
  await ada.direct({ do: 'call-back', seconds: 120 })
  const backBy = hand.now() + 120_000
  const [ana, bo] = people as [Guest, Guest]
  const { code } = ada.convened
  const again = await guest(await anew(), code, 'Ana', ana.joined.token)
  const { room, token } = again.joined.seat ?? { room: '', token: '' }
  expect(await again.must('enter', { room, token })).toMatchObject({ view: { stage: 'sitting', backBy } })
  await hand.to(backBy)
  await again.sees(({ closed }) => closed?.why === 'facilitator')
  const late = await guest(await anew(), code, 'Bo', bo.joined.token)
  expect(late.joined).toMatchObject({ seat: null, view: { place: { at: 'waiting' } } })
})

test('[RO4] whoever leaves a room of three, and stays, waits and is seated with who came late; the room is made again without them', async () => {
  const { house, hand, ada, people, anew } = await paired(['Ana', 'Bo', 'Cleo'])
  const { code } = ada.convened
  await ada.direct({ do: 'begin' })
  const leaver = people.find(person => person.view().you === 'c') as Guest
  const stays = people.find(person => person !== leaver) as Guest
  const { room } = stays.view()
  await leaver.must('intent', { do: 'leave' })
  await hand.advance(LOOK_MS)
  await expect.poll(() => leaver.circle().place).toEqual({ at: 'waiting' })
  const board = await ada.reads(({ rooms }) => rooms[0]?.people.length === 2)
  expect(board.people.find(({ id }) => id === leaver.joined.person)).toMatchObject({ here: true, room: null })
  const fay = await guest(house, code, 'Fay')
  expect(await ada.direct({ do: 'pair', who: 'waiting' })).toMatchObject({ ok: true })
  for (const person of [leaver, fay]) await person.comeIn()
  expect(leaver.told.paired.at(-1)?.room).toBe(fay.told.paired.at(-1)?.room)
  const back = await guest(await anew(), code, stays.name, stays.joined.token)
  expect(back.joined.seat?.room).toBe(room)
  const seen = await back.must('enter', { room, token: back.joined.seat?.token ?? '' })
  expect(seen.view).toMatchObject({ stage: 'sitting', seats: { c: null } })
})

test('[RO1] a board that is told of pairs made anew, and fewer, shows what one does that is opened then; closed, it shows no room', async () => {
  const { house, hand, ada, people } = await paired(NAMES)
  await ada.reads(({ rooms }) => rooms.length === 3)
  for (const person of people.slice(4)) await person.must('unjoin')
  await ada.direct({ do: 'pair' })
  await hand.advance(LOOK_MS)
  await ada.caughtUp()
  const opened = await facilitator(house, ada.convened)
  expect(ada.board().rooms).toEqual(opened.board().rooms)
  expect(ada.board().rooms).toHaveLength(2)
  await ada.direct({ do: 'close' })
  await ada.reads(({ rooms }) => rooms.length === 0)
})
