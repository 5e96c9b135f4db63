// Do several processes serve one site as one would? Two people of a room on two of them, a newer connection at another one, one that is
// lost, and one that was cut off from the others.
import { afterEach, describe, expect, it } from 'vitest'
import type { Room } from '../lib/protocol/room.ts'
import type { Board } from '../lib/wire/circle.ts'
import { TELL_MS } from './circle/circles.ts'
import { ALIVE_MS, SILENT_MS } from './fan-out/company.ts'
import { LOOK_MS } from './lobby/lobby.ts'
import type { Bus } from './ports.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { createMemoryStore } from './store/memory.ts'
import { withNews } from './store/room-news.ts'
import { createFaultyStore } from './testing/faulty-store.ts'
import { createHandClock } from './testing/hand-clock.ts'
import { type House, openHouse, type Person, START } from './testing/house.ts'
import { createHub } from './testing/hub.ts'
import { ARRIVE_MS, opening, sealed, TURN_MS } from './testing/pair.ts'
import { stranger } from './testing/strangers.ts'
import { convene, type Guest, guest } from './testing/workshop.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

type Process = House & { bus: Bus & { setUp(isUp: boolean): void } }

/** So many processes at one store, on one clock. */
async function several(count: number) {
  const hand = createHandClock(START)
  const kept = createMemoryStore(hand)
  const lobbyStore = createLobbyMemory(hand)
  const hub = createHub()
  const houses: Process[] = []
  for (let i = 0; i < count; i++) {
    const bus = hub.join()
    const house = await openHouse({ hand, bus, store: withNews(kept, bus), lobbyStore })
    ends.push(() => house.close())
    houses.push({ ...house, bus })
  }
  return { hand, kept, houses: houses as [Process, Process, ...Process[]] }
}

/** Ann at the first process, Ben at the second, in Ann's turn. */
async function apart(count = 2) {
  const { hand, kept, houses } = await several(count)
  const ann = await houses[0].dial()
  const { room } = await ann.must('open', opening())
  const ben = await houses[1].dial()
  await ben.must('enter', { room, name: 'Ben' })
  await ann.sees(view => view.seats.b?.here === true)
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'other' })
  for (const person of [ann, ben]) await person.sees(view => view.stage === 'sitting')
  await hand.advance(ARRIVE_MS)
  for (const person of [ann, ben]) await person.sees(view => view.phase?.floor === 'a')
  return { hand, kept, houses, room, ann, ben }
}

const says = (person: Person, id: number, phase = 1) =>
  person.ask('words', { phase, id, sealed: sealed(`words ${id}`) })
const token = (person: Person) => person.seated?.token ?? ''

