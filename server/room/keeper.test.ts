// Is nothing shown that was not stored, and nothing lost that was, when the store fails, loses its answers or is raced for?
import { afterEach, describe, expect, it } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { AWAY_AFTER_MS, CLOSED_MS, UNBEGUN_MS } from '../../lib/protocol/advance.ts'
import type { Room } from '../../lib/protocol/room.ts'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { createClock } from '../clock.ts'
import { type Kept, type RoomStore, StoreDown } from '../ports.ts'
import { connectStore } from '../store/connect.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createFaultyStore, type Fault } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, type Person, START } from '../testing/house.ts'
import { ARRIVE_MS, begin, everybody, firstTurn, GRACE_MS, gather, opening, sealed, TURN_MS } from '../testing/pair.ts'
import { createStallingClock } from '../testing/stalling-clock.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(options)
  ends.push(() => house.close())
  return house
}

async function openFaulty(options: HouseOptions = {}) {
  const hand = options.hand ?? createHandClock(START)
  const faulty = createFaultyStore(options.store ?? createMemoryStore(hand))
  return { faulty, hand, house: await open({ ...options, hand, store: faulty.store }) }
}

/** Fails the next `times` acts of a kind, and none after them. */
function failing(fault: Fault, what: string, times = 1) {
  let left = times
  return (act: string) => (act === what && left-- > 0 ? fault : null)
}

const coded = (code: string) => ({ ok: false, code, message: expect.any(String) })
const tokenOf = (person: Person) => person.seated?.token ?? ''
const said = sealed('said')

it('the room is lost after an act of which nothing is known: whoever is connected is let go of, and told when they come back', async () => {
  const { faulty, house } = await openFaulty()
  const { ann, ben, room } = await firstTurn(house)
  faulty.fault = failing('before', 'swap')
  expect(await ann.intend({ do: 'hold' })).toEqual(coded('store-down'))
  await house.store.forget(room, 60_000)
  await house.app.director.refresh(room)
  for (const person of [ann, ben]) await expect.poll(() => person.socket.connected).toBe(false)
  const back = await house.dial()
  expect(await back.ask('enter', { room, token: tokenOf(ben) })).toEqual(coded('gone'))
})

it('what another process kept long ago comes late, after an act of which nothing is known: nobody is shown it again', async () => {
  const { faulty, house } = await openFaulty()
  const { ann, ben, room } = await firstTurn(house)
  const kept: Kept[] = []
  faulty.onKept = (_id, next) => kept.push(next)
  await ann.must('intent', { do: 'hold' })
  for (const person of [ann, ben]) await person.must('intent', { do: 'resume' })
  for (const person of [ann, ben]) await person.sees(view => view.held === null)
  faulty.fault = failing('after', 'swap')
  expect(await ann.intend({ do: 'hold' })).toEqual(coded('store-down'))
  await house.app.director.heard(room, kept[0] as Kept)
  for (const person of [ann, ben]) {
    await person.caughtUp()
    const revs = person.told.view.map(view => view.rev)
    expect(revs).toEqual([...revs].sort((one, other) => one - other))
  }
})

it('what another process kept in private comes late: whoever has done something in private since goes on reading that', async () => {
  const { faulty, house } = await openFaulty()
  const { ann, room } = await gather(house)
  const kept: Kept[] = []
  faulty.onKept = (_id, next) => kept.push(next)
  for (const first of ['me', 'other', 'either'] as const) await ann.must('intent', { do: 'ready', first })
  const rooms = kept.map(({ body }) => JSON.parse(body) as Room)
  // Nothing tells which of the two was kept later, but the store itself.
  expect(rooms.map(({ rev, seats }) => [rev - (rooms[0]?.rev ?? 0), seats.a?.wish])).toEqual([
    [0, 'me'],
    [0, 'other'],
    [0, 'either'],
  ])
  await house.app.director.heard(room, kept[1] as Kept)
  await ann.caughtUp()
  expect(ann.view().wish).toBe('either')
})

it('an act that was given up comes to the store late: whoever is connected here is shown it too', async () => {
  const hand = createHandClock(START)
  const inner = createMemoryStore(hand)
  let isSlow = false
  let arrive: () => Promise<unknown> = async () => null
  const swap: RoomStore['swap'] = async (...asked) => {
    if (!isSlow) return inner.swap(...asked)
    arrive = () => inner.swap(...asked)
    throw new StoreDown('timeout')
  }
  const house = await open({ hand, store: { ...inner, swap } })
  const { ann, ben } = await firstTurn(house)
  isSlow = true
  expect(await ann.intend({ do: 'hold' })).toEqual(coded('store-down'))
  isSlow = false
  // By then the room was found as it had been.
  await hand.advance(2_000)
  await house.app.director.idle()
  await arrive()
  await hand.advance(2_000)
  for (const person of [ann, ben]) await person.sees(view => view.held?.why === 'asked')
})

