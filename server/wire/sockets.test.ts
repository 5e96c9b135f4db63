// Does the door to the socket hold against whoever leans on it, and does nobody inside notice?
import { afterEach, describe, expect, it, test } from 'vitest'
import { type Chance, chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { dial, type House, type HouseOptions, openHouse, type Person, START } from '../testing/house.ts'
import { begin, firstTurn, gather, opening, sealed } from '../testing/pair.ts'
import { answerTo, sendBare } from '../testing/raw.ts'
import { stranger } from '../testing/strangers.ts'
import { convene, guest } from '../testing/workshop.ts'
import { createLimits, LIMITS, type LimitsConfig } from './limits.ts'
import { BEHIND_MOST } from './lines.ts'
import { DRAIN_MS } from './sockets.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function open(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(options)
  ends.push(() => house.close())
  return house
}

/** A house in which an address has the shares that are named, and otherwise the usual ones. */
async function openWith(shares: Partial<LimitsConfig>, options: HouseOptions = {}): Promise<House> {
  const hand = createHandClock(START)
  return open({ ...options, hand, limits: createLimits({ ...LIMITS, ...shares }, hand) })
}

const coded = (code: string) => ({ ok: false, code, message: expect.any(String) })
const ended = (person: Person) => new Promise<string>(resolve => person.socket.once('disconnect', resolve))
const from = (headers: Record<string, string>) => ({ headers })

describe('who may dial', () => {
  it.each(['websocket', 'polling'] as const)(
    'by %s: pages of ours and of listed origins, and clients that are no pages',
    async transport => {
      const house = await open({ config: { origins: ['https://listed.example'] } })
      const own = `http://127.0.0.1:${house.app.port}`
      const transports = [transport]
      for (const headers of [{}, { origin: own }, { origin: 'https://listed.example' }]) {
        const person = await house.dial({ headers, transports })
        expect(await person.ask('clock')).toMatchObject({ ok: true })
      }
      for (const origin of [
        'https://evil.example',
        'null',
        `${own}.evil.example`,
        'https://listed.example.evil.example',
      ]) {
        await expect(house.dial({ headers: { origin }, transports })).rejects.toThrow()
      }
      await house.connections(3)
    },
  )

  it('an address is told by a trusted proxy alone', async () => {
    for (const [trustProxy, isShared] of [
      [0, true],
      [1, false],
    ] as const) {
      const house = await openWith({ sockets: 1 }, { config: { trustProxy } })
      await house.dial(from({ 'x-forwarded-for': '1.1.1.1' }))
      const second = house.dial(from({ 'x-forwarded-for': '2.2.2.2' }))
      if (isShared) await expect(second).rejects.toThrow('too-fast')
      else await second
      // What somebody wrote in front of the proxy's own word counts nothing.
      await expect(house.dial(from({ 'x-forwarded-for': '9.9.9.9, 1.1.1.1' }))).rejects.toThrow('too-fast')
    }
  })
})

test('the id of a room begins with what its opener dialled with, if that is a hint, and is their own otherwise', async () => {
  const house = await open()
  const opened = async (query: Record<string, string | string[]>) =>
    (await (await house.dial({ query })).must('open', opening())).view.room
  const [first, second] = [await opened({ near: 'Z-' }), await opened({ near: 'Z-' })]
  for (const room of [first, second]) expect(room).toMatch(/^Z-[\w-]{20}$/)
  expect(first).not.toBe(second)
  for (const near of ['', 'Z', 'Z-x', '{}', ['Z-', 'Z-']]) {
    const rooms = [await opened({ near }), await opened({ near }), await opened({ near })]
    for (const room of rooms) expect(room).toMatch(/^[\w-]{22}$/)
    expect(rooms.every(room => room.startsWith('Z'))).toBe(false)
  }
})

