// Is a person in a circle the same one whatever happens to the page, and do they come to their room with the connection they have?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Opened } from '../line/room-link-ports.ts'
import { circleView } from '../testing/circle-view.ts'
import { fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { viewWith } from '../testing/view-with.ts'
import { createCircleLink } from './circle-link.ts'
import type { CircleLink } from './circle-link-ports.ts'
import { rememberCircle, rememberedCircle } from './circle-memory.ts'

const CODE = 'K7M4QX2P'
const ROOM = viewWith().room
const SEAT = { room: ROOM, seat: 'b', token: 'seat-token' } as const

let wires: FakeWire[]
let answers: FakeWire['answer']
let handed: { room: string; opened: Opened }[]
let bells: string[]
let link: CircleLink

const at = () => link.snapshot().state.at
const asked = (name: string) => wires.flatMap(wire => wire.asked.filter(one => one.name === name))
const last = () => wires.at(-1) as FakeWire
const { you: _, place: __, ...FACE } = circleView()

const joined = (change: Parameters<typeof circleView>[0] = {}, seat: typeof SEAT | null = null) => ({
  ok: true,
  circle: 'c'.repeat(22),
  person: 'p1',
  token: 'newer',
  view: circleView(change),
  seat,
})
const entered = (stage: 'gathering' | 'closed' = 'gathering') => ({
  ok: true,
  seat: 'b',
  token: 'seat-newer',
  rev: 1,
  view: viewWith({ kind: 'workshop', stage, phase: null }),
})

/** The page is there, and its line too. */
async function arrived(): Promise<FakeWire> {
  link.start()
  last().goUp()
  await expect.poll(() => at()).not.toBe('looking')
  return last()
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  fakePage('')
  wires = []
  handed = []
  bells = []
  answers = name =>
    name === 'watch'
      ? { ok: true, face: FACE }
      : name === 'enter'
        ? entered()
        : name === 'join'
          ? joined()
          : { ok: true }
  link = createCircleLink({
    code: CODE,
    dial: () => {
      const wire = fakeWire((name, payload) => answers(name, payload))
      wires.push(wire)
      return wire
    },
    changed: () => {},
    rings: () => bells.push('ring'),
    arrives: () => bells.push('arrival'),
    handOver: (room, opened) => handed.push({ room, opened }),
  })
})
afterEach(() => {
  link.end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('coming in', () => {
  test('whoever is not known reads what the circle is, says a name once, and is remembered', async () => {
    await arrived()
    expect(link.snapshot().state).toMatchObject({ at: 'door', face: { title: 'Tuesday circle' } })
    expect(asked('watch')[0]?.payload).toEqual({ code: CODE })
    expect(await link.comeIn('Maya')).toEqual({ ok: true })
    expect(asked('join')[0]?.payload).toEqual({ code: CODE, name: 'Maya' })
    expect(link.snapshot().state).toMatchObject({ at: 'in', view: { here: 14 } })
    expect(rememberedCircle(CODE)).toEqual({ token: 'newer', room: null })
  })

  test('whoever is known comes back with their token, is asked for no name, and keeps the newer token', async () => {
    rememberCircle(CODE, { token: 'mine', room: ROOM })
    await arrived()
    expect(asked('join')[0]?.payload).toEqual({ code: CODE, token: 'mine' })
    expect(at()).toBe('in')
    expect(rememberedCircle(CODE)).toEqual({ token: 'newer', room: ROOM })
  })

  test('a lost connection joins again as the same person, and is said only when it lasts', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    wire.goDown()
    await vi.advanceTimersByTimeAsync(2900)
    expect(link.snapshot().isQuiet).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(link.snapshot().isQuiet).toBe(true)
    wire.goUp()
    await expect.poll(() => asked('join')).toHaveLength(2)
    expect(asked('join')[1]?.payload).toEqual({ code: CODE, token: 'newer' })
    expect(link.snapshot().isQuiet).toBe(false)
  })

  test('two hundred at once: what is busy is asked again, and a lost answer is not, since it may have been heard', async () => {
    await arrived()
    let times = 0
    answers = () => (++times < 3 ? { ok: false, code: 'busy' } : joined())
    const coming = link.comeIn('Maya')
    while (times < 3) await vi.advanceTimersByTimeAsync(500)
    expect(await coming).toEqual({ ok: true })

    answers = () => ({ ok: false, code: 'no-answer' })
    expect(await link.comeIn('Maya')).toEqual({ ok: false, code: 'no-answer' })
    expect(asked('join')).toHaveLength(4)
  })

  test('a code that no circle has says so, and a token that is no longer anybody’s is forgotten', async () => {
    answers = () => ({ ok: false, code: 'gone' })
    await arrived()
    expect(at()).toBe('unknown')
    expect(last().isClosed).toBe(true)

    rememberCircle(CODE, { token: 'old', room: null })
    await arrived()
    expect(at()).toBe('unknown')
    expect(rememberedCircle(CODE)).toBeNull()
  })

  test('somebody whom the facilitator took out reads it when they come back, and can come in as anybody', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    answers = name => (name === 'join' ? { ok: false, code: 'not-yours' } : { ok: true, face: FACE })
    wire.goDown()
    wire.goUp()
    await expect.poll(() => at()).toBe('out')
    expect(rememberedCircle(CODE)).toBeNull()
    link.start()
    last().goUp()
    await expect.poll(() => at()).toBe('door')
  })
})

