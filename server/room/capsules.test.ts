// Does a room come back from what its people's browsers kept, on a site whose store has lost it; and on no other, for nobody else, and
// from nothing that this site did not seal itself?
import { afterEach, describe, expect, it } from 'vitest'
import { forgetAt } from '../../lib/protocol/advance.ts'
import { createRoom } from '../../lib/protocol/room.ts'
import { createIds } from '../ids.ts'
import { createLog } from '../log.ts'
import type { RoomStore } from '../ports.ts'
import { createMemoryStore } from '../store/memory.ts'
import { withNews } from '../store/room-news.ts'
import { createFaultyStore } from '../testing/faulty-store.ts'
import { createHandClock, type HandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, type Person, START } from '../testing/house.ts'
import { createHub } from '../testing/hub.ts'
import { ARRIVE_MS, begin, everybody, firstTurn, gather, opening, type Pair, TURN_MS } from '../testing/pair.ts'
import { createCapsules } from './capsules.ts'
import { hashToken } from './tokens.ts'

const SECRET = 'known to every process of this site'
const ids = createIds()

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function site(more: Parameters<typeof openHouse>[0] = {}): Promise<House> {
  const house = await openHouse({ secret: SECRET, ...more })
  ends.push(() => house.close())
  // Until the store has told its name there are no capsules.
  await house.app.director.idle()
  return house
}

/** A store that can be emptied under a process. */
function emptied(hand: HandClock) {
  const stores = [createMemoryStore(hand), createMemoryStore(hand)] as const
  let at: 0 | 1 = 0
  const passing = <Name extends keyof RoomStore>(name: Name) =>
    ((...asked: never[]) => (stores[at][name] as (...asked: never[]) => unknown)(...asked)) as RoomStore[Name]
  const store: RoomStore = {
    create: passing('create'),
    load: passing('load'),
    swap: passing('swap'),
    forget: passing('forget'),
    epoch: passing('epoch'),
    ready: passing('ready'),
    close: passing('close'),
  }
  const empty = () => {
    at = 1
  }
  return { store, empty }
}

const token = (person: Person) => person.seated?.token ?? ''
/** What a page says that has lost its connection. */
const comingBack = (person: Person, capsule = person.view().capsule) => ({
  room: person.view().room,
  token: token(person),
  heard: person.view().now,
  ...(capsule !== undefined && { capsule }),
})

/** The same two, at a site that has lost everything, whoever comes first. */
async function bothBack(house: House, pair: Pair, order: 'ann first' | 'ben first' = 'ann first'): Promise<Pair> {
  const asks = { ann: comingBack(pair.ann), ben: comingBack(pair.ben) }
  const [ann, ben] = [await house.dial(), await house.dial()]
  const come = { ann: () => ann.must('enter', asks.ann), ben: () => ben.must('enter', asks.ben) }
  for (const who of order === 'ann first' ? (['ann', 'ben'] as const) : (['ben', 'ann'] as const)) await come[who]()
  for (const person of [ann, ben]) await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
  return { ...pair, ann, ben, both: [ann, ben] }
}