describe('an address has a share', () => {
  it('of connections, which is given back when one ends', async () => {
    const house = await openWith({ sockets: 2 })
    const one = await house.dial()
    await house.dial()
    await expect(house.dial()).rejects.toThrow('too-fast')
    one.close()
    await house.connections(1)
    await house.dial()
  })

  it('of handshakes', async () => {
    const house = await openWith({ handshakes: { burst: 3, everyMs: 1_000 } })
    for (let i = 0; i < 3; i++) await house.dial()
    await expect(house.dial()).rejects.toThrow()
    await house.clock.advance(1_000)
    await house.dial()
  })

  it('of rooms to open', async () => {
    const house = await openWith({ opens: { burst: 2, everyMs: 60_000 } })
    const ann = await house.dial()
    for (let i = 0; i < 2; i++) expect(await ann.ask('open', opening())).toMatchObject({ ok: true })
    expect(await ann.ask('open', opening())).toEqual(coded('too-fast'))
    expect(await (await house.dial()).ask('open', opening())).toEqual(coded('too-fast'))
    await house.clock.advance(60_000)
    expect(await ann.ask('open', opening())).toMatchObject({ ok: true })
  })

  it('of wrong guesses, and right ones cost nothing', async () => {
    const house = await openWith({ guesses: { burst: 3, everyMs: 60_000 } })
    const { room, ann } = await gather(house)
    for (let i = 0; i < 5; i++) await ann.must('peek', { room })
    const thief = await house.dial()
    expect(await thief.ask('peek', { room: 'r'.repeat(22) })).toEqual(coded('gone'))
    expect(await thief.ask('enter', { room, token: 't'.repeat(43) })).toEqual(coded('not-yours'))
    expect(await thief.ask('enter', { room: 'r'.repeat(22), name: 'Eve' })).toEqual(coded('gone'))
    for (const ask of [
      { room, token: 't'.repeat(43) },
      { room: 'q'.repeat(22), name: 'Eve' },
    ]) {
      expect(await thief.ask('enter', ask)).toEqual(coded('too-fast'))
    }
  })
})