it('an act that was given up comes to the store late, and the store failed once more in between: it is shown no later for that', async () => {
  const hand = createHandClock(START)
  const inner = createMemoryStore(hand)
  let arrive: () => Promise<unknown> = async () => null
  let fault: 'swap' | 'load' | null = null
  const down = () => Promise.reject(new StoreDown('timeout'))
  const swap: RoomStore['swap'] = async (...asked) => {
    if (fault !== 'swap') return inner.swap(...asked)
    arrive = () => inner.swap(...asked)
    return down()
  }
  const load: RoomStore['load'] = (...asked) => (fault === 'load' ? down() : inner.load(...asked))
  const house = await open({ hand, store: { ...inner, swap, load } })
  const { ann, ben } = await firstTurn(house)
  fault = 'swap'
  expect(await ann.intend({ do: 'hold' })).toEqual(coded('store-down'))
  fault = 'load'
  await hand.advance(2_000)
  await house.app.director.idle()
  fault = null
  await hand.advance(1_400)
  await house.app.director.idle()
  await arrive()
  await hand.advance(400)
  for (const person of [ann, ben]) await person.sees(view => view.held?.why === 'asked')
})

describe.each(['before', 'after'] as const)('the store fails %s it did what it was asked', fault => {
  it('an act is refused as store-down, and asking again gives the right answer', async () => {
    const { faulty, house } = await openFaulty()
    const { ann, ben } = await firstTurn(house)
    faulty.fault = failing(fault, 'swap')
    expect(await ann.intend({ do: 'on', phase: 1 })).toEqual(coded('store-down'))
    // Done already where only the answer was lost: it is not done twice.
    expect(await ann.intend({ do: 'on', phase: 1 })).toMatchObject(fault === 'before' ? { ok: true } : coded('not-now'))
    await everybody({ ann, ben, both: [ann, ben], room: '' }, view => view.phase?.on.includes('a') === true)
    expect(await ben.intend({ do: 'on', phase: 1 })).toMatchObject({ ok: true })
    await ann.sees(view => view.phase?.n === 2)
  })

  it('open is refused, and asking again opens a room', async () => {
    const { faulty, house } = await openFaulty()
    const ann = await house.dial()
    faulty.fault = failing(fault, 'create')
    const left = new Set<string>()
    faulty.onKept = id => left.add(id)
    expect(await ann.ask('open', opening())).toEqual(coded('store-down'))
    faulty.onKept = () => {}
    expect(await ann.ask('open', opening())).toMatchObject({ ok: true, seat: 'a' })
    // No room with a name in it is left behind that nobody can enter.
    for (const id of left) expect((await house.store.load(id)).kept).toBeNull()
    expect(left.size).toBe(fault === 'before' ? 0 : 1)
  })

  it('a free seat is refused, and asking again takes it: nobody sits there whom nobody can reach', async () => {
    const { faulty, house } = await openFaulty()
    const ann = await house.dial()
    const { room } = await ann.must('open', opening())
    const ben = await house.dial()
    faulty.fault = failing(fault, 'swap')
    expect(await ben.ask('enter', { room, name: 'Ben' })).toEqual(coded('store-down'))
    expect(await ben.ask('enter', { room, name: 'Ben' })).toMatchObject({ ok: true, seat: 'b' })
    await ann.sees(view => view.seats.b?.here === true)
    await begun(ann, ben)
  })

  it('a free seat is given back when whoever asked for it goes away instead', async () => {
    const { faulty, house } = await openFaulty()
    const ann = await house.dial()
    const { room } = await ann.must('open', opening())
    const ben = await house.dial()
    faulty.fault = failing(fault, 'swap')
    await ben.ask('enter', { room, name: 'Ben' })
    ben.close()
    const cas = await house.dial()
    expect(await cas.must('enter', { room, name: 'Cas' })).toMatchObject({ seat: 'b' })
    expect((await ann.sees(view => view.seats.b !== null)).seats.b).toMatchObject({ name: 'Cas' })
  })

  it('a return is refused, the token is still good, and nobody is taken to be there who is not', async () => {
    const { faulty, hand, house } = await openFaulty()
    const { room, ann, ben } = await firstTurn(house)
    ben.close()
    await ann.sees(view => view.seats.b?.here === false)
    const back = await house.dial()
    faulty.fault = failing(fault, 'swap')
    expect(await back.ask('enter', { room, token: tokenOf(ben) })).toEqual(coded('store-down'))
    await ann.caughtUp()
    expect(ann.view().seats.b?.here).toBe(false)
    await hand.advance(AWAY_AFTER_MS)
    await ann.sees(view => view.held?.why === 'away')
    await back.must('enter', { room, token: tokenOf(ben) })
    for (const person of [ann, back]) await person.must('intent', { do: 'resume' })
    await ann.sees(view => view.held === null)
  })

  it('somebody’s going is not forgotten, and counts from when they went', async () => {
    const { faulty, hand, house } = await openFaulty()
    const { ann, ben } = await firstTurn(house)
    let isDown = true
    faulty.fault = act => (isDown && act !== 'load' ? fault : null)
    const left = hand.now()
    ben.close()
    await house.connections(1)
    // An outage that is longer than anybody would keep trying for an empty room.
    await hand.advance(40_000)
    isDown = false
    await hand.advance(1_000)
    expect((await ann.sees(view => view.held !== null)).held).toMatchObject({ why: 'away', since: left })
  })

  it('words flow again as soon as the store answers, without anybody doing anything', async () => {
    const { faulty, hand, house } = await openFaulty()
    const { ann, ben } = await firstTurn(house)
    let isDown = true
    faulty.fault = () => (isDown ? fault : null)
    expect(await ben.intend({ do: 'hold' })).toEqual(coded('store-down'))
    // Whether the hold was kept is not known: nothing is relayed until it is.
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: said })).toMatchObject({ ok: false })
    isDown = false
    await hand.advance(1_000)
    await house.app.director.idle()
    const words = await ann.ask('words', { phase: 1, id: 1, sealed: said })
    expect(words).toEqual(fault === 'before' ? { ok: true } : coded('not-allowed'))
    if (fault === 'after') await everybody({ ann, ben, both: [ann, ben], room: '' }, view => view.held !== null)
  })
})

