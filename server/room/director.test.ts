// Are seats, turns and absences over the wire what the rules say, whoever else tries and however time passes?
import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { AWAY_AFTER_MS, CLOSED_MS, EMPTY_AFTER_MS } from '../../lib/protocol/advance.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { createClock } from '../clock.ts'
import type { RoomStore } from '../ports.ts'
import { createMemoryStore } from '../store/memory.ts'
import { withClock } from '../store/with-clock.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, type HouseOptions, openHouse, type Person, START } from '../testing/house.ts'
import {
  ARRIVE_MS,
  begin,
  everybody,
  firstTurn,
  GRACE_MS,
  gather,
  opening,
  type Pair,
  sealed,
  TURN_MS,
} from '../testing/pair.ts'
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

const coded = (code: string) => ({ ok: false, code, message: expect.any(String) })
const tokenOf = (person: Person) => person.seated?.token ?? ''
const said = sealed('said')

describe('a token', () => {
  it('[S2] is replaced at each return; the one before is good until the new one is first shown', async () => {
    const house = await open()
    const { room, ben } = await gather(house)
    const first = tokenOf(ben)
    const second = (await ben.must('enter', { room, token: first })).token
    expect(second).not.toBe(first)
    // The answer may have been lost: the one before opens the seat once more.
    const third = (await ben.must('enter', { room, token: first })).token
    expect(new Set([first, second, third]).size).toBe(3)
    await ben.must('enter', { room, token: third })
    for (const token of [first, second]) {
      expect(await ben.ask('enter', { room, token })).toEqual(coded('not-yours'))
    }
  })

  it('[S2] that a page was given is good also where an ask that it had given up is done last', async () => {
    const house = await open()
    const { room, ann, ben } = await gather(house)
    const [late, first] = [await house.dial(), tokenOf(ben)]
    const { token } = await ben.must('enter', { room, token: first })
    await late.must('enter', { room, token: first })
    await expect.poll(() => ben.told.moved).toEqual([{ why: 'other-tab' }])
    await ben.must('enter', { room, token })
    expect(await late.ask('intent', { do: 'ready' })).toEqual(coded('gone'))
    expect(await ben.must('intent', { do: 'ready' })).toMatchObject({ ok: true })
    expect((await ann.sees(view => view.seats.b?.ready === true)).seats.b?.here).toBe(true)
  })

  it('[S3] that is wrong, or of another room, opens nothing and changes nothing', async () => {
    const house = await open()
    const { room, ann } = await gather(house)
    const other = await gather(house)
    const thief = await house.dial()
    const before = ann.view()
    for (const token of ['x'.repeat(43), tokenOf(other.ann)]) {
      expect(await thief.ask('enter', { room, token })).toEqual(coded('not-yours'))
    }
    await ann.caughtUp()
    expect(ann.view()).toEqual(before)
  })

  it('[L4] is void once the other has asked its holder out, who reads that the connection ended', async () => {
    const house = await open()
    const { room, ann, ben } = await gather(house)
    await ann.must('intent', { do: 'unseat', seat: 'b' })
    expect((await ben.sees(view => view.stage === 'closed')).closed).toEqual({ why: 'left' })
    expect(await ben.intend({ do: 'ready' })).toEqual(coded('gone'))
    expect(await ben.ask('enter', { room, token: tokenOf(ben) })).toEqual(coded('not-yours'))
    expect((await ann.sees(view => view.seats.b === null)).can).not.toContain('unseat')
    // The link still works, as it does for whoever it was meant for.
    const cas = await house.dial()
    expect(await cas.must('enter', { room, name: 'Cas' })).toMatchObject({ seat: 'b' })
  })

  it('[S9] is stored as a hash alone', async () => {
    const bodies: string[] = []
    const hand = createHandClock(START)
    const faulty = createFaultyStore(createMemoryStore(hand))
    faulty.onKept = (_id, { body }) => bodies.push(body)
    const house = await open({ hand, store: faulty.store })
    const { room, ann, ben } = await gather(house)
    const tokens = [tokenOf(ann), tokenOf(ben), (await ben.must('enter', { room, token: tokenOf(ben) })).token]
    expect(bodies.length).toBeGreaterThan(2)
    for (const token of tokens) expect(bodies.join()).not.toContain(token)
  })
})

