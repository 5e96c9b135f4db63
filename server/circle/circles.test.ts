// Is a connection of one circle at a time, and is whoever has gone taken to be gone? With a store of circles whose reads are counted,
// held up and refused.
import { afterEach, describe, expect, test } from 'vitest'
import { IDLE_MS } from '../../lib/circle/circle.ts'
import { type LobbyStore, type RoomStore, StoreDown } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { openHouse, START } from '../testing/house.ts'
import { convene, type Facilitator, guest, guests } from '../testing/workshop.ts'
import { LOOK_MS } from './circles.ts'
import { AGAIN_MOST_MS } from './farewells.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(rooms?: RoomStore, hand = createHandClock(START), kept = createLobbyMemory(hand)) {
  const lost = new Set<string>()
  let loads = 0
  let isDown = false
  let held: Promise<void> | null = null
  let letGo = () => {}
  const store: LobbyStore = {
    ...kept,
    async load(key) {
      loads++
      await held
      if (isDown) throw new StoreDown('refused')
      const answer = await kept.load(key)
      return lost.has(key) ? { ...answer, kept: null } : answer
    },
  }
  const house = await openHouse({ hand, lobbyStore: store, ...(rooms && { store: rooms }) })
  ends.push(() => house.close())
  return {
    hand,
    house,
    kept,
    /** From now on the store answers when it is let go. */
    hold() {
      loads = 0
      held = new Promise(resolve => {
        letGo = resolve
      })
    },
    letGo() {
      held = null
      letGo()
    },
    loads: () => loads,
    setDown(down: boolean) {
      isDown = down
    },
    /** The store has this circle no more. */
    lose: (circle: string) => void lost.add(`circle:${circle}`),
    /** How often the store is asked while nobody does anything. */
    async looks(): Promise<number> {
      await hand.advance(2 * LOOK_MS)
      loads = 0
      await hand.advance(10 * SECOND)
      return loads
    },
  }
}

test.each(['watch', 'facilitate', 'join'] as const)(
  'whoever is of one circle and comes to another, to %s, has left the first, and hung up is of none',
  async what => {
    const { house, hand, looks } = await open()
    const [one, other] = [await convene(house), await convene(house)]
    const ana = await guest(house, one.convened.code, 'Ana')
    await hand.advance(SECOND)
    await one.reads(({ people }) => people[0]?.here === true)
    const { circle, code, key } = other.convened
    if (what === 'watch') await ana.must('watch', { code })
    else if (what === 'facilitate') await ana.must('facilitate', { circle, key })
    else await ana.must('join', { code, name: 'Ana' })
    await hand.advance(MINUTE + SECOND)
    await one.reads(({ people }) => people[0]?.here === false)
    for (const person of [ana, one, other]) person.close()
    await house.connections(0)
    expect(await looks()).toBe(0)
  },
)

test.each(['watch', 'facilitate'] as const)(
  'whoever came to one circle, to %s, and is of another now, hears no more of the first',
  async what => {
    const { house, hand, looks } = await open()
    const [one, other] = [await convene(house), await convene(house)]
    const wall = await house.dial()
    const { circle, code, key } = one.convened
    if (what === 'watch') await wall.must('watch', { code })
    else await wall.must('facilitate', { circle, key })
    await guest(house, other.convened.code, 'Wall', undefined, wall)
    await one.direct({ do: 'say', text: 'Tea is ready.' })
    await guest(house, code, 'Bo')
    await hand.advance(SECOND)
    await one.reads(({ people }) => people.length === 1)
    await wall.caughtUp()
    expect([wall.told.said, wall.told.face, wall.told.board]).toEqual([[], [], []])
    expect(await wall.ask('direct', { do: 'pair' })).toMatchObject({ ok: false, code: 'not-allowed' })
    wall.close()
    for (const facilitator of [one, other]) facilitator.close()
    await house.connections(1)
    // Bo is still here: that one circle is looked at.
    expect(await looks()).toBe((10 * SECOND) / LOOK_MS)
  },
)