async function begun(ann: Person, ben: Person): Promise<void> {
  for (const person of [ann, ben]) await person.must('intent', { do: 'ready' })
  for (const person of [ann, ben]) await person.sees(view => view.stage === 'sitting')
}

describe('what is shown', () => {
  it('[E4] was stored before, and its number only rises, whatever fails', async () => {
    const { often, pick } = chanceFrom(20_261_101)
    const { faulty, hand, house } = await openFaulty()
    const kept: Record<string, number[]> = {}
    faulty.onKept = (id, { body }) => {
      const list = kept[id] ?? []
      kept[id] = list
      list.push((JSON.parse(body) as Room).rev)
    }
    const pair = await begin(house, { format: { id: 'listening' } })
    // A view may be told before the act that made it returns, never before the store has it.
    const early: number[] = []
    for (const person of pair.both) {
      person.socket.on('view', view => {
        if (!kept[pair.room]?.includes(view.rev)) early.push(view.rev)
      })
    }
    faulty.fault = () => (often(0.25) ? 'before' : often(0.25) ? 'after' : null)
    for (let round = 0; round < 120; round++) {
      const person = often(0.5) ? pair.ann : pair.ben
      const n = person.view().phase?.n ?? 0
      const act = pick([
        { do: 'hold' },
        { do: 'resume' },
        { do: 'resume' },
        { do: 'on', phase: n },
        { do: 'more', phase: n },
      ])
      await person.intend(act)
      await hand.advance(often(0.8) ? 1_000 : 15_000)
    }
    faulty.fault = () => null
    await hand.advance(2_000)
    for (const person of pair.both) await person.caughtUp()
    expect(early).toEqual([])
    for (const person of pair.both) {
      const revs = person.told.view.map((view: RoomView) => view.rev)
      expect(revs).toEqual([...revs].sort((a, b) => a - b))
      expect(revs.length).toBeGreaterThan(20)
      const instants = person.told.view.map((view: RoomView) => view.now)
      expect(instants).toEqual([...instants].sort((a, b) => a - b))
    }
    const last = JSON.parse((await house.store.load(pair.room)).kept?.body ?? '{}') as Room
    expect(pair.both.map(person => person.view().rev)).toEqual([last.rev, last.rev])
  })

  it('[V3] is not told again when only the instant is another', async () => {
    const { house } = await openFaulty()
    const { ann } = await begin(house)
    await ann.caughtUp()
    const before = ann.told.view.length
    expect(await ann.intend({ do: 'on', phase: 7 })).toEqual(coded('stale-phase'))
    await ann.caughtUp()
    expect(ann.told.view).toHaveLength(before)
  })
})

