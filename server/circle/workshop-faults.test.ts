// What becomes of a workshop when the server is started anew, when half of the phones are gone for a minute, and when everybody
// comes in the same second?
import { afterEach, expect, test } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { convened } from '../../lib/circle/circle.ts'
import { codeOf } from '../../lib/circle/code.ts'
import { LINES_MOST, offer } from '../../lib/circle/offered.ts'
import { PEOPLE_MOST } from '../../lib/circle/pairing-ask.ts'
import { comeBack, join } from '../../lib/circle/people.ts'
import { direct } from '../../lib/circle/rounds.ts'
import { formatFor, totalMs } from '../../lib/formats/formats.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import { LINE_MOST, ROUNDS_MOST } from '../../lib/wire/lengths.ts'
import { createClock } from '../clock.ts'
import type { LobbyStore } from '../ports.ts'
import { connectStores } from '../store/connect.ts'
import { checkDocument } from '../store/lobby-bounds.ts'
import { createLobbyMemory } from '../store/lobby-memory.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { type House, openHouse, START } from '../testing/house.ts'
import { redisWire } from '../testing/redis-wire.ts'
import { convene, facilitator, type Guest, guest, guests, PLAN } from '../testing/workshop.ts'
import { createLimits, LIMITS } from '../wire/limits.ts'
import { lockOf, sealedLine } from './offered-lines.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const ROUND_MS = totalMs(formatFor('round').phases)
const NAMES = ['Ana', 'Bo', 'Cleo', 'Dai', 'Eva', 'Fay']
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Houses that stand on one Redis and under one clock, one after the other. */
async function ground() {
  const redis = await startRedis()
  ends.push(() => redis.stop())
  const hand = createHandClock(START)
  return {
    hand,
    redis,
    async open(): Promise<House> {
      const stores = connectStores({ kind: 'tcp', url: redis.url }, createClock())
      const house = await openHouse({ hand, store: stores.rooms, lobbyStore: stores.lobby })
      ends.push(
        () => stores.close(),
        () => house.close(),
      )
      return house
    },
  }
}

async function seated(house: House, names: readonly string[]) {
  const ada = await convene(house)
  const people = await guests(house, ada.convened.code, ...names)
  await ada.direct({ do: 'pair' })
  for (const person of people) await person.comeIn()
  await ada.direct({ do: 'begin' })
  for (const person of people) await person.sees(view => view.stage === 'sitting')
  return { ada, people, code: ada.convened.code }
}

const lengths = ({ phases }: RoomView['format']) => phases.map(({ kind, ms }) => [kind, ms])

/** The same person on a new connection, in the room and on the seat that they had. */
async function back(house: House, code: string, person: Guest): Promise<Guest> {
  const again = await guest(house, code, person.name, person.joined.token)
  expect(again.joined.person).toBe(person.joined.person)
  const { room, seat, token } = again.joined.seat ?? { room: '', seat: '', token: '' }
  expect([room, seat]).toEqual([person.view().room, person.view().you])
  await again.must('enter', { room, token, heard: person.view().now })
  return again
}

test('a server that is started anew in the middle of a round brings everybody back to their room at the right second', async () => {
  const { open, hand } = await ground()
  const first = await open()
  const { ada, people, code } = await seated(first, NAMES)
  await hand.advance(100 * SECOND)
  const before = people.map(person => person.view().phase)
  await first.close()
  const second = await open()
  const board = await facilitator(second, ada.convened)
  const again: Guest[] = []
  for (const person of people) again.push(await back(second, code, person))
  for (const [i, person] of again.entries()) {
    const view = await person.sees(({ held }) => held === null)
    expect(view.phase).toMatchObject({ n: 1, kind: 'speak', endsAt: START + (30 + 240 + 7) * SECOND })
    expect(view.phase?.startedAt).toBe(START + 30 * SECOND)
    expect(before[i]).not.toBeNull()
  }
  await board.reads(({ head, rooms }) => head.round === 1 && rooms.length === 3)
  await hand.advance(totalMs(formatFor('round').phases) - 100 * SECOND)
  for (const person of again) expect((await person.sees(view => view.stage === 'closed')).closed?.why).toBe('complete')
})

