// Is every ask of the wire answered, with what it asked for or with the right refusal, whoever asks and whenever?
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SEALED_MOST, SIGNAL_MOST } from '../../lib/wire/schemas.ts'
import { type House, openHouse, type Person } from '../testing/house.ts'
import { begin, everybody, firstTurn, GRACE_MS, gather, opening, SHORT, sealed, TURN_MS } from '../testing/pair.ts'
import { answerTo } from '../testing/raw.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house.close())

const ROOM = 'r'.repeat(22)
const TOKEN = 't'.repeat(43)
const said = sealed('what I wanted to say')
const coded = (code: string) => ({ ok: false, code, message: expect.any(String) })

describe('good asks', () => {
  it('clock: the instant of the server, before anybody entered anything', async () => {
    const ann = await house.dial()
    expect(await ann.ask('clock')).toEqual({ ok: true, now: house.clock.now() })
  })

  it('ice: nothing to reach each other with, and no relay, where the operator named none', async () => {
    const { ann } = await gather(house, { medium: 'voice' })
    expect(await ann.ask('ice')).toEqual({ ok: true, iceServers: [], relayOnly: false, expiresAt: null })
  })

  it('open: a room, its first seat, a token and a view of it', async () => {
    const ann = await house.dial()
    const opened = await ann.must('open', opening({ key: 'p.abc', locale: 'en' }))
    expect(opened.room).toMatch(/^[\w-]{22}$/)
    expect(opened.token).toMatch(/^[\w-]{43}$/)
    expect(opened).toMatchObject({ seat: 'a', rev: opened.view.rev })
    expect(opened.view).toMatchObject({
      room: opened.room,
      stage: 'gathering',
      you: 'a',
      medium: 'text',
      clock: 'timed',
    })
    expect(opened.view.seats).toEqual({ a: { name: 'Ann', here: true, ready: false, key: 'p.abc' }, b: null })
  })

  it('peek: what an invited person may see, and it takes no seat', async () => {
    const ann = await house.dial()
    const { room } = await ann.must('open', opening({ format: { id: 'listening' } }))
    const ben = await house.dial()
    const peeked = await ben.must('peek', { room })
    expect(peeked).toMatchObject({ host: 'Ann', medium: 'text', format: { id: 'listening' }, free: 1 })
    await ben.must('enter', { room, name: 'Ben' })
    expect(await ben.must('peek', { room })).toMatchObject({ free: 0 })
  })

  it('enter: the other seat; who was there already is told at once', async () => {
    const { ann, ben } = await gather(house)
    expect(ben.seated).toMatchObject({ seat: 'b' })
    expect((await ann.sees(view => view.seats.b != null)).seats.b).toEqual({ name: 'Ben', here: true, ready: false })
  })

  it('signal: to that seat only', async () => {
    const { ann, ben } = await gather(house)
    const data = { description: { type: 'offer', sdp: 'v=0' } }
    expect(await ann.ask('signal', { to: 'b', data })).toEqual({ ok: true })
    await ben.caughtUp()
    expect(ben.told.signal).toEqual([{ from: 'a', data }])
    expect(ann.told.signal).toEqual([])
    expect(await ann.ask('signal', { to: 'a', data })).toEqual(coded('not-now'))
  })
})