it('an answer that comes late delays that room and no other', async () => {
  const { faulty, house } = await openFaulty()
  const one = await gather(house)
  const two = await gather(house)
  let release = () => {}
  let isFirst = true
  faulty.onAct = act => {
    if (act !== 'swap' || !isFirst) return
    isFirst = false
    return new Promise<void>(resolve => (release = resolve))
  }
  const late = one.ann.intend({ do: 'ready' })
  await one.ann.caughtUp()
  await begun(two.ann, two.ben)
  expect(one.ben.view().seats.a?.ready).toBe(false)
  release()
  expect(await late).toMatchObject({ ok: true })
  await one.ben.sees(view => view.seats.a?.ready === true)
})

it('[T3] what was slept through is held also when the store fails at the moment of waking', async () => {
  const hand = createHandClock(START)
  const clock = createStallingClock(hand)
  const faulty = createFaultyStore(createMemoryStore(clock))
  const house = await open({ hand, clock, store: faulty.store })
  const pair = await begin(house)
  const boundary = pair.ann.view().phase?.endsAt ?? 0
  faulty.fault = failing('before', 'swap', 2)
  clock.stall(ARRIVE_MS + TURN_MS)
  await hand.to(boundary)
  await hand.advance(3_000)
  await everybody(pair, view => view.held?.why === 'late')
  expect(pair.ann.view()).toMatchObject({ held: { since: boundary }, phase: { n: 1 } })
})

it('boundaries go on while the store is down: they are derived, not stored', async () => {
  const { faulty, hand, house } = await openFaulty()
  const pair = await firstTurn(house)
  faulty.fault = () => 'before'
  await hand.advance(TURN_MS + GRACE_MS)
  await everybody(pair, view => view.phase?.floor === 'b')
  expect(await pair.ben.ask('words', { phase: 2, id: 1, sealed: said })).toEqual({ ok: true })
})

describe('whoever still has the page open', () => {
  it('[E1] is shown that the room closed, though the store forgets it of its own accord', async () => {
    const { hand, house } = await openFaulty()
    const ann = await house.dial()
    const { room } = await ann.must('open', opening())
    await hand.advance(UNBEGUN_MS - 1)
    expect(ann.view().closed).toBeNull()
    await hand.advance(1)
    await ann.sees(view => view.closed?.why === 'expired')
    await hand.advance(CLOSED_MS)
    expect((await house.store.load(room)).kept).toBeNull()
  })
})

describe('two processes on one Redis', () => {
  async function two() {
    const redis = await startRedis()
    ends.push(() => redis.stop())
    const hand = createHandClock(START)
    const faulty = [0, 1].map(() => {
      const store = connectStore({ kind: 'tcp', url: redis.url }, createClock())
      ends.push(() => store.close())
      return createFaultyStore(store)
    })
    const houses = await Promise.all(faulty.map(({ store }) => open({ hand, store })))
    return { hand, faulty, houses } as const
  }
  const bodyOf = async (store: RoomStore | undefined, room: string) =>
    JSON.parse((await store?.load(room))?.kept?.body ?? '{}') as Room

  it('[E4] race for one room: no decision is lost', async () => {
    const { houses } = await two()
    const [here, there] = houses as [House, House]
    for (let round = 0; round < 10; round++) {
      const ann = await here.dial()
      const { room } = await ann.must('open', opening())
      const [ben, cas] = [await there.dial(), await here.dial()]
      const acks = await Promise.all([
        ben.ask('enter', { room, name: 'Ben' }),
        cas.ask('enter', { room, name: 'Cas' }),
        ann.intend({ do: 'ready' }),
      ])
      expect(acks.slice(0, 2).filter(ack => ack.ok)).toHaveLength(1)
      expect(acks[2]).toMatchObject({ ok: true })
      const kept = await bodyOf(here.store, room)
      expect(kept.seats.a?.wish).toBe('either')
      expect(kept.seats.b?.name).toBe(acks[0]?.ok ? 'Ben' : 'Cas')
    }
  })

  it('whoever loses the race four times in a row is told to ask again, and then does not lose', async () => {
    const { faulty, houses } = await two()
    const [here, there] = houses as [House, House]
    const { room, ann, ben } = await gather(here)
    const meddler = await there.dial()
    await meddler.must('enter', { room, token: tokenOf(ann) })
    const [mine] = faulty
    if (!mine) throw new Error('no store')
    let lost = 0
    mine.onAct = async act => {
      if (act !== 'swap') return
      lost++
      await meddler.must('enter', { room, token: tokenOf(meddler) })
    }
    expect(await ben.intend({ do: 'ready' })).toEqual(coded('busy'))
    expect(lost).toBe(4)
    expect((await bodyOf(here.store, room)).seats.b?.wish).toBeNull()
    mine.onAct = () => {}
    expect(await ben.intend({ do: 'ready' })).toMatchObject({ ok: true })
    expect((await bodyOf(here.store, room)).seats.b?.wish).toBe('either')
  })
})
