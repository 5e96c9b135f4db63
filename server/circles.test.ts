// Is a connection of one circle at a time, and is nobody looked after who is gone? With a store of circles whose reads are counted,
// and can be held up.
import { afterEach, expect, test } from 'vitest'
import { LOOK_MS } from './circles.ts'
import type { LobbyStore } from './ports.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { openHouse, START } from './testing/house.ts'
import { convene, guest } from './testing/workshop.ts'

const SECOND = 1_000
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open() {
  const hand = createHandClock(START)
  const kept = createLobbyMemory(hand)
  const lost = new Set<string>()
  let loads = 0
  const store: LobbyStore = {
    ...kept,
    async load(key) {
      loads++
      const answer = await kept.load(key)
      return lost.has(key) ? { ...answer, kept: null } : answer
    },
  }
  const house = await openHouse({ hand, lobbyStore: store })
  ends.push(() => house.close())
  return {
    hand,
    house,
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
    await hand.advance(SECOND)
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