describe('asks that can not be', () => {
  it.each(['open', 'enter', 'peek', 'intent', 'words', 'again', 'replay', 'signal'] as const)(
    '%s: nonsense is a bad request',
    async name => {
      const { ann } = await gather(house)
      const nonsense = [
        undefined,
        null,
        7,
        '',
        [],
        {},
        { room: 7 },
        { do: 'dance' },
        { to: 'z' },
        { __proto__: null, x: 1 },
      ]
      for (const payload of nonsense) expect(await ann.ask(name, payload)).toEqual(coded('bad-request'))
      await house.clock.advance(60_000)
      // One good field too many.
      const one = { room: ROOM, token: TOKEN, extra: 1 }
      expect(await ann.ask(name, one)).toEqual(coded('bad-request'))
    },
  )

  it.each([
    ['a number', 7],
    ['the prototype', '__proto__'],
    ['what every object has', 'constructor'],
    ['an error', 'error'],
    ['nothing', ''],
    ['an event of the server', 'view'],
    ['one of the library', 'message'],
    ['something long', 'x'.repeat(10_000)],
  ])('an event named after %s is a bad request', async (_what, name) => {
    const { ann } = await gather(house)
    expect(await ann.ask(name as never)).toEqual(coded('bad-request'))
    expect(await ann.ask(name as never, { room: ROOM })).toEqual(coded('bad-request'))
    expect(await ann.ask('clock')).toMatchObject({ ok: true })
  })

  it('a refusal never repeats what was asked', async () => {
    const ann = await house.dial()
    const canary = `c${crypto.randomUUID().replaceAll('-', '')}`
    const payloads = [
      { [canary]: canary },
      canary,
      { do: canary },
      { room: canary, name: canary },
      [canary],
      { to: 'a', sealed: `<${canary}>` },
    ]
    for (const name of ['open', 'enter', 'intent', 'words', 'again', 'replay', 'signal', canary]) {
      for (const payload of payloads) {
        const ack = await ann.ask(name as never, payload)
        expect(ack).toMatchObject({ ok: false })
        expect(JSON.stringify(ack)).not.toContain(canary)
      }
      await house.clock.advance(60_000)
    }
  })

  it('before entering a room there is no room', async () => {
    const ann = await house.dial()
    expect(await ann.ask('intent', { do: 'hold' })).toEqual(coded('gone'))
    expect(await ann.ask('words', { phase: 0, id: 1, sealed: said })).toEqual(coded('gone'))
    expect(await ann.ask('again', { to: 'b', since: 0 })).toEqual(coded('gone'))
    expect(await ann.ask('replay', { to: 'b', sealed: said })).toEqual(coded('gone'))
    expect(await ann.ask('signal', { to: 'b', data: 1 })).toEqual(coded('gone'))
    expect(await ann.ask('peek', { room: ROOM })).toEqual(coded('gone'))
    expect(await ann.ask('enter', { room: ROOM, name: 'Ann' })).toEqual(coded('gone'))
    expect(await ann.ask('enter', { room: ROOM, token: TOKEN })).toEqual(coded('gone'))
  })

  it('asks without an answer are done, or refused without anybody being told', async () => {
    const { ann, ben } = await gather(house)
    const send = (name: string, ...payload: unknown[]) =>
      (ann.socket.emit as (...args: unknown[]) => void).call(ann.socket, name, ...payload)
    for (const name of ['clock', 'ice', 'open', 'words', 'nonsense', 'error']) send(name)
    send('intent', { do: 'ready' }, 'too', 'many')
    await ben.sees(view => view.seats.a?.ready === true)
    expect(await ann.ask('clock')).toMatchObject({ ok: true })
  })

  it('a room of a format that is not offered', async () => {
    const ann = await house.dial()
    expect(await ann.ask('open', opening({ format: { id: 'shouting' } }))).toEqual(coded('bad-request'))
    const unequal = {
      phases: [
        { kind: 'speak', seconds: 60, floor: 'first' },
        { kind: 'speak', seconds: 30, floor: 'second' },
      ],
    }
    expect(await ann.ask('open', opening({ format: unequal as typeof SHORT }))).toMatchObject({ code: 'bad-request' })
  })
})