describe('two people of one room at two processes', () => {
  it('see one sitting, and the words of whoever has the floor reach the other in their order', async () => {
    const { hand, ann, ben } = await apart()
    for (let id = 1; id <= 20; id++) expect(await says(ann, id)).toEqual({ ok: true })
    await expect.poll(() => ben.told.words.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
    expect(await says(ben, 1)).toMatchObject({ ok: false, code: 'not-allowed' })
    await ben.must('intent', { do: 'hold' })
    const held = await ann.sees(view => view.held !== null)
    expect(held.held).toMatchObject({ why: 'asked' })
    await ann.must('intent', { do: 'resume' })
    await ben.must('intent', { do: 'resume' })
    for (const person of [ann, ben]) await person.sees(view => view.held === null)
    await hand.advance(TURN_MS + 7_000)
    for (const person of [ann, ben]) await person.sees(view => view.phase?.n === 2)
    expect(await says(ben, 1, 2)).toEqual({ ok: true })
    await expect.poll(() => ann.told.words.length).toBe(1)
  })

  it('what one asks of the other directly reaches them, and an answer only where it was asked for', async () => {
    const { ann, ben } = await apart()
    expect(await ben.ask('signal', { to: 'a', data: sealed('offer') })).toEqual({ ok: true })
    await expect.poll(() => ann.told.signal.length).toBe(1)
    expect(await ann.ask('replay', { to: 'b', sealed: sealed('early') })).toMatchObject({ code: 'not-allowed' })
    expect(await ben.ask('again', { to: 'a', since: 0 })).toEqual({ ok: true })
    await expect.poll(() => ann.told.again.length).toBe(1)
    expect(await ann.ask('replay', { to: 'b', sealed: sealed('again') })).toEqual({ ok: true })
    await expect.poll(() => ben.told.replay.length).toBe(1)
  })

  it('[S10] whoever comes back at another process takes their seat along, and nobody is taken to be gone', async () => {
    const { houses, room, ann, ben } = await apart(3)
    const again = await (houses[2] ?? houses[0]).dial()
    const { view } = await again.must('enter', { room, token: token(ann) })
    expect(view).toMatchObject({ held: null, seats: { a: { here: true }, b: { here: true } } })
    await expect.poll(() => ann.told.moved).toEqual([{ why: 'other-tab' }])
    expect(await says(ann, 1)).toMatchObject({ ok: false, code: 'gone' })
    ann.close()
    await houses[0].connections(0)
    expect(await says(again, 1)).toEqual({ ok: true })
    await expect.poll(() => ben.told.words.length).toBe(1)
    expect(ben.view().seats.a?.here).toBe(true)
  })

  it('who is asked out while their process hears nothing, and replaced, sees nothing of it but that the connection ended', async () => {
    const { houses } = await several(2)
    const ann = await houses[0].dial()
    const { room } = await ann.must('open', opening())
    const ben = await houses[1].dial()
    await ben.must('enter', { room, name: 'Ben' })
    await ann.sees(view => view.seats.b?.here === true)
    houses[1].bus.setUp(false)
    await ann.must('intent', { do: 'unseat', seat: 'b' })
    const carol = await houses[0].dial()
    await carol.must('enter', { room, name: 'Carol' })
    const ended = new Promise<string>(resolve => ben.socket.once('disconnect', resolve))
    houses[1].bus.setUp(true)
    // Not a word that this seat is held in another tab of theirs.
    expect(await ended).toBe('transport close')
    expect(ben.told.moved).toEqual([])
    expect(ben.told.view.flatMap(({ seats }) => seats.b?.name ?? [])).not.toContain('Carol')
    expect(ben.view()).toMatchObject({ stage: 'closed', closed: { why: 'left' } })
    const back = await houses[1].dial()
    expect(await back.ask('enter', { room, token: token(ben) })).toMatchObject({ ok: false, code: 'not-yours' })
    expect(carol.view().seats.b).toMatchObject({ name: 'Carol', here: true })
  })

  it.each(['sat down', 'came back'] as const)(
    'who gave up on a process that stood still, and %s at another one, keeps their seat when it goes on',
    async how => {
      const [jammed, { houses, kept }] = [createHub().join(), await several(2)]
      const slow = createFaultyStore(withNews(kept, jammed))
      const stood = await openHouse({ hand: houses[0].clock, bus: jammed, store: slow.store })
      ends.push(() => stood.close())
      const ann = await houses[0].dial()
      const { room } = await ann.must('open', opening())
      const sitting = { room, name: 'Ben', attempt: 'a'.repeat(22) }
      const before = await houses[1].dial()
      const ask = how === 'sat down' ? sitting : { room, token: (await before.must('enter', sitting)).token }
      slow.pause()
      const early = await stood.dial()
      early.socket.emit('enter', ask, () => {})
      await early.must('clock')
      early.close()
      await stood.connections(0)
      const ben = await houses[1].dial()
      await ben.must('enter', ask)
      slow.resume()
      await stood.app.director.idle()
      expect(await ben.must('intent', { do: 'ready' })).toMatchObject({ ok: true })
      expect((await ann.sees(view => view.seats.b?.ready === true)).seats.b?.here).toBe(true)
    },
  )

  it('a room that is let go is gone for both', async () => {
    const { ann, ben } = await apart()
    await ann.must('intent', { do: 'leave' })
    const last = await ben.sees(view => view.stage === 'closed')
    expect(last.closed).toMatchObject({ why: 'left' })
  })
})

describe('a process that is no more', () => {
  it('its people are gone from when it was last heard, and whoever is left reads it', async () => {
    const { hand, houses, ann, ben } = await apart()
    const lastHeard = hand.now()
    // As a kill does it: nothing is said, and nothing is heard any more.
    houses[0].bus.setUp(false)
    for (let ms = 0; ms <= SILENT_MS + ALIVE_MS; ms += ALIVE_MS) await hand.advance(ALIVE_MS)
    const gone = await ben.sees(view => view.seats.a?.here === false)
    expect(gone.seats.b?.here).toBe(true)
    await hand.advance(10_000)
    const held = await ben.sees(view => view.held !== null)
    expect(held.held?.why).toBe('away')
    expect(held.held?.since).toBeLessThanOrEqual(lastHeard + ALIVE_MS)
    expect(ann.told.moved).toEqual([])
  })

  it('that was only cut off: its people are let go when it hears again, and come back by themselves', async () => {
    const { hand, houses, room, ann, ben } = await apart()
    houses[0].bus.setUp(false)
    for (let ms = 0; ms <= SILENT_MS + ALIVE_MS; ms += ALIVE_MS) await hand.advance(ALIVE_MS)
    await ben.sees(view => view.seats.a?.here === false)
    const ended = new Promise<string>(resolve => ann.socket.once('disconnect', resolve))
    houses[0].bus.setUp(true)
    // Not a word that keeps a browser from dialling again.
    expect(await ended).toBe('transport close')
    const back = await houses[0].dial()
    await back.must('enter', { room, token: token(ann) })
    await ben.sees(view => view.seats.a?.here === true)
  })

  it('that is told to end lets nobody go who has yet to hear that they sit elsewhere by now', async () => {
    const { houses } = await several(2)
    const [first, second] = houses
    const ann = await first.dial()
    const { room } = await ann.must('open', opening())
    const ben = await first.dial()
    await ben.must('enter', { room, name: 'Ben' })
    const drained = first.app.drain()
    for (const person of [ann, ben]) await expect.poll(() => person.told.moved).toHaveLength(1)
    for (const person of [ann, ben]) {
      const next = await second.dial()
      await next.must('enter', { room, token: token(person) })
    }
    ben.close()
    await first.connections(1)
    await ann.caughtUp()
    expect(ann.socket.connected).toBe(true)
    ann.close()
    await drained
  })

  it('takes no words for somebody whom they would not reach, and does as soon as it is heard again', async () => {
    const { houses, ann, ben } = await apart()
    houses[0].bus.setUp(false)
    expect(await says(ann, 1)).toMatchObject({ ok: false, code: 'store-down' })
    houses[0].bus.setUp(true)
    expect(await says(ann, 1)).toEqual({ ok: true })
    await expect.poll(() => ben.told.words.map(({ id }) => id)).toEqual([1])
  })

  it('sends nobody here while it can’t hear the others, and does again when it can', async () => {
    const { houses } = await several(2)
    const ready = async () => {
      const answer = await fetch(`${houses[0].app.url}/readyz`)
      return [answer.status, ((await answer.json()) as { state: string }).state]
    }
    houses[0].bus.setUp(false)
    expect(await ready()).toEqual([503, 'bus-down'])
    houses[0].bus.setUp(true)
    await houses[0].clock.advance(1_000)
    expect(await ready()).toEqual([200, 'ready'])
  })

  it('what was missed while it was cut off is seen once it hears again', async () => {
    const { houses, ann, ben } = await apart()
    houses[0].bus.setUp(false)
    await ben.must('intent', { do: 'hold' })
    await ann.caughtUp()
    expect(ann.view().held).toBeNull()
    houses[0].bus.setUp(true)
    await ann.sees(view => view.held !== null)
  })
})

it('strangers who wait at different processes are brought together, and sit as any two', async () => {
  const { hand, houses } = await several(2)
  const [ann, ben] = [await stranger(houses[0], 'Ann'), await stranger(houses[1], 'Ben')]
  for (const one of [ann, ben]) expect(await one.wait()).toMatchObject({ ok: true })
  for (const one of [ann, ben]) {
    await expect
      .poll(async () => {
        await hand.advance(LOOK_MS)
        return one.told.paired.length
      })
      .toBe(1)
  }
  const told = await ann.comeIn()
  expect(await ben.comeIn()).toMatchObject({ room: told.room })
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'either' })
  for (const one of [ann, ben]) await one.sees(view => view.stage === 'sitting')
})