describe('in the circle', () => {
  test('whoever is told what a wall is told is none of its people any more: taken out, or all of them, as it was closed', async () => {
    for (const stage of ['gathering', 'closed'] as const) {
      rememberCircle(CODE, { token: 'mine', room: null })
      const wire = await arrived()
      wire.tell('face', { ...FACE, rev: 9, stage })
      expect([at(), rememberedCircle(CODE)]).toEqual([stage === 'closed' ? 'closed' : 'out', null])
    }
  })

  test('a circle that was closed meanwhile says so, to whoever was in it and to whoever was not', async () => {
    for (const token of ['mine', null]) {
      if (token) rememberCircle(CODE, { token, room: null })
      answers = name =>
        name === 'join' ? { ok: false, code: 'not-yours' } : { ok: true, face: { ...FACE, stage: 'closed' } }
      await arrived()
      await expect.poll(() => at()).toBe('closed')
    }
  })

  test('only what is newer is shown', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    wire.tell('circle', circleView({ rev: 3, here: 20 }))
    wire.tell('circle', circleView({ rev: 2, here: 19 }))
    expect(link.snapshot().state).toMatchObject({ view: { here: 20 } })
  })

  test('what the facilitator says rings once, and is gone after a while', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    wire.tell('said', { text: 'Ten minutes more.', at: 5 })
    wire.tell('said', { text: 'Ten minutes more.', at: 5 })
    expect(link.snapshot().said).toEqual({ text: 'Ten minutes more.', at: 5 })
    expect(bells).toEqual(['ring'])
    await vi.advanceTimersByTimeAsync(20_000)
    expect(link.snapshot().said).toBeNull()
    wire.tell('said', { text: null, at: 6 })
    expect(link.snapshot().said).toEqual({ text: null, at: 6 })
    expect(bells).toEqual(['ring', 'ring'])
  })

  test('nothing is given unless it is given, and what is refused is not asked again', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    await arrived()
    expect(asked('give')).toEqual([])
    expect(await link.give({ round: 1, after: 5 })).toEqual({ ok: true })
    expect(asked('give')[0]?.payload).toEqual({ round: 1, after: 5 })
    answers = () => ({ ok: false, code: 'not-now' })
    expect(await link.give({ round: 1, after: 5 })).toEqual({ ok: false, code: 'not-now' })
    expect(asked('give')).toHaveLength(2)
  })

  test('leaving wipes the device before it asks anything of the network', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    let answered = () => {}
    answers = () => new Promise(resolve => (answered = () => resolve({ ok: true })))
    const leaving = link.leave()
    expect([at(), rememberedCircle(CODE), wire.isClosed]).toEqual(['left', null, false])
    expect(asked('unjoin')).toHaveLength(1)
    answered()
    await leaving
    expect(wire.isClosed).toBe(true)
  })

  test('a server that ends is left for another; another window of this person is not fought with', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    wire.tell('moved', { why: 'draining', withinMs: 0 })
    await expect.poll(() => wires).toHaveLength(2)
    // Of this page's own coming elsewhere the old one may tell.
    wire.tell('moved', { why: 'other-tab' })
    expect([wire.isClosed, at()]).toEqual([false, 'in'])
    wires[1]?.goUp()
    await expect.poll(() => wire.isClosed).toBe(true)
    wires[1]?.tell('moved', { why: 'other-tab' })
    expect([wires[1]?.isClosed, at()]).toEqual([true, 'elsewhere'])
  })
})

