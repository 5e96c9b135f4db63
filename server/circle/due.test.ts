// Does every room of a round do what its facilitator asked of all, also where its store did not take it at that moment?
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore, type FaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { convene, type Facilitator, type Guest, guests } from '../testing/workshop.ts'
import { LOOK_MS } from './circles.ts'

const SECOND = 1_000
let rooms: FaultyStore
let house: House
let ada: Facilitator
let people: Guest[]
/** How many writes are still to fail, and in which way. */
let failing: { left: number; as: 'before' | 'after' }

beforeEach(async () => {
  const hand = createHandClock(START)
  rooms = createFaultyStore(createMemoryStore(hand))
  failing = { left: 0, as: 'before' }
  rooms.fault = act => (act === 'swap' && failing.left-- > 0 ? failing.as : null)
  house = await openHouse({ hand, store: rooms.store })
  ada = await convene(house)
  people = await guests(house, ada.convened.code, 'Ana', 'Bo', 'Cleo', 'Dai')
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
})
afterEach(() => house.close())

/** One of the two rooms does not take it. */
async function missed(ask: Parameters<Facilitator['direct']>[0], as: 'before' | 'after' = 'before'): Promise<void> {
  failing = { left: 1, as }
  expect(await ada.direct(ask)).toMatchObject({ ok: true })
  expect(failing.left).toBeLessThanOrEqual(0)
  failing.left = 0
}
const all = (what: Parameters<Guest['sees']>[0]) => Promise.all(people.map(person => person.sees(what)))
const later = () => house.clock.advance(LOOK_MS + SECOND)
const begin = () => ada.direct({ do: 'begin' })

describe('[RO12] a room that did not take it', () => {
  it.each(['before', 'after'] as const)(
    'begins with the others, at their instants (the write failed %s it was kept)',
    async as => {
      await missed({ do: 'begin' }, as)
      expect(await begin()).toMatchObject({ ok: false, code: 'not-now' })
      await later()
      const views = await all(view => view.stage === 'sitting')
      expect(new Set(views.map(({ phase }) => phase?.startedAt))).toEqual(new Set([START]))
      await ada.reads(({ rooms: all }) => all.every(({ stage, behindMs }) => stage === 'sitting' && behindMs === 0))
      expect(house.logged.filter(line => line.includes('circle-room'))).toHaveLength(1)
    },
  )

  it('begins when the store is back, however long that takes, and is held if all are', async () => {
    failing = { left: Number.POSITIVE_INFINITY, as: 'before' }
    await begin()
    await ada.direct({ do: 'hold' })
    for (let looks = 0; looks < 5; looks++) await later()
    failing.left = 0
    await later()
    await all(view => view.stage === 'sitting' && view.held?.why === 'facilitator')
    await ada.direct({ do: 'resume' })
    await all(view => view.held === null)
  })

  it('stands still with the others, and goes on with them, by the same clock', async () => {
    await begin()
    await all(view => view.stage === 'sitting')
    await house.clock.advance(10 * SECOND)
    await missed({ do: 'hold' })
    await later()
    await all(view => view.held?.why === 'facilitator')
    await house.clock.advance(60 * SECOND)
    await missed({ do: 'resume' })
    await later()
    const views = await all(view => view.held === null)
    expect(new Set(views.map(({ phase }) => phase?.endsAt)).size).toBe(1)
    await ada.reads(({ rooms: all }) => all.every(({ behindMs, held }) => held === null && behindMs === 0))
  })

  it('calls its people back, and no more once that is taken back', async () => {
    await begin()
    await all(view => view.stage === 'sitting')
    await missed({ do: 'call-back', seconds: 60 })
    await later()
    await all(view => view.backBy === START + 60 * SECOND)
    await missed({ do: 'call-back', seconds: null })
    await later()
    await all(view => view.backBy === null)
  })

  it('closes with the workshop, of which nothing is left that tells of its rooms', async () => {
    await begin()
    await all(view => view.stage === 'sitting')
    await missed({ do: 'close' })
    await later()
    await all(view => view.stage === 'closed')
  })
})

it('a room that took all of it is not asked again', async () => {
  await begin()
  await ada.direct({ do: 'hold' })
  const revs = (await all(view => view.held?.why === 'facilitator')).map(({ rev }) => rev)
  let asked = 0
  rooms.onAct = () => {
    asked += 1
  }
  for (let looks = 0; looks < 5; looks++) await later()
  expect([people.map(person => person.view().rev), asked]).toEqual([revs, 0])
})
