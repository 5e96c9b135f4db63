// Who is put back in front when a meeting does not come about? Whoever said yes and is there, by the connection on which they are
// there: nobody meets a page that was closed, and nobody's page waits without a place.
import { afterEach, describe, expect, it } from 'vitest'
import type { Queue } from '../../lib/lobby/waiting.ts'
import { type LobbyStore, StoreDown } from '../ports.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createMemoryStore } from '../store/memory.ts'
import { withNews } from '../store/room-news.ts'
import { createHandClock, type HandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { newDevice, pairOff, type Stranger, sitTogether, stranger } from '../testing/strangers.ts'
import { LOOK_MS } from './lobby.ts'
import { queueKey } from './queues.ts'

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

describe('[LE2] to close the page within a minute of being brought together is to leave, also once both have said yes', () => {
  /** They sit, and the first of them has closed the page a few seconds later. */
  async function closesThePage(hand: HandClock, ann: Stranger, ben: Stranger) {
    const told = await sitTogether(ann, ben)
    await hand.advance(5 * SECOND)
    ann.close()
    await ben.sees(view => Object.values(view.seats).some(seat => seat?.here === false))
    return told
  }

  it('where the other leaves the room in which they were left, which is no leaving', async () => {
    const { hand, house } = await open()
    const [annsDevice, bensDevice] = [newDevice(), newDevice()]
    for (const n of [1, 2, 3]) {
      const ann = await stranger(house, 'Ann', undefined, annsDevice)
      const other = await stranger(house, `Other${n}`)
      await closesThePage(hand, ann, other)
      await hand.advance(15 * SECOND)
      await other.must('intent', { do: 'leave' })
      other.close()
      const [cleo, ben] = [await stranger(house, `Cleo${n}`), await stranger(house, 'Ben', undefined, bensDevice)]
      await closesThePage(hand, cleo, ben)
      await hand.advance(15 * SECOND)
      await ben.must('intent', { do: 'leave' })
      ben.close()
      await house.connections(0)
    }
    const [ann, ben] = [
      await stranger(house, 'Ann', undefined, annsDevice),
      await stranger(house, 'Ben', undefined, bensDevice),
    ]
    await expect.poll(() => ann.wait()).toMatchObject({ ok: false, why: 'rest' })
    expect(await ben.wait()).toEqual({ ok: true })
  })

  it('where the other closes theirs as well, and nobody sees the room end', async () => {
    const { hand, house } = await open()
    const device = newDevice()
    for (const n of [1, 2, 3]) {
      const ann = await stranger(house, 'Ann', undefined, device)
      const other = await stranger(house, `Other${n}`)
      await closesThePage(hand, ann, other)
      await hand.advance(60 * SECOND)
      other.close()
      await house.connections(0)
    }
    await hand.advance(15 * 60 * SECOND)
    const ann = await stranger(house, 'Ann', undefined, device)
    await expect.poll(() => ann.wait()).toMatchObject({ ok: false, why: 'rest' })
  })

  it('and to load it again is not, nor to be gone for a moment as the other leaves', async () => {
    const { hand, house } = await open()
    const device = newDevice()
    for (const n of [1, 2, 3, 4]) {
      const ann = await stranger(house, 'Ann', undefined, device)
      const other = await stranger(house, `Other${n}`)
      const { room } = await closesThePage(hand, ann, other)
      if (n < 4) {
        await hand.advance(10 * SECOND)
        const back = await comeBack(house, ann, room)
        await other.sees(view => Object.values(view.seats).every(seat => seat?.here))
        await hand.advance(50 * SECOND)
        back.close()
        await other.sees(view => Object.values(view.seats).some(seat => seat?.here === false))
        await hand.advance(50 * SECOND)
      }
      await other.must('intent', { do: 'leave' })
      other.close()
      await house.connections(0)
    }
    const ann = await stranger(house, 'Ann', undefined, device)
    expect(await ann.wait()).toEqual({ ok: true })
  })

  it('also where the two are served by different processes', async () => {
    const { hand, house, other: second } = await open(2)
    const device = newDevice()
    for (const n of [1, 2, 3]) {
      const ann = await stranger(house, 'Ann', undefined, device)
      const other = await stranger(second, `Other${n}`)
      for (const one of [ann, other]) expect(await one.wait()).toEqual({ ok: true })
      await other.pairing()
      await hand.advance(LOOK_MS)
      for (const one of [ann, other]) await one.comeIn()
      for (const one of [ann, other]) await one.must('intent', { do: 'ready' })
      for (const one of [ann, other]) await one.sees(view => view.stage === 'sitting')
      ann.close()
      await other.sees(view => Object.values(view.seats).some(seat => seat?.here === false))
      await hand.advance(15 * SECOND)
      await other.must('intent', { do: 'leave' })
      other.close()
      for (const one of [house, second]) await one.connections(0)
    }
    const ann = await stranger(house, 'Ann', undefined, device)
    await expect.poll(() => ann.wait()).toMatchObject({ ok: false, why: 'rest' })
  })

  it('once for each meeting, however many have seen it', async () => {
    const { hand, house } = await open()
    const device = newDevice()
    for (const n of [1, 2]) {
      const ann = await stranger(house, 'Ann', undefined, device)
      const other = await stranger(house, `Other${n}`)
      await closesThePage(hand, ann, other)
      await hand.advance(15 * SECOND)
      // Whoever waits anew has left, and the other sees that they had gone.
      const again = await stranger(house, 'Ann', undefined, device)
      expect(await again.wait()).toEqual({ ok: true })
      await other.sees(view => view.closed?.why === 'left')
      again.close()
      other.close()
      await house.connections(0)
    }
    const ann = await stranger(house, 'Ann', undefined, device)
    expect(await ann.wait()).toEqual({ ok: true })
  })
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