test('rooms that a lost process took the pairs for, and never made, are made when their people come', async () => {
  const { open, hand, redis } = await ground()
  const first = await open()
  const ada = await convene(first)
  const people = await guests(first, ada.convened.code, 'Ana', 'Bo')
  await ada.direct({ do: 'pair' })
  await ada.direct({ do: 'begin' })
  for (const person of people) await person.comeIn()
  await ada.direct({ do: 'more' })
  const { room, format } = await (people[0] as Guest).sees(view => view.format.totalMs !== ROUND_MS)
  await first.close()
  const wire = redisWire(redis.port)
  expect(await wire.ask('DEL', `clearing:room:{${room}}`)).toBe(1)
  wire.close()
  await hand.advance(30 * SECOND)
  const second = await open()
  const again: Guest[] = []
  for (const person of people) {
    const came = await guest(second, ada.convened.code, person.name, person.joined.token)
    await came.must('enter', { room, token: came.joined.seat?.token ?? '' })
    again.push(came)
  }
  for (const person of again) {
    const seen = await person.sees(view => view.stage === 'sitting')
    expect([seen.room, lengths(seen.format)]).toEqual([room, lengths(format)])
  }
})

test('half of the phones are gone for a minute: their rooms are held, and every one returns to its own second', async () => {
  const house = await openHouse()
  ends.push(() => house.close())
  const { ada, people, code } = await seated(house, NAMES)
  await house.clock.advance(60 * SECOND)
  const lost = people.filter((_, i) => i % 2 === 0)
  for (const person of lost) person.close()
  await house.connections(people.length - lost.length + 1)
  await house.clock.advance(MINUTE)
  expect(ada.board().head.here).toBe(3)
  const again: Guest[] = []
  for (const person of lost) again.push(await back(house, code, person))
  const now = [...again, ...people.filter(person => !lost.includes(person))]
  for (const person of now) {
    const view = await person.sees(({ seats }) => Object.values(seats).every(seat => seat?.here))
    if (view.held) await person.must('intent', { do: 'resume', since: view.held.since })
  }
  for (const person of now) {
    const view = await person.sees(({ held }) => held === null)
    const hadLost = lost.some(one => one.view().room === view.room)
    expect((view.phase?.endsAt ?? 0) - START).toBe((30 + 247 + (hadLost ? 60 : 0)) * SECOND)
  }
  await house.clock.advance(SECOND)
  await ada.reads(({ rooms }) => rooms.some(({ behindMs }) => behindMs === MINUTE))
})

test.each(['memory', 'Redis'])(
  'two hundred people join in one second (%s): each is somebody, and all find a room',
  async kind => {
    const house = kind === 'Redis' ? await (await ground()).open() : await openHouse()
    if (kind === 'memory') ends.push(() => house.close())
    const ada = await convene(house)
    const { code } = ada.convened
    // Their lines are up: it is the joining that falls into one second.
    const lines = await Promise.all(Array.from({ length: 200 }, () => house.dial()))
    const came = await Promise.all(lines.map((line, i) => guest(house, code, `Guest ${i}`, undefined, line)))
    expect(new Set(came.map(({ joined }) => joined.person)).size).toBe(200)
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    const told = await Promise.all(came.map(person => person.comeIn()))
    const seats = new Set(told.map(({ room, seat }) => `${room} ${seat}`))
    expect([seats.size, new Set(told.map(({ room }) => room)).size]).toEqual([200, 100])
  },
)