describe('a seat', () => {
  it('[S1] is taken by exactly one of fifty who try at once', async () => {
    const house = await open()
    const ann = await house.dial()
    const { room } = await ann.must('open', opening())
    const people = await Promise.all(Array.from({ length: 50 }, () => house.dial()))
    const acks = await Promise.all(people.map((person, i) => person.ask('enter', { room, name: `No ${i}` })))
    expect(acks.filter(ack => ack.ok)).toHaveLength(1)
    expect(acks.filter(ack => !ack.ok)).toEqual(Array(49).fill(coded('full')))
    const winner = people[acks.findIndex(ack => ack.ok)]
    expect(await winner?.intend({ do: 'ready' })).toMatchObject({ ok: true })
    await ann.sees(view => view.seats.b?.ready === true)
    expect(Object.keys(ann.view().seats)).toEqual(['a', 'b'])
  })

  it('[S1] is nobody’s once the sitting has begun, although somebody has left it', async () => {
    const house = await open()
    const { room, ben } = await begin(house)
    const cas = await house.dial()
    expect(await cas.ask('enter', { room, name: 'Cas' })).toEqual(coded('full'))
    await ben.must('intent', { do: 'leave' })
    expect(await cas.ask('enter', { room, name: 'Cas' })).toEqual(coded('closed'))
  })

  it('[L4] is free again for the link when its holder leaves a room that gathers', async () => {
    const house = await open()
    const { room, ann, ben } = await gather(house)
    await ben.must('intent', { do: 'leave' })
    await ann.sees(view => view.seats.b === null)
    expect(await ben.ask('enter', { room, token: tokenOf(ben) })).toEqual(coded('not-yours'))
    expect(await ben.must('enter', { room, name: 'Ben again' })).toMatchObject({ seat: 'b' })
    expect((await ann.sees(view => view.seats.b !== null)).seats.b).toMatchObject({ name: 'Ben again' })
  })

  it('[S8] is not taken with the name and the key that its holder shows, the host’s or the guest’s', async () => {
    const house = await open()
    const ann = await house.dial()
    const { room } = await ann.must('open', { ...opening(), key: 'key-of-ann' })
    const sitting = { room, name: 'Ben', key: 'key-of-ben', attempt: 'b'.repeat(22) }
    const ben = await house.dial()
    await ben.must('enter', sitting)
    const { seats } = await ann.sees(view => view.seats.b != null)
    for (const shown of Object.values(seats)) {
      const thief = await house.dial()
      const ask = { room, name: shown?.name ?? '', key: shown?.key ?? '' }
      expect(await thief.ask('enter', ask)).toMatchObject({ ok: false, code: 'full' })
    }
    expect(await (await house.dial()).must('enter', sitting)).toMatchObject({ seat: 'b' })
    const kept = (await house.store.load(room)).kept?.body
    expect(JSON.stringify([ann.told, ben.told, kept])).not.toContain(sitting.attempt)
  })

  it('[S10] moves to the newer connection of the same person; the older is told and loses its voice', async () => {
    const house = await open()
    const { room, ann, ben } = await firstTurn(house)
    const tab = await house.dial()
    await tab.must('enter', { room, token: tokenOf(ann) })
    await ann.caughtUp()
    expect(ann.told.moved).toEqual([{ why: 'other-tab' }])
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: said })).toEqual(coded('gone'))
    expect(await ann.intend({ do: 'on', phase: 1 })).toEqual(coded('gone'))
    // Its end is nobody's leaving.
    ann.close()
    expect(await tab.ask('words', { phase: 1, id: 1, sealed: said })).toEqual({ ok: true })
    await house.clock.advance(AWAY_AFTER_MS + 1)
    await ben.caughtUp()
    expect(ben.view()).toMatchObject({ held: null, seats: { a: { here: true } } })
    expect(ben.told.words).toHaveLength(1)
  })

  it('[S4] is not left by the end of a connection that somebody has come back from, in another process too', async () => {
    const hand = createHandClock(START)
    const store = createMemoryStore(hand)
    const [here, there] = [await open({ hand, store }), await open({ hand, store })]
    const { room, ann, ben } = await firstTurn(here)
    for (const person of [ann, ben]) await (await there.dial()).must('enter', { room, token: tokenOf(person) })
    ann.close()
    ben.close()
    await here.connections(0)
    await here.app.director.idle()
    expect((await store.load(room)).kept?.body).not.toMatch(/"goneSince":\d/)
    const late = await there.dial()
    await hand.advance(AWAY_AFTER_MS)
    expect(await late.must('peek', { room })).toMatchObject({ free: 0 })
    expect((await store.load(room)).kept?.body).toContain('"hold":null')
  })

  it('[S10] is not taken from where somebody sits by an attempt that they have given up', async () => {
    const hand = createHandClock(START)
    const { store, pause, resume } = createFaultyStore(createMemoryStore(hand))
    const house = await open({ hand, store })
    const { room, ann, ben } = await gather(house)
    const slow = await house.dial()
    pause()
    const before = ben.intend({ do: 'ready' })
    slow.socket.emit('enter', { room, token: tokenOf(ann) }, () => {})
    await slow.ask('clock')
    slow.close()
    await house.connections(2)
    resume()
    await before
    await house.app.director.idle()
    await ann.caughtUp()
    expect(ann.told.moved).toEqual([])
    expect(await ann.intend({ do: 'ready' })).toMatchObject({ ok: true })
  })

  it('is given to one connection at a time: entering another room lets go of the first', async () => {
    const house = await open()
    const { ann, ben } = await gather(house)
    const other = await ann.must('open', opening())
    await ben.sees(view => view.seats.a?.here === false)
    expect(await ann.intend({ do: 'ready' })).toMatchObject({ ok: true })
    expect(ann.view().room).toBe(other.room)
  })

  it('is not held by an earlier sitter: what they sent before they were asked out is not done for the next', async () => {
    const hand = createHandClock(START)
    const { store, pause, resume } = createFaultyStore(createMemoryStore(hand))
    const house = await open({ hand, store })
    const { room, ann, ben } = await gather(house)
    const cas = await house.dial()
    pause()
    const unseating = ann.intend({ do: 'unseat', seat: 'b' })
    await ann.caughtUp()
    const entering = cas.ask('enter', { room, name: 'Cas' })
    await cas.caughtUp()
    const late = ben.intend({ do: 'ready', first: 'me' })
    await ben.caughtUp()
    resume()
    expect([await unseating, await entering, await late]).toMatchObject([
      { ok: true },
      { ok: true },
      coded('not-yours'),
    ])
    expect(cas.view().seats.b).toMatchObject({ name: 'Cas', here: true, ready: false })
    // Nor does the earlier sitter's going make the next one gone.
    ben.close()
    await cas.must('intent', { do: 'ready' })
    await house.clock.advance(AWAY_AFTER_MS)
    await ann.sees(view => view.seats.b?.name === 'Cas' && view.seats.b.here && view.seats.b.ready)
    expect(await cas.intend({ do: 'ready' })).toMatchObject({ ok: true })
  })

  it('whose holder went while being seated is not taken to be there', async () => {
    const hand = createHandClock(START)
    const { store, pause, resume } = createFaultyStore(createMemoryStore(hand))
    const house = await open({ hand, store })
    const { room, ann, ben } = await gather(house)
    const tab = await house.dial()
    pause()
    const entering = tab.ask('enter', { room, token: tokenOf(ben) }).catch(() => null)
    await tab.caughtUp()
    tab.close()
    ben.close()
    await house.connections(1)
    resume()
    await ann.sees(view => view.seats.b?.here === false)
    await entering
  })

  it('shows its new holder everything that was decided while they were being seated', async () => {
    const house = await open()
    const { room, ann, ben } = await begin(house)
    for (let round = 0; round < 5; round++) {
      const tab = await house.dial()
      const entering = tab.must('enter', { room, token: tokenOf(ben) })
      const holding = ann.intend(round % 2 === 0 ? { do: 'hold' } : { do: 'resume' })
      const { token } = await entering
      await holding
      ben.seated = { ...(ben.seated as NonNullable<Person['seated']>), token }
      await tab.caughtUp()
      await ann.caughtUp()
      expect(tab.view().rev).toBe(ann.view().rev)
      if (round % 2 === 1) await tab.must('intent', { do: 'resume' })
    }
  })
})