test('a circle that the store has no more is not looked for any longer, and whoever is still here is told when they ask', async () => {
  const { house, looks, lose } = await open()
  const ada = await convene(house)
  const ana = await guest(house, ada.convened.code, 'Ana')
  lose(ada.convened.circle)
  expect(await looks()).toBe(0)
  expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: false, code: 'gone' })
  expect(await ana.ask('give', { round: 1 })).toMatchObject({ ok: false, code: 'gone' })
})

test('whoever comes back alone, to a store that takes its time, is of their circle and told of everything', async () => {
  const { house, hand, hold, letGo, loads, looks } = await open()
  const ada = await convene(house)
  const { code } = ada.convened
  const first = await guest(house, code, 'Ana')
  first.close()
  ada.close()
  await house.connections(0)
  const line = await house.dial()
  // The circle is still in mind, and found at once; meanwhile nobody is of it.
  hold()
  const coming = guest(house, code, 'Ana', first.joined.token, line)
  await expect.poll(loads).toBe(1)
  await hand.advance(2 * LOOK_MS)
  letGo()
  const ana = await coming
  expect(await looks()).toBe((10 * SECOND) / LOOK_MS)
  expect(await ana.ask('offer', { round: 1, text: 'Early' })).toMatchObject({ ok: false, code: 'not-now' })
  await guest(house, code, 'Bo')
  await hand.advance(SECOND)
  await expect.poll(() => ana.circle().people).toBe(2)
})

/** A circle with a round, and somebody who begins to look at its board at a process that has yet to look at the rooms. */
async function glancing() {
  const rooms = createMemoryStore(createHandClock(START))
  const first = await open(rooms)
  const ada = await convene(first.house)
  await guests(first.house, ada.convened.code, 'Ana', 'Bo')
  await ada.direct({ do: 'pair' })
  const slow = createFaultyStore(rooms)
  let glances = 0
  const load: RoomStore['load'] = id => {
    glances++
    return slow.store.load(id)
  }
  const second = await open({ ...slow.store, load }, first.hand, first.kept)
  const desk = await second.house.dial()
  const { circle, key } = ada.convened
  slow.pause()
  const board = desk.ask('facilitate', { circle, key })
  await expect.poll(() => glances).toBe(1)
  return { ada, second, slow, desk, board }
}

test('a board whose rooms are long looked for is the board of a living circle, and is told what changes', async () => {
  const { ada, second, slow, desk, board } = await glancing()
  await second.hand.advance(3 * LOOK_MS)
  slow.resume()
  expect(await board).toMatchObject({ ok: true })
  await guest(second.house, ada.convened.code, 'Cleo')
  await second.hand.advance(SECOND)
  await expect.poll(() => desk.told.board.at(-1)?.people.map(({ name }) => name)).toEqual(['Cleo'])
})

test('a board whose facilitator hangs up while its rooms are looked for is nobody’s', async () => {
  const { second, slow, desk, board } = await glancing()
  void board.catch(() => null)
  desk.close()
  await second.house.connections(0)
  slow.resume()
  expect(await second.looks()).toBe(0)
})

const here = (board: Facilitator) => board.board().people.flatMap(person => (person.here ? [person.name] : []))

test('[PE3] whoever loads their page anew is here all the while, and a minute after they hung up everybody is told that they are not', async () => {
  const { house, hand } = await open()
  const ada = await convene(house)
  const { code } = ada.convened
  const [ana, bo] = await guests(house, code, 'Ana', 'Bo')
  const wall = await house.dial()
  await wall.must('watch', { code })
  await hand.advance(SECOND)
  await ada.reads(board => board.people.length === 2)
  bo?.close()
  await house.connections(3)
  await hand.advance(SECOND)
  const back = await guest(house, code, 'Bo', bo?.joined.token)
  await hand.advance(SECOND)
  await ada.caughtUp()
  await wall.caughtUp()
  const counted = () => [...ada.told.board.map(({ head }) => head), ...wall.told.face].map(({ here }) => here)
  expect(new Set(counted())).toEqual(new Set([2]))
  expect(ada.told.board.flatMap(({ people }) => people).every(person => person.here)).toBe(true)

  back.close()
  await house.connections(3)
  await hand.advance(MINUTE - 1)
  await ada.caughtUp()
  expect([here(ada), ada.board().head.here]).toEqual([['Ana', 'Bo'], 2])
  await hand.advance(1)
  await ada.reads(({ head }) => head.here === 1)
  expect(here(ada)).toEqual(['Ana'])
  await expect.poll(() => wall.told.face.at(-1)?.here).toBe(1)
  await expect.poll(() => ana?.circle().here).toBe(1)
})