test('a hall of 500 with the longest names fits into the store after thirty rounds', () => {
  let circle = convened(
    PLAN,
    { id: 'x'.repeat(22), code: 'K7M4QX2P', key: 'x'.repeat(43), lock: 'x'.repeat(43) },
    START,
  )
  const name = '\u{1F33F}'.repeat(20)
  for (let n = 1; n <= PEOPLE_MOST; n++) {
    const came = join(circle, { name, token: `${n}`.padStart(43, 'x') }, START)
    if (!came.ok) throw new Error(came.code)
    const back = comeBack(came.circle, { token: `${n}`.padStart(43, 'x'), next: `${n}`.padStart(43, 'y') }, START)
    if (!back.ok) throw new Error(back.code)
    circle = back.circle
  }
  for (let n = 1; n <= ROUNDS_MOST; n++) {
    for (const ask of [{ do: 'pair' }, { do: 'begin' }] as const) {
      const out = direct(circle, ask, { seed: n, rooms: () => `${n}`.padStart(22, 'r') }, START + n)
      if (!out.ok) throw new Error(out.code)
      circle = out.circle
    }
  }
  const gave = Array.from({ length: ROUNDS_MOST }, (_, n) => n + 1)
  const people = Object.entries(circle.people).map(([id, own]) => [id, { ...own, gave }])
  circle = { ...circle, people: Object.fromEntries(people) }
  for (let n = 0; n < LINES_MOST; n++) {
    const line = {
      id: `${n}`.padStart(22, 'x'),
      sealed: sealedLine(lockOf('key'), circle.id, '\u{1F33F}'.repeat(LINE_MOST / 2)),
    }
    const out = offer(circle, `p${n + 1}`, 1, { ...line, mark: `${n}`.padStart(8, 'x') }, START + ROUNDS_MOST)
    if (!out.ok) throw new Error(out.code)
    circle = out.circle
  }
  expect(circle.remembered.rounds).toBe(ROUNDS_MOST)
  expect(() => checkDocument({ body: JSON.stringify(circle), commit: 'c-mark' })).not.toThrow()
})

test('[LI1] [LI3] [LI4] a line that somebody offers stands on walls and boards, in no store or log, and again after a new start', async () => {
  const { open, hand, redis } = await ground()
  const first = await open()
  const { ada, people, code } = await seated(first, NAMES)
  const [ana, bo, cleo] = people as [Guest, Guest, Guest]
  const wall = await first.dial()
  expect(await wall.must('watch', { code })).toMatchObject({ lines: [] })
  const CANARY = 'That I knew the canary already.'
  await ana.must('offer', { round: 1, text: CANARY })
  await hand.advance(SECOND)
  for (const one of [wall, ada])
    await expect.poll(() => one.told.offered.at(-1)?.lines.map(({ text }) => text)).toEqual([CANARY])
  expect(await ana.ask('offer', { round: 1, text: 'Twice' })).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await wall.ask('offer', { round: 1, text: 'Nobody’s' })).toMatchObject({ ok: false, code: 'gone' })
  for (const text of ['', 'x'.repeat(LINE_MOST + 1), 'two\nlines', 7])
    expect(await bo.ask('offer', { round: 1, text })).toMatchObject({ ok: false, code: 'bad-request' })
  expect(people.flatMap(({ told }) => told.offered)).toEqual([])
  expect(JSON.stringify(ada.told.board)).not.toContain('canary')

  const wire = redisWire(redis.port)
  const keys = (await wire.ask('KEYS', '*')) as string[]
  const kept = await Promise.all(keys.map(key => wire.ask('GET', key)))
  wire.close()
  expect(keys.some(key => key.includes('circle:'))).toBe(true)
  expect(JSON.stringify(kept)).toContain('"sealed'.replace('"', '\\"'))
  for (const word of ['canary', 'knew']) expect(JSON.stringify(kept)).not.toContain(word)
  expect(first.logged.join('\n')).not.toContain('canary')

  await first.close()
  const second = await open()
  const other = await second.dial()
  // Nobody has shown this process the key: it can read none.
  expect((await other.must('watch', { code })).lines).toEqual([])
  const again = await facilitator(second, ada.convened)
  await expect.poll(() => other.told.offered.at(-1)?.lines.map(({ text }) => text)).toEqual([CANARY])
  const late = await back(second, code, cleo)
  await late.must('offer', { round: 1, text: 'Mine.' })
  await hand.advance(SECOND)
  await expect.poll(() => other.told.offered.at(-1)?.lines.length).toBe(2)
  const line = other.told.offered.at(-1)?.lines.find(({ text }) => text === CANARY)?.id
  expect(await late.ask('direct', { do: 'take-down', line })).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await again.ask('direct', { do: 'take-down', line })).toMatchObject({ ok: true })
  await expect.poll(() => other.told.offered.at(-1)?.lines.map(({ text }) => text)).toEqual(['Mine.'])
})