describe('after a process ended with all that was in its memory', () => {
  it.each(['ann first', 'ben first'] as const)(
    '[C6] two people go on where they were, with the minutes that were left (%s)',
    async order => {
      const hand = createHandClock(START)
      const before = await site({ hand })
      const pair = await begin(before)
      await hand.advance(ARRIVE_MS + 10_000)
      for (const person of pair.both) await person.sees(view => view.phase?.n === 1)
      await before.close()
      await hand.advance(30_000)
      const after = await site({ hand })
      const { ann, ben, both } = await bothBack(after, pair, order)
      for (const person of both) await person.sees(view => view.held?.why === 'away' && view.phase?.n === 1)
      for (const person of both) await person.must('intent', { do: 'resume' })
      await ann.sees(view => view.held === null)
      const { phase, now } = await ben.sees(view => view.held === null)
      // What was shown to them last was that the turn began: since then nobody is known to have been served.
      expect((phase?.bellAt ?? 0) - now).toBe(TURN_MS)
      // It is a room like any other.
      await ann.must('intent', { do: 'on', phase: 1 })
      await ben.sees(view => view.phase?.on.includes('a') === true)
      expect(after.logged.filter(line => line.includes('"brought-back"'))).toHaveLength(1)
      expect(after.logged.join()).not.toContain('"opened"')
    },
  )

  it('a room that gathers is there again, and whoever had the link comes in', async () => {
    const before = await site()
    const ann = await before.dial()
    const { room } = await ann.must('open', { kind: 'friends', format: { id: 'taste' }, medium: 'text', name: 'Ann' })
    const ask = comingBack(ann)
    await before.close()
    const after = await site()
    const back = await after.dial()
    expect(await after.dial().then(ben => ben.ask('enter', { room, name: 'Ben' }))).toMatchObject({ code: 'gone' })
    await back.must('enter', ask)
    const ben = await after.dial()
    await ben.must('enter', { room, name: 'Ben' })
    await back.sees(view => view.seats.b?.name === 'Ben')
  })

  /** Rooms in which nothing happens for hours, though their pages are open. */
  const quiet: Record<string, { hours: number; began: (house: House, hand: HandClock) => Promise<Person[]> }> = {
    'whose friend has yet to come': {
      hours: 23,
      began: async house => {
        const ann = await house.dial()
        await ann.must('open', opening())
        return [ann]
      },
    },
    'that is held': {
      hours: 2.8,
      began: async (house, hand) => {
        const pair = await firstTurn(house)
        await pair.ann.must('intent', { do: 'hold' })
        await hand.advance(10 * 60_000)
        await everybody(pair, view => view.held?.offerEnd === true)
        return [...pair.both]
      },
    },
    'without a clock': {
      hours: 2.8,
      began: async house => [...(await begin(house, { clock: 'none' })).both],
    },
  }

  it.each(Object.keys(quiet))('a room %s is there again though nothing had happened in it for hours', async what => {
    const { hours = 0, began } = quiet[what] ?? {}
    const hand = createHandClock(START)
    const before = await site({ hand })
    const people = (await began?.(before, hand)) ?? []
    const shown = people.map(person => person.told.view.length)
    await hand.advance(hours * 60 * 60_000)
    for (const person of people) await person.caughtUp()
    // Else it would say nothing about a room in which nothing happens.
    expect(people.map(person => person.told.view.length)).toEqual(shown)
    const asks = people.map(person => ({ ...comingBack(person), heard: hand.now() }))
    await before.close()
    const after = await site({ hand })
    for (const ask of asks) await (await after.dial()).must('enter', ask)
    expect(after.logged.filter(line => line.includes('"brought-back"'))).toHaveLength(1)
  })

  it('is refused to whoever has the capsule and not the token, and to whoever changed a byte of it', async () => {
    const before = await site()
    const pair = await gather(before)
    const ask = comingBack(pair.ann)
    const { capsule = '' } = ask
    await before.close()
    const after = await site()
    const thief = await after.dial()
    expect(await thief.ask('enter', { ...ask, token: 'A'.repeat(43) })).toMatchObject({ code: 'gone' })
    const last = capsule.length - 2
    const changed = `${capsule.slice(0, last)}${capsule[last] === 'A' ? 'B' : 'A'}${capsule.slice(last + 1)}`
    expect(await thief.ask('enter', { ...ask, capsule: changed })).toMatchObject({ code: 'gone' })
    for (const wrong of ['', 'A', 'nothing at all', 'A'.repeat(16_000)]) {
      expect(await thief.ask('enter', { ...ask, capsule: wrong })).toMatchObject({ code: 'gone' })
    }
    expect(await thief.ask('enter', { ...ask, room: ids.room() })).toMatchObject({ code: 'gone' })
    expect(await thief.ask('enter', ask)).toMatchObject({ ok: true })
  })

  it('is not kept again for somebody who gave up waiting, and may come with something newer elsewhere', async () => {
    const before = await site()
    const { ann } = await gather(before)
    const { room, token: shown, heard, capsule = '' } = comingBack(ann)
    await before.close()
    const { director } = (await site()).app
    const who = { token: shown, key: null, heard, capsule, present: () => [] }
    expect(await director.comeBack(room, { ...who, isThere: () => false }, () => {})).toMatchObject({ ok: false })
    expect(await director.peek(room)).toMatchObject({ code: 'gone' })
    expect(await director.comeBack(room, who, () => {})).toMatchObject({ ok: true, seat: 'a' })
  })

  it('is told that the room is gone where the site has another secret', async () => {
    const before = await site()
    const pair = await gather(before)
    const ask = comingBack(pair.ann)
    await before.close()
    const after = await site({ secret: 'of another site' })
    expect(await (await after.dial()).ask('enter', ask)).toMatchObject({ ok: false, code: 'gone' })
  })

  it('waits for a store that does not answer yet', async () => {
    const before = await site()
    const pair = await gather(before)
    const ask = comingBack(pair.ann)
    await before.close()
    const hand = createHandClock(START)
    const faulty = createFaultyStore(createMemoryStore(hand))
    const after = await site({ hand, store: faulty.store })
    const ann = await after.dial()
    faulty.fault = act => (act === 'create' ? 'before' : null)
    expect(await ann.ask('enter', ask)).toMatchObject({ ok: false, code: 'store-down' })
    faulty.fault = () => null
    expect(await ann.ask('enter', ask)).toMatchObject({ ok: true })
  })
})