describe('time', () => {
  /** What a pair was shown of each phase, at which instant. */
  async function script(house: House, pair: Pair, look: (pair: Pair) => Promise<RoomView[]>): Promise<unknown[]> {
    const seen: unknown[] = []
    const stops = [0, ARRIVE_MS, TURN_MS, GRACE_MS, 1_000, TURN_MS, GRACE_MS, 29_000, 5_000, 10_000]
    for (const ms of stops) {
      await house.clock.advance(ms)
      const views = await look(pair)
      seen.push(views.map(({ room, capsule, ...view }) => ({ ...view, now: 0, rev: 0, at: house.clock.now() - START })))
    }
    return seen
  }
  /** A look at the room that changes nothing: coming back with the same seat. */
  async function lookAgain({ room, both }: Pair): Promise<RoomView[]> {
    const views: RoomView[] = []
    for (const person of both) views.push((await person.must('enter', { room, token: tokenOf(person) })).view)
    return views
  }

  it('[T1] boundaries are shown at their instant to people who ask for nothing', async () => {
    const house = await open()
    const pair = await begin(house)
    const began = pair.ann.view().phase?.startedAt ?? 0
    const instants = [ARRIVE_MS, ARRIVE_MS + TURN_MS + GRACE_MS, ARRIVE_MS + 2 * (TURN_MS + GRACE_MS)]
    for (const [i, instant] of instants.entries()) {
      await house.clock.to(began + instant - 1)
      for (const person of pair.both) await person.caughtUp()
      expect(pair.both.map(person => person.view().phase?.n)).toEqual([i, i])
      await house.clock.to(began + instant)
      await everybody(pair, view => view.phase?.n === i + 1 && view.now === began + instant)
    }
  })

  it('[T2] says so when a turn’s bell is due, once to each, and a server that slept over a bell alone holds nothing', async () => {
    const house = await open()
    const pair = await firstTurn(house)
    const bellAt = pair.ann.view().phase?.bellAt ?? 0
    const views = () => pair.both.map(person => person.told.view.length)
    await house.clock.to(bellAt - 1)
    for (const person of pair.both) await person.caughtUp()
    const before = views()
    await house.clock.to(bellAt)
    await everybody(pair, view => view.now === bellAt)
    await house.clock.to(bellAt + GRACE_MS - 1)
    for (const person of pair.both) await person.caughtUp()
    expect(views()).toEqual(before.map(count => count + 1))

    const hand = createHandClock(START)
    const clock = createStallingClock(hand)
    const slow = await open({ hand, clock, store: createMemoryStore(clock) })
    const other = await firstTurn(slow)
    const due = other.ann.view().phase?.bellAt ?? 0
    clock.stall(6_000)
    await hand.to(due)
    for (const person of other.both) await person.caughtUp()
    expect(other.ann.view()).toMatchObject({ held: null, phase: { n: 1, bellAt: due } })
  })

  it('[T1] with no alarm ever ringing the same sitting shows the same to whoever asks', async () => {
    const seen: unknown[][] = []
    for (const punctual of [true, false]) {
      const house = await open({ punctual })
      seen.push(await script(house, await begin(house), lookAgain))
      if (!punctual) expect(house.clock.alarms).toBeLessThanOrEqual(1)
    }
    expect(seen[1]).toEqual(seen[0])
  })

  it('[T3] a boundary that the process slept through holds the room there, and nobody’s turn is spent', async () => {
    const hand = createHandClock(START)
    const clock = createStallingClock(hand)
    const house = await open({ hand, clock, store: createMemoryStore(clock) })
    const pair = await begin(house)
    const boundary = pair.ann.view().phase?.endsAt ?? 0
    clock.stall(ARRIVE_MS + 20_000)
    await hand.to(boundary)
    await everybody(pair, view => view.held?.why === 'late')
    expect(pair.ben.view()).toMatchObject({
      held: { since: boundary, leftMs: TURN_MS + GRACE_MS },
      phase: { n: 1, kind: 'speak', floor: 'none' },
    })
    for (const person of pair.both) await person.must('intent', { do: 'resume' })
    const { phase, now } = await pair.ann.sees(view => view.held === null)
    expect(phase).toMatchObject({ n: 1, floor: 'a', startedAt: now, bellAt: now + TURN_MS })
  })

  it('[T3] a process that is up to 5 s late goes on, and the boundary keeps its own instant', async () => {
    const hand = createHandClock(START)
    const clock = createStallingClock(hand)
    const house = await open({ hand, clock, store: createMemoryStore(clock) })
    const pair = await begin(house)
    const boundary = pair.ann.view().phase?.endsAt ?? 0
    clock.stall(5_000)
    await hand.to(boundary)
    await everybody(pair, view => view.phase?.n === 1)
    expect(pair.ann.view()).toMatchObject({ held: null, phase: { startedAt: boundary } })
  })

  it('[T4] the store’s clock steps: forward the sitting waits, back it does not run', async () => {
    const clock = createClock()
    let step = 0
    const inner = createMemoryStore(createClock())
    const stepped = <A extends { now: number | null }>(answer: Promise<A>) =>
      answer.then(a => ({ ...a, now: clock.local() + step }))
    const lying: RoomStore = {
      create: (...args) => stepped(inner.create(...args)),
      load: (...args) => stepped(inner.load(...args)),
      swap: (...args) => stepped(inner.swap(...args)),
      forget: (...args) => stepped(inner.forget(...args)),
      epoch: mark => stepped(inner.epoch(mark)),
      ready: () => stepped(inner.ready()),
      close: () => inner.close(),
    }
    const house = await open({ clock, store: withClock(lying, clock) })
    const pair = await begin(house)
    const ends = pair.ann.view().phase?.endsAt
    step = 3_600_000
    await pair.ann.must('intent', { do: 'more', phase: 0 }).catch(() => {})
    await gather(house)
    await everybody(pair, view => view.held?.why === 'late')
    expect(pair.ann.view()).toMatchObject({ held: { since: ends }, phase: { n: 1 } })
    for (const person of pair.both) await person.must('intent', { do: 'resume' })
    const before = (await everybodyResumed(pair)).now
    step = 0
    await gather(house)
    const { now } = await pair.ann.must('clock')
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now - before).toBeLessThan(60_000)
    expect(pair.ann.view()).toMatchObject({ held: null, phase: { n: 1, floor: 'a' } })
  })

  const everybodyResumed = async (pair: Pair): Promise<RoomView> => {
    await everybody(pair, view => view.held === null)
    return pair.ann.view()
  }
})

