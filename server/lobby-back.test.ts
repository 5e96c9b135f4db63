// Who is put back in front when a meeting does not come about? Whoever said yes and is there, by the connection on which they are
// there: nobody meets a page that was closed, and nobody's page waits without a place.
import { afterEach, describe, expect, it } from 'vitest'
import type { Queue } from '../lib/lobby/queue.ts'
import { LOOK_MS } from './lobby.ts'
import { queueKey } from './lobby-queues.ts'
import { type LobbyStore, StoreDown } from './ports.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createMemoryStore } from './store/memory.ts'
import { withNews } from './store/room-news.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { type House, openHouse, START } from './testing/house.ts'
import { createHub } from './testing/hub.ts'
import { newDevice, pairOff, type Stranger, stranger } from './testing/strangers.ts'

const SECOND = 1_000
const QUEUE = queueKey('text', 'en')
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A site of so many processes, whose store of the lobby fails as long as `isDown`. */
async function open(count = 1) {
  const hand = createHandClock(START)
  const [kept, lobby, hub] = [createMemoryStore(hand), createLobbyMemory(hand), createHub()]
  const site = { isDown: false }
  const lobbyStore: LobbyStore = {
    ...lobby,
    swap: (...act) => (site.isDown ? Promise.reject(new StoreDown('refused')) : lobby.swap(...act)),
  }
  const houses: House[] = []
  for (let n = 0; n < count; n++) {
    const bus = hub.join()
    const house = await openHouse({ hand, lobbyStore, ...(count > 1 ? { bus, store: withNews(kept, bus) } : {}) })
    ends.push(() => house.close())
    houses.push(house)
  }
  const waiting = async () => (JSON.parse((await lobby.load(QUEUE)).kept?.body ?? '{}') as Queue).waiting ?? []
  const [house, other] = houses as [House, House]
  return { site, hand, house, other, waiting }
}

/** Ann has said yes; Ben is there and silent. */
async function annSaidYes(house: House) {
  const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
  const { room } = await pairOff(ann, ben)
  await ann.must('intent', { do: 'ready' })
  return { ann, ben, room }
}

/** The page dials again, and comes in with the newest token of its seat. */
async function comeBack(house: House, ann: Stranger, room: string): Promise<Stranger> {
  const back = await stranger(house, 'Ann', undefined, ann.device)
  await back.must('enter', { room, token: ann.seated?.token })
  return back
}

async function meet(one: Stranger, two: Stranger, times = 1) {
  expect((await one.pairing(times)).room).toBe((await two.pairing()).room)
}

describe('[OF8] silence puts back in front whoever said yes and is there', () => {
  it('and nobody whose page was closed: who comes next is not brought together with nobody', async () => {
    const { hand, house, waiting } = await open()
    const { ann, ben } = await annSaidYes(house)
    ann.close()
    await ben.sees(view => Object.values(view.seats).some(seat => seat?.here === false))
    await hand.advance(31 * SECOND)
    await ben.sees(view => view.closed?.why === 'expired')
    expect(await waiting()).toEqual([])
    const cleo = await stranger(house, 'Cleo')
    await cleo.wait()
    await cleo.caughtUp()
    expect([cleo.told.waiting.length, cleo.told.paired]).toEqual([1, []])
  })

  it('on the connection with which they came back, whose asking for a place costs them none', async () => {
    const { hand, house, waiting } = await open()
    const { ann, ben, room } = await annSaidYes(house)
    await hand.advance(10 * SECOND)
    const back = await comeBack(house, ann, room)
    await hand.advance(20 * SECOND)
    await ben.sees(view => view.closed?.why === 'expired')
    await expect.poll(() => back.told.waiting.length).toBe(1)
    const placed = await waiting()
    expect(placed.map(({ since }) => since)).toEqual([START])
    expect(await back.wait()).toEqual({ ok: true })
    expect(await waiting()).toEqual(placed)
    const cleo = await stranger(house, 'Cleo')
    await cleo.wait()
    await meet(back, cleo)
  })

  it('also where they meet the next before their asking arrives: that meeting goes on', async () => {
    const { hand, house } = await open()
    const { ann, room } = await annSaidYes(house)
    const back = await comeBack(house, ann, room)
    const cleo = await stranger(house, 'Cleo')
    await cleo.wait()
    await hand.advance(30 * SECOND)
    await back.sees(view => view.closed?.why === 'expired')
    await meet(back, cleo)
    expect(await back.wait()).toEqual({ ok: true })
    await cleo.comeIn()
    await back.comeIn()
    expect(cleo.view()).toMatchObject({ stage: 'gathering', closed: null })
    // Whoever has come in and asks again wants somebody else.
    expect(await back.wait()).toEqual({ ok: true })
    await cleo.sees(view => view.closed?.why === 'left')
  })

  it('and not by the process that they have left: at the other one they ask for themselves', async () => {
    const { hand, house, other, waiting } = await open(2)
    const { ann, ben, room } = await annSaidYes(house)
    const back = await comeBack(other, ann, room)
    ann.close()
    await house.connections(1)
    await hand.advance(30 * SECOND)
    for (const one of [back, ben]) await one.sees(view => view.closed?.why === 'expired')
    expect(await waiting()).toEqual([])
    expect(await back.wait()).toEqual({ ok: true })
    const cleo = await stranger(house, 'Cleo')
    await cleo.wait()
    await hand.advance(LOOK_MS)
    await meet(back, cleo)
  })

  it('although the store does not answer at that moment', async () => {
    const { site, hand, house, waiting } = await open()
    const { ann } = await annSaidYes(house)
    const told = ann.told.waiting.length
    site.isDown = true
    await hand.advance(30 * SECOND)
    await ann.sees(view => view.closed?.why === 'expired')
    expect(await waiting()).toEqual([])
    site.isDown = false
    await hand.advance(LOOK_MS)
    await expect.poll(() => ann.told.waiting.length).toBe(told + 1)
    expect((await waiting()).map(({ since }) => since)).toEqual([START])
  })
})

it('[LE2] whoever says yes and closes the page has left early', async () => {
  const { hand, house } = await open()
  const device = newDevice()
  for (const name of ['Ben', 'Cleo', 'Dora']) {
    const ann = await stranger(house, 'Ann', undefined, device)
    const other = await stranger(house, name)
    await pairOff(ann, other)
    await ann.must('intent', { do: 'ready' })
    ann.close()
    await other.sees(view => Object.values(view.seats).some(seat => seat?.here === false))
    await hand.advance(30 * SECOND)
    await other.sees(view => view.closed?.why === 'expired')
  }
  const ann = await stranger(house, 'Ann', undefined, device)
  await expect.poll(() => ann.wait()).toMatchObject({ ok: false, why: 'rest' })
})

it('[WA5] whoever was told of a room and never came in waits when they ask once it is over', async () => {
  const { hand, house, waiting } = await open()
  const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
  await ann.wait()
  await ben.wait()
  for (const one of [ann, ben]) await one.pairing()
  await hand.advance(30 * SECOND)
  expect(await ann.wait()).toEqual({ ok: true })
  expect(await waiting()).toHaveLength(1)
})

it('[OF7] a decline puts nobody back whose page was closed', async () => {
  const { house, waiting } = await open()
  const [ann, ben] = [await stranger(house, 'Ann'), await stranger(house, 'Ben')]
  await pairOff(ann, ben)
  ann.close()
  await ben.sees(view => Object.values(view.seats).some(seat => seat?.here === false))
  await ben.must('intent', { do: 'leave' })
  expect(await waiting()).toEqual([])
})