describe('[C6] while its store is the same one', () => {
  it('a room that dissolved does not come back, however fresh the capsule', async () => {
    const hand = createHandClock(START)
    const house = await site({ hand })
    const pair = await gather(house)
    const asks = pair.both.map(person => comingBack(person))
    for (const person of pair.both) await person.must('intent', { do: 'leave' })
    // Also when its tombstone is gone.
    await hand.advance(120_000)
    for (const ask of asks) {
      expect(await (await house.dial()).ask('enter', ask)).toMatchObject({ ok: false, code: 'gone' })
    }
    expect(await house.store.load(pair.room)).toMatchObject({ kept: null })
  })

  it('and once it has closed no browser is given one any more', async () => {
    const house = await site()
    const pair = await begin(house)
    expect(pair.ben.view().capsule).toBeTypeOf('string')
    await pair.ann.must('intent', { do: 'leave' })
    const over = await pair.ben.sees(view => view.stage === 'closed')
    expect(over.capsule).toBeUndefined()
  })
})

describe('a store that came back empty under a process that lives', () => {
  it('is found out by the first who asks: all dial again, and bring the room back', async () => {
    const hand = createHandClock(START)
    const { store, empty } = emptied(hand)
    const house = await site({ hand, store })
    const pair = await begin(house)
    const asks = pair.both.map(person => comingBack(person))
    const ended = pair.both.map(person => new Promise(resolve => person.socket.once('disconnect', resolve)))
    empty()
    void pair.ann.ask('intent', { do: 'hold', phase: 0 }).catch(() => {})
    await Promise.all(ended)
    const back = [await house.dial(), await house.dial()]
    for (const [n, person] of back.entries()) await person.must('enter', asks[n])
    for (const person of back) await person.sees(view => view.seats.a?.here === true && view.seats.b?.here === true)
    // And a second time, from the capsules of the room that came back.
    expect(back[0]?.view().capsule).not.toBe(asks[0]?.capsule)
  })

  it('where nobody of a room has asked anything since: what its people are shown by time alone brings it back', async () => {
    const hand = createHandClock(START)
    const { store, empty } = emptied(hand)
    const house = await site({ hand, store })
    const quiet = await begin(house)
    const other = await gather(house)
    empty()
    const ended = new Promise(resolve => other.ann.socket.once('disconnect', resolve))
    void other.ann.ask('intent', { do: 'ready' }).catch(() => {})
    await ended
    await house.app.director.idle()
    // By now the process knows that its store is another one.
    await hand.advance(ARRIVE_MS)
    for (const person of quiet.both) await person.sees(view => view.phase?.n === 1)
    const asks = quiet.both.map(person => comingBack(person))
    for (const ask of asks) await (await house.dial()).must('enter', ask)
  })

  it('of which nobody has heard: a room that was made since and dissolved does not come back', async () => {
    const hand = createHandClock(START)
    const { store, empty } = emptied(hand)
    const house = await site({ hand, store })
    empty()
    const ann = await house.dial()
    await ann.must('open', opening())
    const ask = comingBack(ann)
    await ann.must('intent', { do: 'leave' })
    await hand.advance(120_000)
    expect(await (await house.dial()).ask('enter', ask)).toMatchObject({ ok: false, code: 'gone' })
  })

  it('of which nobody has heard: the first room that is made there tells of it', async () => {
    const hand = createHandClock(START)
    const { store, empty } = emptied(hand)
    const faulty = createFaultyStore(store)
    const house = await site({ hand, store: faulty.store })
    empty()
    const acts: string[] = []
    faulty.onAct = act => void acts.push(act)
    const opened = async () => {
      await (await house.dial()).must('open', opening())
      await house.app.director.idle()
      return acts.splice(0)
    }
    // It is named after the store that is there now, and that is asked for its name.
    expect(await opened()).toEqual(['create', 'swap', 'load'])
    expect(await opened()).toEqual(['create'])
  })

  it('of which nobody has heard: people who are brought together are in the one that is there now', async () => {
    const hand = createHandClock(START)
    const { store, empty } = emptied(hand)
    const house = await site({ hand, store })
    empty()
    const [id, shown] = [ids.room(), ids.token()]
    const phases = [{ kind: 'quiet', ms: 60_000, floor: 'none' } as const]
    const plan = {
      kind: 'practice',
      medium: 'text',
      clock: 'timed',
      format: { id: 'one', title: 'One', phases },
    } as const
    const sitters = ['Ann', 'Ben'].map((name, n) => ({
      name,
      key: null,
      token: hashToken(n === 0 ? shown : ids.token()),
    }))
    await house.app.director.gather({ ...plan, id, seats: 2 }, sitters)
    const { view } = await (await house.dial()).must('enter', { room: id, token: shown })
    const capsules = createCapsules({ secret: SECRET, store, ids, log: createLog({ level: 'silent' }) })
    expect(capsules.open(view.capsule ?? '', id, START)?.epoch).toBe((await store.epoch(ids.commit())).epoch)
  })

  it('under several: nobody reads of another tab of theirs whose seat came back as it was before their last return', async () => {
    const hand = createHandClock(START)
    const { store, empty } = emptied(hand)
    const hub = createHub()
    const join = () => {
      const bus = hub.join()
      return site({ hand, bus, store: withNews(store, bus) })
    }
    const [first, second] = [await join(), await join()]
    const opener = await first.dial()
    const { room } = await opener.must('open', opening())
    const early = await first.dial()
    await early.must('enter', comingBack(opener))
    const ben = await second.dial()
    await ben.must('enter', { room, name: 'Ben' })
    const older = comingBack(ben)
    const ann = await first.dial()
    await ann.must('enter', comingBack(early))
    await ann.sees(({ seats }) => seats.b?.here === true)
    const ended = new Promise<string>(resolve => ann.socket.once('disconnect', resolve))
    empty()
    const back = await second.dial()
    await back.must('enter', older)
    expect(await ended).toBe('transport close')
    expect(ann.told.moved).toEqual([])
    const again = await first.dial()
    await again.must('enter', comingBack(ann))
    await back.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
  })
})