describe('absence', () => {
  it('[H4] of less than 5 s changes nothing but the sign that somebody is not here', async () => {
    const house = await open()
    const { room, ann, ben } = await firstTurn(house)
    const before = ann.view()
    ben.close()
    await ann.sees(view => view.seats.b?.here === false)
    await house.clock.advance(AWAY_AFTER_MS - 1)
    const back = await house.dial()
    await back.must('enter', { room, token: tokenOf(ben) })
    await ann.sees(view => view.seats.b?.here === true)
    await house.clock.advance(10_000)
    await ann.caughtUp()
    expect(ann.view().phase).toEqual(before.phase)
    expect(ann.view().held).toBeNull()
  })

  it('[H4] [H3] of 5 s holds from the moment of leaving, and a return with everybody’s yes gives it all back', async () => {
    const house = await open()
    const { room, ann, ben } = await firstTurn(house)
    const { bellAt } = ann.view().phase ?? {}
    await house.clock.advance(20_000)
    const left = house.clock.now()
    ben.close()
    await ann.sees(view => view.seats.b?.here === false)
    await house.clock.advance(AWAY_AFTER_MS)
    const held = await ann.sees(view => view.held !== null)
    expect(held.held).toMatchObject({ why: 'away', since: left, leftMs: TURN_MS - 20_000 + GRACE_MS })
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: said })).toEqual(coded('not-allowed'))
    await house.clock.advance(100_000)
    const back = await house.dial()
    await back.must('enter', { room, token: tokenOf(ben) })
    for (const person of [ann, back]) await person.must('intent', { do: 'resume' })
    const resumed = await ann.sees(view => view.held === null)
    expect(resumed.phase?.bellAt).toBe((bellAt ?? 0) + AWAY_AFTER_MS + 100_000)
    await back.sees(view => view.held === null)
    expect(back.view().phase).toEqual(ann.view().phase)
  })

  it('[H4] begins when somebody was last heard, not when their silence was noticed', async () => {
    const house = await open({ heartbeatMs: 1500 })
    const { ann, ben } = await firstTurn(house)
    await house.clock.advance(3000)
    await ben.caughtUp()
    const heard = house.clock.now()
    // A network that is cut carries nothing, neither a heartbeat's answer nor a goodbye.
    const { transport } = ben.socket.io.engine as unknown as { transport: { ws: { _socket: Socket } } }
    const wire = transport.ws._socket
    wire.pause()
    ends.push(() => wire.destroy())
    // What Ben had answered before is on its way no longer than this question and its answer.
    await ann.caughtUp()
    await house.clock.advance(4000)
    await ann.sees(view => view.seats.b?.here === false)
    await house.clock.advance(1001)
    const { held } = await ann.sees(view => view.held !== null)
    expect(held?.since).toBe(heard)
  })

  it('[H10] of everybody for 15 minutes closes the room, and a minute later no token opens it', async () => {
    const house = await open()
    const { room, ann, ben } = await firstTurn(house)
    ann.close()
    ben.close()
    const back = await house.dial()
    await expect.poll(async () => (await house.store.load(room)).kept?.body.match(/"goneSince":\d+/g)?.length).toBe(2)
    await house.clock.advance(EMPTY_AFTER_MS)
    const { view } = await back.must('enter', { room, token: tokenOf(ann) })
    expect(view).toMatchObject({ stage: 'closed', closed: { why: 'empty' }, phase: null, lines: null })
    expect(JSON.parse((await house.store.load(room)).kept?.body ?? '')).toMatchObject({ sitting: null })
    await house.clock.advance(CLOSED_MS)
    expect(await back.ask('enter', { room, token: tokenOf(ann) })).toMatchObject({ ok: false })
    expect((await house.store.load(room)).kept).toBeNull()
  })

  it('[H10] of everybody for less brings both back into the same second', async () => {
    const house = await open()
    const { room, ann, ben } = await firstTurn(house)
    await house.clock.advance(20_000)
    ann.close()
    ben.close()
    await expect.poll(async () => (await house.store.load(room)).kept?.body.match(/"goneSince":\d+/g)?.length).toBe(2)
    await house.clock.advance(EMPTY_AFTER_MS - 1)
    const [a, b] = [await house.dial(), await house.dial()]
    await Promise.all([a.must('enter', { room, token: tokenOf(ann) }), b.must('enter', { room, token: tokenOf(ben) })])
    for (const person of [a, b]) expect(await person.intend({ do: 'resume' })).toMatchObject({ ok: true })
    const { phase, now } = await a.sees(view => view.held === null)
    expect(phase).toMatchObject({ n: 1, floor: 'a', bellAt: now + TURN_MS - 20_000 })
  })

  it('[H7] of the process: both come back at once with what they heard last, and neither makes the other gone', async () => {
    const hand = createHandClock(START)
    const store = createMemoryStore(hand)
    const lost = await open({ hand, store })
    const { room, ann, ben } = await firstTurn(lost)
    await hand.advance(20_000)
    const heard = hand.now()
    // A process that is killed tells the store nothing: what it kept is put back after its orderly end.
    const kept = (await store.load(room)).kept
    if (!kept) throw new Error('no room')
    const tokens = [tokenOf(ann), tokenOf(ben)]
    await lost.close()
    const other = createMemoryStore(hand)
    await other.create(room, kept, 3_600_000)
    await hand.advance(4_000)
    // Both are at the door before either is let in.
    const { store: slow, pause, resume } = createFaultyStore(other)
    const house = await open({ hand, store: slow })
    const [a, b] = [await house.dial(), await house.dial()]
    pause()
    const entering = Promise.all([
      a.must('enter', { room, token: tokens[0], heard }),
      b.must('enter', { room, token: tokens[1], heard }),
    ])
    for (const person of [a, b]) await person.caughtUp()
    resume()
    await entering
    await hand.advance(AWAY_AFTER_MS)
    for (const person of [a, b]) await person.caughtUp()
    for (const person of [a, b]) {
      expect(person.view()).toMatchObject({ held: null, seats: { a: { here: true }, b: { here: true } } })
      expect(person.view().phase?.bellAt).toBe(heard + TURN_MS - 20_000)
    }
  })
})