describe('an outage of the store in which somebody hangs up', () => {
  /** Three people, of whom Cleo has hung up without the store hearing of it. */
  async function outage() {
    const all = await open()
    const { house, hand, setDown } = all
    const ada = await convene(house)
    const people = await guests(house, ada.convened.code, 'Ana', 'Bo', 'Cleo')
    await hand.advance(SECOND)
    await ada.reads(board => board.people.length === 3)
    setDown(true)
    people[2]?.close()
    await house.connections(3)
    return { ...all, ada, people, token: people[2]?.joined.token ?? '' }
  }

  test('[PE3] ends, and they have been gone since they hung up', async () => {
    const { hand, ada, setDown } = await outage()
    await hand.advance(30 * SECOND)
    expect(here(ada)).toEqual(['Ana', 'Bo', 'Cleo'])
    setDown(false)
    await hand.advance(2 * AGAIN_MOST_MS)
    await hand.advance(MINUTE - 30 * SECOND - 2 * AGAIN_MOST_MS)
    await expect.poll(() => here(ada)).toEqual(['Ana', 'Bo'])
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    await ada.reads(({ rooms }) => rooms.length === 1)
    expect(ada.board().rooms[0]?.people.toSorted()).toEqual(['p1', 'p2'])
  })

  test('[PE3] and pairs that are made at its very end are made without them', async () => {
    const { hand, ada, setDown } = await outage()
    await hand.advance(MINUTE)
    setDown(false)
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    await ada.reads(({ rooms }) => rooms.length === 1)
    expect(ada.board().rooms[0]?.people.toSorted()).toEqual(['p1', 'p2'])
  })

  test('ends, and whoever has come back by then is here', async () => {
    const { hand, house, ada, setDown, token } = await outage()
    await hand.advance(30 * SECOND)
    setDown(false)
    await guest(house, ada.convened.code, 'Cleo', token)
    await hand.advance(2 * AGAIN_MOST_MS)
    await ada.caughtUp()
    expect(here(ada)).toEqual(['Ana', 'Bo', 'Cleo'])
  })

  test('does not end: it is tried again more and more seldom, for all of a circle at a time, and no longer than the process lasts', async () => {
    const { hand, house, ada, people, loads, looks } = await outage()
    for (const person of [...people, ada]) person.close()
    await house.connections(0)
    expect(await looks()).toBeLessThanOrEqual(4)
    await hand.advance(MINUTE)
    const before = loads()
    await hand.advance(10 * MINUTE)
    const tries = loads() - before
    expect(tries).toBeGreaterThanOrEqual((10 * MINUTE) / (2 * AGAIN_MOST_MS) - 1)
    expect(tries).toBeLessThanOrEqual((10 * MINUTE) / AGAIN_MOST_MS)
    await house.close()
    const last = loads()
    await hand.advance(MINUTE)
    expect(loads()).toBe(last)
  })

  test('does not end for so long that the circle would be over by itself: it is not tried for ever', async () => {
    const { hand, house, ada, people, loads } = await outage()
    for (const person of [...people, ada]) person.close()
    await house.connections(0)
    await hand.advance(IDLE_MS + MINUTE)
    const before = loads()
    // Two tries may lie as far from each other as twice the longest wait.
    await hand.advance(2 * AGAIN_MOST_MS)
    expect(loads()).toBe(before)
  })
})