describe('a capsule', () => {
  const store = createMemoryStore(createHandClock(START))
  const capsules = createCapsules({ secret: SECRET, store, ids, log: createLog({ level: 'silent' }) })
  const format = { id: 'sample', title: 'A sample', phases: [{ kind: 'quiet', ms: 60_000, floor: 'none' } as const] }
  const plan = { kind: 'friends', medium: 'text', clock: 'timed', format, seats: 2, coin: ['a', 'b'] } as const
  const room = createRoom({ ...plan, id: ids.room(), coin: [...plan.coin] }, START)

  it('is there as soon as the store has told its name, and good for as long as its room would have been there', async () => {
    expect(capsules.take(room, 'a', START)).toBeUndefined()
    await capsules.look()
    const capsule = capsules.take(room, 'a', START) ?? ''
    const end = forgetAt(room)
    expect(capsules.open(capsule, room.id, end - 1)).toMatchObject({ room: { id: room.id }, seat: 'a' })
    expect(capsules.open(capsule, room.id, end)).toBeNull()
  })

  it('is there also where the store did not answer when the process began', async () => {
    const faulty = createFaultyStore(createMemoryStore(createHandClock(START)))
    const late = createCapsules({ secret: SECRET, store: faulty.store, ids, log: createLog({ level: 'silent' }) })
    faulty.fault = () => 'before'
    await late.look()
    faulty.fault = () => null
    await expect.poll(() => late.take(room, 'a', START)).toBeTypeOf('string')
  })

  it('goes to whoever comes first to such a process', async () => {
    const faulty = createFaultyStore(createMemoryStore(createHandClock(START)))
    const begun = async () => {
      faulty.fault = () => 'before'
      const house = await site({ store: faulty.store })
      faulty.fault = () => null
      return house.dial()
    }
    const opened = await (await begun()).must('open', opening())
    expect(opened.view.capsule).toBeTypeOf('string')
    const { room, token } = opened
    const entered = await (await begun()).must('enter', { room, token })
    expect(entered.view.capsule).toBeTypeOf('string')
  })

  it('says nothing to whoever reads it, is never the same twice, and is small', async () => {
    await capsules.look()
    const named = {
      ...room,
      seats: { a: { name: 'Maya', key: null, token: { used: 'u', given: 'g' }, goneSince: null, wish: null } },
    }
    const [one, two] = [1, 2].map(() => capsules.take(named, 'a', START) ?? '')
    expect(one).not.toBe(two)
    expect(one?.length).toBe(two?.length)
    expect(one?.length).toBeLessThan(1_000)
    for (const encoding of ['utf8', 'latin1'] as const) {
      expect(Buffer.from(one ?? '', 'base64url').toString(encoding)).not.toContain('Maya')
    }
  })

  it('that would be larger than the wire takes is none', async () => {
    await capsules.look()
    const noise = Array.from({ length: 600 }, () => ids.token())
    const large = { ...room, format: { id: 'large', title: noise.join() } }
    expect(capsules.take(large, 'a', START)).toBeUndefined()
  })
})