describe('a seat', () => {
  test('that is told is taken on the same connection, which goes on to the room and is not closed', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    const wire = await arrived()
    wire.tell('paired', SEAT)
    await expect.poll(() => at()).toBe('seated')
    expect(asked('enter')[0]?.payload).toEqual({ room: ROOM, token: 'seat-token', key: expect.any(String) })
    expect(handed).toHaveLength(1)
    expect(handed[0]?.opened).toMatchObject({ wire, secret: null, seated: { seat: 'b', token: 'seat-newer' } })
    expect(rememberedCircle(CODE)).toEqual({ token: 'newer', room: ROOM })
    expect(bells).toEqual(['arrival'])
    link.end()
    expect(wire.isClosed).toBe(false)
    expect(wires).toHaveLength(1)
  })

  test('that is answered to somebody who comes back is taken at once', async () => {
    rememberCircle(CODE, { token: 'mine', room: null })
    answers = name => (name === 'enter' ? entered() : joined({ stage: 'paired', round: 1 }, SEAT))
    link.start()
    last().goUp()
    await expect.poll(() => link.snapshot().state).toEqual({ at: 'seated', room: ROOM })
  })

  test('in a room that is over, or gone, is not gone to: the circle is shown, and the next one is waited for', async () => {
    for (const answer of [entered('closed'), { ok: false, code: 'gone' }]) {
      rememberCircle(CODE, { token: 'mine', room: null })
      answers = name => (name === 'enter' ? answer : joined({ stage: 'running', round: 1 }, SEAT))
      await arrived()
      await expect.poll(() => link.snapshot().state).toMatchObject({ at: 'in', over: ROOM })
      expect(handed).toEqual([])
      answers = () => entered()
      last().tell('paired', { ...SEAT, room: 'n'.repeat(22) })
      await expect.poll(() => at()).toBe('seated')
      handed.length = 0
    }
  })

  test('that is not answered for a room is none to go back to', async () => {
    rememberCircle(CODE, { token: 'mine', room: ROOM })
    answers = () => joined({ stage: 'running', round: 1, place: { at: 'room', room: ROOM, seat: 'b' } })
    await arrived()
    expect(link.snapshot().state).toMatchObject({ at: 'in', over: ROOM })
  })

  test('a connection that a room gives back is gone on with, and none is dialled', async () => {
    rememberCircle(CODE, { token: 'mine', room: ROOM })
    const given = fakeWire((name, payload) => answers(name, payload))
    given.goUp()
    link.start(given)
    await expect.poll(() => at()).toBe('in')
    expect(wires).toEqual([])
    expect(given.asked.map(({ name }) => name)).toEqual(['join'])
  })
})

test('whoever has no answer in time, on a line that stands, asks again: for the circle and for the seat', async () => {
  rememberCircle(CODE, { token: 'mine', room: null })
  const unanswered = new Set(['watch', 'join', 'enter'])
  answers = name => {
    if (unanswered.delete(name)) return { ok: false, code: 'no-answer' }
    return name === 'watch' ? { ok: true, face: FACE } : name === 'enter' ? entered() : joined({}, SEAT)
  }
  link.start()
  last().goUp()
  await vi.advanceTimersByTimeAsync(10_000)
  await expect.poll(() => at()).toBe('seated')
  expect([asked('join').length, asked('enter').length, wires.length]).toEqual([2, 2, 1])
  // Once the line has gone, the next one asks.
  unanswered.add('join')
  rememberCircle(CODE, { token: 'mine', room: null })
  link.start()
  const wire = last()
  answers = () => {
    wire.goDown()
    return { ok: false, code: 'no-answer' }
  }
  wire.goUp()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked('join')).toHaveLength(3)
})

test('whose seat was handed on by the time they came joins once more, and comes in with the newest token', async () => {
  rememberCircle(CODE, { token: 'mine', room: null })
  const tokens: unknown[] = []
  let isHandedOn = true
  answers = (name, payload) => {
    if (name === 'join') return { ...joined(), seat: { ...SEAT, token: isHandedOn ? 'void' : 'newest' } }
    if (name !== 'enter') return { ok: true }
    tokens.push((payload as { token: string }).token)
    if (!isHandedOn) return entered()
    isHandedOn = false
    return { ok: false, code: 'not-yours' }
  }
  link.start()
  last().goUp()
  await expect.poll(() => at()).toBe('seated')
  expect(tokens).toEqual(['void', 'newest'])
  expect(handed).toHaveLength(1)
})