test('after too many wrong codes from one address there are no answers, right ones neither; another address has them', async () => {
  const house = await openHouse({
    config: { trustProxy: 1 },
    limits: createLimits({ ...LIMITS, handshakes: { burst: 1_000, everyMs: 1 } }, createHandClock(START)),
  })
  ends.push(() => house.close())
  const { convened } = await convene(house)
  const dialled = () => house.dial({ headers: { 'X-Forwarded-For': '192.0.2.7' } })
  let guesser = await dialled()
  const codes: string[] = []
  for (let n = 0; n < LIMITS.guesses.burst; n++) {
    const out = await guesser.ask('join', { code: codeOf([n % 28, 1, 2, 3, 4, 5, 6, 7]), name: 'Guess' })
    codes.push(out.ok ? 'in' : out.code)
    // As often as one connection may ask.
    if (n % 10 === 9) guesser = await dialled()
  }
  expect(new Set(codes)).toEqual(new Set(['gone']))
  expect(await guesser.ask('join', { code: convened.code, name: 'Guess' })).toMatchObject({ code: 'too-fast' })
  const other = await house.dial({ headers: { 'X-Forwarded-For': '198.51.100.7' } })
  expect(await other.ask('join', { code: convened.code, name: 'Ana' })).toMatchObject({ ok: true })
})

test.each(['watch', 'facilitate'] as const)(
  'whoever hangs up while a workshop is looked up for them, to %s, is not taken to be here for ever',
  async what => {
    const hand = createHandClock(START)
    const store = createLobbyMemory(hand)
    const held: (() => void)[] = []
    let isSlow = false
    let loads = 0
    const lobbyStore: LobbyStore = {
      ...store,
      async load(key) {
        loads++
        if (isSlow) await new Promise<void>(resolve => void held.push(resolve))
        return store.load(key)
      },
    }
    const house = await openHouse({ hand, lobbyStore })
    ends.push(() => house.close())
    const desk = await house.dial()
    const { circle, code, key } = await desk.must('convene', PLAN)
    isSlow = true
    if (what === 'watch') desk.socket.emit('watch', { code }, () => {})
    else desk.socket.emit('facilitate', { circle, key }, () => {})
    await expect.poll(() => held.length).toBe(1)
    desk.close()
    await house.connections(0)
    isSlow = false
    for (const letGo of held) letGo()
    await hand.advance(10 * SECOND)
    loads = 0
    await hand.advance(10 * SECOND)
    expect(loads).toBe(0)
  },
)

test.each(['at once', 'when nobody asks for anything'])(
  'a store that fell behind, as one whose machine lost power, is given what it lost of a circle, %s',
  async when => {
    const hand = createHandClock(START)
    const lobbyStore = createLobbyMemory(hand)
    const house = await openHouse({ hand, lobbyStore })
    ends.push(() => house.close())
    const ada = await convene(house)
    const key = `circle:${ada.convened.circle}`
    const kept = async () => (await lobbyStore.load(key)).kept ?? { body: '', commit: '' }
    const came = await guests(house, ada.convened.code, 'Ana', 'Bo')
    const before = await kept()
    came.push(...(await guests(house, ada.convened.code, 'Cleo', 'Dai')))
    await hand.advance(SECOND)
    await ada.reads(({ people }) => people.length === 4)
    const { commit, body } = await kept()
    expect((await lobbyStore.swap(key, commit, { ...before, commit: 'c-fell-behind' }, 10 * MINUTE)).result).toBe(
      'swapped',
    )
    const revOf = (text: string) => JSON.parse(text).rev as number
    expect(revOf(before.body)).toBeLessThan(revOf(body))
    if (when !== 'at once') {
      await hand.advance(MINUTE)
      await expect.poll(async () => revOf((await kept()).body)).toBeGreaterThanOrEqual(revOf(body))
      expect(Object.keys(JSON.parse((await kept()).body).people)).toHaveLength(4)
    }
    expect(await ada.direct({ do: 'pair' })).toMatchObject({ ok: true })
    await hand.advance(SECOND)
    const { rooms } = await ada.reads(board => board.rooms.length === 2)
    expect(rooms.flatMap(({ people }) => people)).toHaveLength(4)
    for (const person of came) await person.comeIn()
  },
)