describe('whoever does not keep to the form of the connection', () => {
  it('is ended beyond the largest frame, and the process lives', async () => {
    const house = await open()
    const pair = await firstTurn(house)
    const rude = await house.dial()
    const end = ended(rude)
    sendBare(rude, `42["clock","${'x'.repeat(300_000)}"]`)
    expect(await end).toMatch(/^transport/)
    await stillTalk(house, pair)
  })

  it.each([
    ['no packet', ''],
    ['an unknown packet', '9'],
    ['a message that is none', '4'],
    ['an event without its name', '42[]'],
    ['an event that is no list', '42{}'],
    ['half of an event', '42["clock"'],
    ['an event of the library’s own', '42["disconnect"]'],
    ['another', '42["connect_error",1]'],
    ['an answer to nothing', '43999[1]'],
    ['a wish for another namespace', '40/admin,'],
    ['an event in another namespace', '42/admin,["clock"]'],
    ['a second beginning', '40'],
    ['an attachment that never comes', '451-["clock",{"_placeholder":true,"num":0}]'],
    ['a thousand attachments', '451000-["clock"]'],
    ['an upgrade of nothing', '5'],
    ['bytes', new Uint8Array([0, 159, 146, 150])],
  ])('sending %s, at most ends their own connection', async (_what, frame) => {
    const house = await open()
    const pair = await firstTurn(house)
    const rude = await house.dial()
    sendBare(rude, frame)
    sendBare(rude, '42["error"]')
    await stillTalk(house, pair)
    expect(house.logged.filter(line => line.includes('"fault"'))).toEqual([])
  })

  it('can not begin anew on one connection to be patient with again', async () => {
    const house = await open()
    const rude = await house.dial()
    const end = ended(rude)
    const asks = Array.from({ length: 20 }, () => rude.ask('peek', {}).catch(() => null))
    await Promise.all(asks)
    sendBare(rude, '41')
    sendBare(rude, '40')
    expect(await end).toBe('transport close')
    await house.connections(0)
  })

  it('can not hold many places on one connection', async () => {
    const house = await openWith({ sockets: 2 })
    const url = `http://127.0.0.1:${house.app.port}/socket.io/?EIO=4&transport=polling`
    const { sid } = JSON.parse((await (await fetch(url)).text()).slice(1)) as { sid: string }
    const packets = Array(1_000).fill('40').join('\x1e')
    await fetch(`${url}&sid=${sid}`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: packets })
    await fetch(`${url}&sid=${sid}`).then(response => response.text())
    await house.connections(0)
    await house.dial()
  })

  it('and leaves in the middle of arriving is not counted for ever', async () => {
    const house = await openWith({ sockets: 2 })
    for (let i = 0; i < 5; i++) {
      const url = `http://127.0.0.1:${house.app.port}/socket.io/?EIO=4&transport=polling`
      const { sid } = JSON.parse((await (await fetch(url)).text()).slice(1)) as { sid: string }
      await fetch(`${url}&sid=${sid}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: '40\x1e4nonsense',
      })
      // A connection without a request under way is closed at the next one.
      await fetch(`${url}&sid=${sid}`)
      await house.connections(0)
    }
    await house.dial()
  })

  it('and does not read what they are told is ended, and nothing piles up for them', async () => {
    const house = await open()
    const { ann, ben } = await gather(house)
    const end = new Promise<void>(resolve => ben.socket.io.engine.once('close', () => resolve()))
    const tcp: { pause(): void; resume(): void } = Reflect.get(
      Reflect.get(ben.socket.io.engine.transport, 'ws'),
      '_socket',
    )
    tcp.pause()
    const data = 'x'.repeat(30_000)
    let told = 0
    while (ann.view().seats.b?.here !== false && told < 2_000) {
      told += 1
      await ann.ask('signal', { to: 'b', data })
      if (told % 50 === 0) await house.clock.advance(2_499)
    }
    expect(ann.view().seats.b?.here).toBe(false)
    tcp.resume()
    await end
  })

  it('but whoever reads may be told more than that, one thing after the other', async () => {
    const house = await open()
    const { ann, ben } = await gather(house)
    const data = 'x'.repeat(30_000)
    const enough = Math.ceil(BEHIND_MOST / data.length) + 5
    for (let told = 1; told <= enough; told++) {
      await ann.must('signal', { to: 'b', data })
      await expect.poll(() => ben.told.signal.length, { interval: 2 }).toBe(told)
    }
    expect(await ben.ask('clock')).toMatchObject({ ok: true })
  })
})

describe('seeded nonsense', () => {
  it('is answered each time, ends no process, and an honest pair beside it notices nothing', async () => {
    const house = await open()
    const pair = await firstTurn(house)
    const chance = chanceFrom(1_789)
    const codes = new Map<string, number>()
    let honest = 0
    for (let round = 0; round < 12; round++) {
      const rude = await house.dial()
      if (round % 2 === 0)
        await rude.must('enter', { room: (await (await house.dial()).must('open', opening())).room, name: 'Eve' })
      for (let i = 0; i < 60 && rude.socket.connected; i++) {
        const name = chance.pick([...Object.keys(SHAPES), 'nonsense'])
        const event = JSON.stringify([name, fuzzed(chance, SHAPES[name])])
        const [ack] = (await answerTo(rude, event)) as [{ ok: boolean; code?: string }]
        const code = ack.ok ? 'ok' : String(ack.code)
        codes.set(code, (codes.get(code) ?? 0) + 1)
        if (i % 10 === 0) await house.clock.advance(1)
      }
      rude.close()
      honest++
      expect(await pair.ann.ask('words', { phase: 1, id: honest, sealed: sealed('calm') })).toEqual({ ok: true })
    }
    await pair.ben.caughtUp()
    expect(pair.ben.told.words).toHaveLength(honest)
    expect(pair.ben.view()).toMatchObject({ held: null, phase: { n: 1, floor: 'a' } })
    expect(house.logged.filter(line => line.includes('"fault"'))).toEqual([])
    // It went deeper than the first check, and was never answered with what no code says.
    expect([...codes.keys()].every(code => /^[a-z-]+$/.test(code))).toBe(true)
    for (const code of ['ok', 'bad-request', 'gone', 'too-fast']) expect(codes.get(code) ?? 0, code).toBeGreaterThan(0)
    expect([...codes.values()].reduce((sum, count) => sum + count, 0)).toBe(720)
  })
})

describe('at the end of a process', () => {
  it('nothing new begins, whoever is connected is asked to come back elsewhere, and is waited for if they sit', async () => {
    const house = await open()
    const { room, ann, ben } = await begin(house)
    const other = await house.dial()
    const over = house.app.drain()
    for (const person of [ann, ben, other]) {
      await expect.poll(() => person.told.moved).toEqual([{ why: 'draining', withinMs: DRAIN_MS }])
    }
    expect(await other.ask('open', opening())).toEqual(coded('draining'))
    expect(await ann.ask('enter', { room, token: ann.seated?.token })).toEqual(coded('draining'))
    await expect(dial(`http://127.0.0.1:${house.app.port}`)).rejects.toThrow()
    // The sitting goes on until they have gone.
    expect(await ben.intend({ do: 'hold' })).toMatchObject({ ok: true })
    const gone = [ended(ann), ended(ben), ended(other)]
    ann.close()
    ben.close()
    await Promise.all(gone)
    await over
  })

  it('a board, a wall, a circle’s person and whoever waits are told too, go on until they have gone, and are waited for', async () => {
    const house = await open()
    const ada = await convene(house)
    const { code } = ada.convened
    const [wall, reader] = [await house.dial(), await house.dial()]
    await wall.must('watch', { code })
    const maya = await guest(house, code, 'Maya')
    const waits = await stranger(house, 'Ann')
    await waits.wait()
    const over = house.app.drain()
    const all = [ada, wall, maya, waits]
    for (const person of [...all, reader])
      await expect.poll(() => person.told.moved).toEqual([{ why: 'draining', withinMs: DRAIN_MS }])
    // What was asked of whoever is here already is still done, and told.
    expect(await ada.direct({ do: 'say', text: 'Welcome.' })).toMatchObject({ ok: true })
    for (const person of [wall, maya]) await expect.poll(() => person.told.said.at(-1)?.text).toBe('Welcome.')
    expect(await ada.direct({ do: 'late', late: 'catch-up' })).toMatchObject({ ok: true })
    for (const [name, ask] of [
      ['facilitate', { circle: ada.convened.circle, key: ada.convened.key }],
      ['watch', { code }],
      ['join', { code, name: 'Noor' }],
      ['meet', { room: ada.convened.circle, token: ada.convened.key }],
    ] as const)
      expect(await reader.ask(name, ask as never)).toEqual(coded('draining'))
    const end = ended(reader)
    let isOver = false
    void over.then(() => {
      isOver = true
    })
    for (const person of all) {
      await reader.caughtUp()
      expect(isOver).toBe(false)
      person.close()
    }
    await over
    expect(await end).toBe('transport close')
  })

  it('nobody is waited for longer than was said', async () => {
    const house = await open()
    const { ann } = await begin(house)
    const end = ended(ann)
    const over = house.app.drain()
    await expect.poll(() => ann.told.moved.length).toBe(1)
    await house.clock.advance(DRAIN_MS)
    // A transport that closed is dialled again by every client; a server that said goodbye is not.
    expect(await end).toBe('transport close')
    await over
  })
})

async function stillTalk(house: House, { ann, ben }: { ann: Person; ben: Person }): Promise<void> {
  const before = ben.told.words.length
  expect(await ann.ask('words', { phase: 1, id: 1, sealed: sealed('still here') })).toEqual({ ok: true })
  await ben.caughtUp()
  expect(ben.told.words).toHaveLength(before + 1)
  expect((await fetch(`http://127.0.0.1:${house.app.port}/healthz`)).status).toBe(200)
}

const ROOM = 'r'.repeat(22)
/** One good payload of each ask, to be made wrong in one place or two. */
const SHAPES: Record<string, unknown> = {
  clock: undefined,
  ice: undefined,
  open: {
    kind: 'friends',
    format: { id: 'listening', minutes: 20 },
    medium: 'text',
    clock: 'timed',
    name: 'Eve',
    key: 'k',
  },
  enter: { room: ROOM, token: 't'.repeat(43), heard: START, key: 'k' },
  peek: { room: ROOM },
  intent: { do: 'ready', first: 'me' },
  words: { phase: 1, id: 1, sealed: 'abc' },
  again: { to: 'a', since: 0 },
  replay: { to: 'a', sealed: 'abc' },
  signal: { to: 'a', data: { candidate: { sdpMid: '0' } } },
}
const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 53 + 2,
  '',
  ' ',
  '\u0000',
  '\u202e',
  '__proto__',
  'x'.repeat(9_000),
  [],
  {},
  [[[[]]]],
  { toString: 1 },
  { length: 1e9 },
]
const DOINGS = ['ready', 'unseat', 'on', 'hold', 'resume', 'more', 'heard', 'line', 'keep', 'help', 'leave']

function fuzzed(chance: Chance, shape: unknown): unknown {
  if (chance.often(0.25)) return shape
  if (typeof shape !== 'object' || shape === null || chance.often(0.15)) return chance.pick(STRANGE)
  const wrong: Record<string, unknown> = { ...shape }
  const keys = Object.keys(wrong)
  const key = chance.pick([...keys, 'extra', '__proto__', 'constructor'])
  if (key === 'do' || chance.often(0.1)) wrong.do = chance.pick(DOINGS)
  else if (chance.often(0.2)) delete wrong[key]
  else Object.defineProperty(wrong, key, { value: fuzzed(chance, wrong[key]), enumerable: true })
  return wrong
}