describe('asks that are too big', () => {
  it('more than a sealed blob may be, wherever it is', async () => {
    const { ann, ben } = await firstTurn(house)
    const most = 'x'.repeat(SEALED_MOST)
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: most })).toEqual({ ok: true })
    expect(await ann.ask('words', { phase: 1, id: 2, sealed: `${most}x` })).toEqual(coded('too-big'))
    expect(await ann.ask('intent', { do: 'line', phase: 1, sealed: `${most}x` })).toEqual(coded('too-big'))
    expect(await ann.ask('replay', { to: 'b', sealed: `${most}x` })).toEqual(coded('too-big'))
    await ben.caughtUp()
    expect(ben.told.words).toHaveLength(1)
  })

  it('more than a signal may be', async () => {
    const { ann } = await gather(house)
    const data = 'x'.repeat(SIGNAL_MOST - 100)
    expect(await ann.ask('signal', { to: 'b', data })).toEqual({ ok: true })
    expect(await ann.ask('signal', { to: 'b', data: `${data}${'x'.repeat(100)}` })).toEqual(coded('too-big'))
  })

  it.each(['open', 'enter', 'peek', 'intent', 'words', 'again', 'replay', 'signal', 'clock', 'ice'] as const)(
    '%s: two hundred thousand characters are refused before they are read',
    async name => {
      const { ann } = await gather(house)
      for (const payload of ['x'.repeat(200_000), { to: 'b', data: 'x'.repeat(200_000) }, Array(50_000).fill({})]) {
        expect(await ann.ask(name, payload)).toEqual(coded('too-big'))
      }
    },
  )

  it('nested ten thousand deep: refused, and the process lives', async () => {
    const { ann, ben } = await gather(house)
    const lists = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const objects = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`
    for (const name of ['open', 'enter', 'intent', 'words', 'signal']) {
      for (const payload of [lists, objects, `{"to":"b","data":${lists}}`, `{"to":"b","data":${objects}}`]) {
        expect(await answerTo(ann, `["${name}",${payload}]`)).toEqual([coded('too-big')])
      }
    }
    expect(await ben.ask('clock')).toMatchObject({ ok: true })
    expect(house.logged.filter(line => line.includes('fault'))).toEqual([])
  })
})

describe('asks that come too fast', () => {
  const flood = async (person: Person, name: 'clock' | 'intent' | 'words' | 'signal' | 'peek', times: number) => {
    const asks = Array.from({ length: times }, () =>
      person.ask(name, name === 'clock' ? undefined : {}).catch(() => 'ended'),
    )
    return Promise.all(asks)
  }

  it.each([
    ['clock', 30],
    ['intent', 20],
    ['peek', 20],
    ['words', 30],
    ['signal', 150],
  ] as const)('%s: %i at once, and no more until time has passed', async (name, burst) => {
    const ann = await house.dial()
    const acks = await flood(ann, name, burst + 5)
    expect(acks.slice(burst)).toEqual(Array(5).fill(coded('too-fast')))
    expect(acks.slice(0, burst)).not.toContainEqual(coded('too-fast'))
    await house.clock.advance(60_000)
    expect(await ann.ask('clock')).toMatchObject({ ok: true })
  })

  it.each(['clock', 'no-such-ask'] as const)(
    'the flooding connection (%s) is ended, and a pair beside it notices nothing',
    async name => {
      const pair = await firstTurn(house)
      const flooder = await house.dial()
      const ended = new Promise(resolve => flooder.socket.once('disconnect', resolve))
      const floods = Array.from({ length: 600 }, () => flooder.ask(name as 'clock').catch(() => 'ended'))
      expect(await ended).toBe('io server disconnect')
      flooder.close()
      for (const person of pair.both) expect(person.socket.connected).toBe(true)
      expect(await pair.ann.ask('words', { phase: 1, id: 1, sealed: said })).toEqual({ ok: true })
      await pair.ben.caughtUp()
      expect(pair.ben.told.words).toHaveLength(1)
      flooder.socket.io.engine?.close()
      void floods
    },
  )
})

describe('words', () => {
  it('[F1] [F4] reach the other from whoever has the floor, and nobody from anybody else', async () => {
    const { ann, ben } = await firstTurn(house)
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: said })).toEqual({ ok: true })
    expect(await ben.ask('words', { phase: 1, id: 1, sealed: said })).toEqual(coded('not-allowed'))
    for (const person of [ann, ben]) await person.caughtUp()
    expect(ben.told.words).toEqual([{ phase: 1, id: 1, sealed: said, from: 'a' }])
    expect(ann.told.words).toEqual([])
  })

  it('[F1] are nobody’s once the holder has said that they are complete', async () => {
    const { ann, ben } = await firstTurn(house)
    await ann.must('intent', { do: 'on', phase: 1 })
    for (const person of [ann, ben]) {
      expect(await person.ask('words', { phase: 1, id: 1, sealed: said })).toEqual(coded('not-allowed'))
    }
    await ben.caughtUp()
    expect(ben.told.words).toEqual([])
  })

  it('[F2] are everybody’s where the floor is, and nobody’s in silence', async () => {
    const pair = await begin(house, { format: { phases: [...(SHORT as { phases: [] }).phases].reverse() } as never })
    await everybody(pair, view => view.phase?.kind === 'thanks')
    for (const person of pair.both)
      expect(await person.ask('words', { phase: 0, id: 1, sealed: said })).toEqual({ ok: true })
    await house.clock.advance(10_000)
    await everybody(pair, view => view.phase?.kind === 'drop')
    for (const person of pair.both) {
      expect(await person.ask('words', { phase: 1, id: 2, sealed: said })).toEqual(coded('not-allowed'))
    }
    expect(pair.both.map(person => person.told.words.length)).toEqual([1, 1])
  })

  it('[T2] may be finished within the bell’s grace and not after it', async () => {
    const { ann, ben } = await firstTurn(house)
    await house.clock.advance(TURN_MS + GRACE_MS - 1)
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: said })).toEqual({ ok: true })
    await house.clock.advance(1)
    expect(await ann.ask('words', { phase: 1, id: 2, sealed: said })).toEqual(coded('stale-phase'))
    expect(await ann.ask('words', { phase: 2, id: 2, sealed: said })).toEqual(coded('not-allowed'))
    await ben.caughtUp()
    expect(ben.told.words.map(words => words.id)).toEqual([1])
  })

  it('[F3] are nobody’s before the sitting, while it is held and after it', async () => {
    const gathering = await gather(house)
    expect(await gathering.ann.ask('words', { phase: 0, id: 1, sealed: said })).toEqual(coded('stale-phase'))
    const { ann, ben } = await firstTurn(house)
    await ben.must('intent', { do: 'hold' })
    expect(await ann.ask('words', { phase: 1, id: 1, sealed: said })).toEqual(coded('not-allowed'))
    await ben.must('intent', { do: 'leave' })
    expect(await ann.ask('words', { phase: 1, id: 2, sealed: said })).toMatchObject({ ok: false })
    await ben.caughtUp()
    expect(ben.told.words).toEqual([])
  })
})

describe('again and replay', () => {
  const replay = (person: Person, to: string) => person.ask('replay', { to, sealed: said })

  it('[F5] a replay is relayed in answer to an again and not otherwise', async () => {
    const { ann, ben } = await firstTurn(house)
    expect(await replay(ann, 'b')).toEqual(coded('not-allowed'))
    expect(await ben.ask('again', { to: 'a', since: 3 })).toEqual({ ok: true })
    await ann.caughtUp()
    expect(ann.told.again).toEqual([{ from: 'b', since: 3 }])
    expect(await replay(ann, 'b')).toEqual({ ok: true })
    // Who asked is not thereby asked.
    expect(await replay(ben, 'a')).toEqual(coded('not-allowed'))
    await ben.caughtUp()
    expect(ben.told.replay).toEqual([{ from: 'a', sealed: said }])
  })

  it('[F5] one again lets 16 pieces through, and a new room forgets what was asked in the old one', async () => {
    const { ann, ben } = await firstTurn(house)
    await ben.must('again', { to: 'a', since: 0 })
    for (let piece = 0; piece < 16; piece++) expect(await replay(ann, 'b')).toEqual({ ok: true })
    expect(await replay(ann, 'b')).toEqual(coded('not-allowed'))
    await ben.must('again', { to: 'a', since: 0 })
    const { room } = await ann.must('open', opening())
    await ben.must('enter', { room, name: 'Ben' })
    expect(await replay(ann, 'b')).toEqual(coded('not-allowed'))
  })

  it('nobody to ask, no answer', async () => {
    const { ann, ben } = await firstTurn(house)
    expect(await ann.ask('again', { to: 'a', since: 0 })).toEqual(coded('not-now'))
    expect(await ann.ask('again', { to: 'c', since: 0 })).toEqual(coded('not-now'))
    ben.close()
    await ann.sees(view => view.seats.b?.here === false)
    expect(await ann.ask('again', { to: 'b', since: 0 })).toEqual(coded('not-now'))
  })
})

describe('acts that come late or twice', () => {
  it('[P7] a second on for the same phase never ends the next', async () => {
    const pair = await begin(house)
    await Promise.all(pair.both.map(person => person.must('intent', { do: 'on', phase: 0 })))
    await everybody(pair, view => view.phase?.n === 1)
    for (const person of pair.both) expect(await person.intend({ do: 'on', phase: 0 })).toEqual(coded('stale-phase'))
    expect(await pair.ben.intend({ do: 'on', phase: 1 })).toEqual(coded('not-now'))
    expect(await pair.ann.intend({ do: 'on', phase: 1 })).toMatchObject({ ok: true })
    expect(await pair.ann.intend({ do: 'on', phase: 1 })).toEqual(coded('not-now'))
    expect(pair.ann.view().phase?.n).toBe(1)
  })

  it('[T2] an act for a turn whose grace is over is for no turn', async () => {
    const { ann, ben } = await firstTurn(house)
    await house.clock.advance(TURN_MS + GRACE_MS)
    await ben.sees(view => view.phase?.n === 2)
    for (const intent of [
      { do: 'on', phase: 1 },
      { do: 'more', phase: 1 },
      { do: 'hold', phase: 1 },
    ] as const) {
      expect(await ann.intend(intent)).toEqual(coded('stale-phase'))
    }
    expect(ben.view().phase).toMatchObject({ n: 2, floor: 'b' })
  })

  it('[H11] a resume that was sent twice does not resume the next hold', async () => {
    const { ann, ben } = await firstTurn(house)
    await ann.must('intent', { do: 'hold' })
    const { since } = (await ben.sees(view => view.held !== null)).held ?? {}
    if (since === undefined) throw new Error('not held')
    for (const person of [ann, ben]) await person.must('intent', { do: 'resume', since })
    await ann.sees(view => view.held === null)
    await house.clock.advance(1_000)
    await ben.must('intent', { do: 'hold' })
    for (const person of [ann, ben]) expect(await person.intend({ do: 'resume', since })).toEqual(coded('stale-phase'))
    expect((await ann.sees(view => view.held !== null)).held).toMatchObject({ resume: [] })
  })

  it('answers to closing question can be written again until they open, and not after', async () => {
    const pair = await begin(house, {
      format: {
        phases: [
          { kind: 'drop', seconds: 30, floor: 'none' },
          { kind: 'thanks', seconds: 30, floor: 'all' },
        ],
      },
    })
    await pair.ann.must('intent', { do: 'line', phase: 0, sealed: sealed('first') })
    await pair.ann.must('intent', { do: 'line', phase: 0, sealed: sealed('second') })
    await pair.ben.must('intent', { do: 'keep', phase: 0 })
    await everybody(pair, view => view.lines !== null)
    expect(pair.ben.view().lines).toEqual({ a: { sealed: sealed('second') }, b: 'kept' })
    expect(await pair.ann.intend({ do: 'keep', phase: 0 })).toEqual(coded('stale-phase'))
    expect(await pair.ben.intend({ do: 'line', phase: 1, sealed: said })).toEqual(coded('not-now'))
  })
})