it('[V1] what one writes before the reveal sends the other nothing at all', async () => {
  const house = await open()
  const pair = await begin(house)
  await house.clock.advance(ARRIVE_MS)
  await house.clock.advance(2 * (TURN_MS + GRACE_MS))
  await everybody(pair, view => view.phase?.kind === 'drop')
  const { ann, ben } = pair
  await ann.caughtUp()
  const told = JSON.stringify(ann.told)
  const phase = ben.view().phase?.n ?? -1
  await ben.must('intent', { do: 'line', phase, sealed: 'first' })
  await ben.must('intent', { do: 'line', phase, sealed: 'second-and-longer' })
  await ben.must('intent', { do: 'keep', phase })
  await ann.caughtUp()
  expect(JSON.stringify(ann.told)).toBe(told)
})

it('[S3] a look from outside at a room that nobody watches changes nothing of it', async () => {
  const hand = createHandClock(START)
  const store = createMemoryStore(hand)
  const house = await open({ hand, store })
  const { room } = await begin(house)
  const kept = (await store.load(room)).kept
  if (!kept) throw new Error('no room')
  const other = createMemoryStore(hand)
  await other.create(room, kept, 3_600_000)
  const lost = await open({ hand, store: other })
  // Long enough that time alone would have brought the sitting to its end.
  await hand.advance(400_000)
  const guest = await lost.dial()
  await guest.ask('peek', { room })
  await guest.ask('enter', { room, name: 'Cas' })
  expect((await other.load(room)).kept).toEqual(kept)
})