it('whoever sits in a room that the store has lost is told so, although nobody asked for anything', async () => {
  const { kept, houses, room, ann, ben } = await apart()
  const ended = [ann, ben].map(person => new Promise<string>(resolve => person.socket.once('disconnect', resolve)))
  for (const { bus } of houses) bus.setUp(false)
  await kept.forget(room, 60_000)
  for (const { bus } of houses) bus.setUp(true)
  expect(await Promise.all(ended)).toEqual(['transport close', 'transport close'])
  const back = await houses[0].dial()
  expect(await back.ask('enter', { room, token: token(ann) })).toMatchObject({ ok: false, code: 'gone' })
})

describe('a store that has gone back behind what both have seen, as a replica that took its primary’s place too soon', () => {
  const parsed = (body = '{}') => JSON.parse(body) as Room

  async function goneBack() {
    const site = await apart()
    const { kept, room, ann, ben } = site
    const before = (await kept.load(room)).kept
    await ann.must('intent', { do: 'hold' })
    for (const person of [ann, ben]) await person.sees(view => view.held !== null)
    const { rev } = ann.view()
    const last = (await kept.load(room)).kept
    if (!before || !last) throw new Error('no room')
    await kept.swap(room, last.commit, before, 600_000)
    return { ...site, rev, held: async () => parsed((await kept.load(room)).kept?.body) }
  }

  async function bothResume(ann: Person, ben: Person, rev: number) {
    for (const person of [ann, ben]) await person.must('intent', { do: 'resume' })
    for (const person of [ann, ben]) await person.sees(view => view.held === null && view.rev > rev)
  }

  it('is given it again as soon as it can be reached, although nobody asks for anything', async () => {
    const { houses, ann, ben, rev, held } = await goneBack()
    for (const { bus } of houses) bus.setUp(false)
    for (const { bus } of houses) bus.setUp(true)
    await expect.poll(async () => (await held()).rev).toBe(rev)
    expect((await held()).sitting?.hold?.why).toBe('asked')
    await bothResume(ann, ben, rev)
  })

  it('is given it again by what somebody does next, which is decided upon what they see', async () => {
    const { ann, ben, rev } = await goneBack()
    await bothResume(ann, ben, rev)
  })
})

describe('a workshop at three processes', () => {
  it('is one circle: its board sees all rooms, what is said reaches everybody, and pairs sit across processes', async () => {
    const { hand, houses } = await several(3)
    const [first, second, third] = houses as unknown as [Process, Process, Process]
    const ada = await convene(first)
    // A board is told of what came together in a while.
    const reads = (what: (board: Board) => boolean) =>
      expect
        .poll(async () => {
          await hand.advance(TELL_MS)
          return what(ada.board())
        })
        .toBe(true)
    const names = ['Maya', 'Jonah', 'Noor', 'Ines']
    const people: Guest[] = []
    for (const [at, name] of names.entries()) {
      people.push(await guest([first, second, third, second][at] ?? first, ada.convened.code, name))
    }
    await reads(({ people }) => people.length === 4)
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    for (const person of people) await person.comeIn()
    await reads(({ rooms }) => rooms.length === 2 && rooms.every(({ here }) => here.length === 2))
    expect(await ada.direct({ do: 'begin' })).toMatchObject({ ok: true })
    for (const person of people) await person.sees(view => view.stage === 'sitting')
    await reads(({ rooms }) => rooms.every(({ stage }) => stage === 'sitting'))
    expect(new Set(ada.board().rooms.map(({ phase }) => phase?.startedAt)).size).toBe(1)
    expect(await ada.direct({ do: 'say', text: 'Tea is ready.' })).toMatchObject({ ok: true })
    for (const person of people) await expect.poll(() => person.told.said.at(-1)?.text).toBe('Tea is ready.')
    expect(await ada.direct({ do: 'hold' })).toMatchObject({ ok: true })
    for (const person of people) await person.sees(view => view.held !== null)
    await reads(({ rooms }) => rooms.every(({ held }) => held !== null))
  })

  it('[LI3] shows a line that was offered on a wall at another process, and hands it there in no words', async () => {
    const { hand, houses } = await several(2)
    const [first, second] = houses
    const ada = await convene(first)
    const { code } = ada.convened
    const people = [await guest(first, code, 'Maya'), await guest(second, code, 'Jonah')] as [Guest, Guest]
    await ada.direct({ do: 'pair' })
    for (const person of people) await person.comeIn()
    await ada.direct({ do: 'begin' })
    const overheard: string[] = []
    houses[0].bus.hear(`circle:{${ada.convened.circle}}`, text => overheard.push(text))
    houses[1].bus.hear(`circle:{${ada.convened.circle}}`, text => overheard.push(text))
    const wall = await second.dial()
    await wall.must('watch', { code })
    const late = await second.dial()
    const texts = async (one: Person) => {
      await hand.advance(TELL_MS)
      return one.told.offered.at(-1)?.lines.map(({ text }) => text)
    }
    await people[1].must('offer', { round: 1, text: 'That I knew the canary.' })
    await expect.poll(() => texts(wall)).toEqual(['That I knew the canary.'])
    expect((await late.must('watch', { code })).lines.map(({ text }) => text)).toEqual(['That I knew the canary.'])
    const [line] = wall.told.offered.at(-1)?.lines ?? []
    await ada.direct({ do: 'take-down', line: line?.id ?? '' })
    await expect.poll(() => texts(wall)).toEqual([])
    expect(overheard.filter(text => text.includes('"read"')).length).toBeGreaterThan(0)
    expect(overheard.join('\n')).not.toContain('canary')
  })
})
