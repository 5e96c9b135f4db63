// Does somebody who looks for a stranger keep their place, come to the sitting with the same connection, and get away at once?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { lastMet, lastSat, type Met, otherSeat, ownDevice, rememberMet } from '../device/met.ts'
import type { Opened } from '../line/room-link-ports.ts'
import { fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { viewWith } from '../testing/view-with.ts'
import { createStrangerLink } from './stranger-link.ts'
import type { StrangerLink } from './stranger-link-ports.ts'

const SEEKING = { name: 'Maya', medium: 'text', language: 'en' } as const
const NUMBERS = { ahead: 0, here: 1, usualMs: null }
const ROOM = viewWith().room
const DRAINING = { why: 'draining', withinMs: 8000 } as const

let wires: FakeWire[]
let answers: FakeWire['answer']
let handed: { room: string; opened: Opened }[]
let link: StrangerLink

const at = () => link.snapshot().state.at
const asked = (name: string) => wires.flatMap(wire => wire.asked.filter(one => one.name === name))
const last = () => wires.at(-1) as FakeWire

function view(change: Partial<RoomView>): RoomView {
  return viewWith({ kind: 'practice', stage: 'gathering', phase: null, closed: null, rev: 1, ...change })
}

/** What the two seats look like before the sitting. */
const seats = (ready: { a?: boolean; b?: boolean } = {}) => ({
  a: { name: 'Ann', here: true, ready: ready.a ?? false },
  b: { name: 'Ben', here: true, ready: ready.b ?? false },
})

async function waiting(): Promise<FakeWire> {
  link.wait(SEEKING)
  await expect.poll(() => wires).toHaveLength(1)
  last().goUp()
  await expect.poll(() => at()).toBe('waiting')
  last().tell('waiting', NUMBERS)
  return last()
}

async function meeting(): Promise<FakeWire> {
  const wire = await waiting()
  wire.tell('paired', { room: ROOM, seat: 'b', token: 'first' })
  await expect.poll(() => at()).toBe('meeting')
  return wire
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  fakePage('')
  wires = []
  handed = []
  answers = name =>
    name === 'enter' ? { ok: true, seat: 'b', token: 'newer', rev: 1, view: view({ seats: seats() }) } : { ok: true }
  link = createStrangerLink({
    dial: () => {
      const wire = fakeWire((name, payload) => answers(name, payload))
      wires.push(wire)
      return wire
    },
    changed: () => {},
    handOver: (room, opened) => handed.push({ room, opened }),
  })
})
afterEach(() => {
  link.end()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('waiting', () => {
  test('says who waits, as which device, and under which key', async () => {
    await waiting()
    expect(asked('wait')[0]?.payload).toEqual({ ...SEEKING, device: ownDevice(), key: expect.any(String) })
    expect(link.snapshot().state).toEqual({ at: 'waiting', told: NUMBERS, before: null })
  })

  test('is asked for again when the connection is back', async () => {
    const wire = await waiting()
    wire.goDown()
    wire.goUp()
    await expect.poll(() => asked('wait')).toHaveLength(2)
  })

  test('is said to be quiet once the connection has been gone for 3 s, and until there is a place again', async () => {
    const wire = await waiting()
    wire.goDown()
    await vi.advanceTimersByTimeAsync(2900)
    expect(link.snapshot().isQuiet).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(link.snapshot().isQuiet).toBe(true)
    wire.goUp()
    await expect.poll(() => link.snapshot().isQuiet).toBe(false)
    // A loss that heals sooner is told to nobody, however long one waits after it.
    wire.goDown()
    await vi.advanceTimersByTimeAsync(1000)
    wire.goUp()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(link.snapshot().isQuiet).toBe(false)
  })

  test('is said to be quiet where it never began, because no connection came', async () => {
    link.wait(SEEKING)
    await expect.poll(() => wires).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3100)
    expect(link.snapshot()).toEqual({ state: { at: 'joining' }, isQuiet: true })
    last().goUp()
    await expect.poll(() => link.snapshot()).toMatchObject({ state: { at: 'waiting' }, isQuiet: false })
    link.stop()
    expect(link.snapshot()).toEqual({ state: { at: 'door' }, isQuiet: false })
  })

  test('is asked for again where no answer came on a connection that stands', async () => {
    let times = 0
    answers = () => (++times < 2 ? { ok: false, code: 'no-answer' } : { ok: true })
    link.wait(SEEKING)
    await expect.poll(() => wires).toHaveLength(1)
    last().goUp()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(at()).toBe('waiting')
    expect(asked('wait')).toHaveLength(2)
  })

  test('is asked for again while what stands in the way is passing, and said when it is not', async () => {
    let times = 0
    answers = () =>
      ++times < 3 ? { ok: false, code: 'store-down' } : { ok: false, code: 'not-allowed', why: 'rest', until: 7 }
    link.wait(SEEKING)
    await expect.poll(() => wires).toHaveLength(1)
    last().goUp()
    while (at() === 'joining') await vi.advanceTimersByTimeAsync(1000)
    expect(times).toBe(3)
    expect(link.snapshot().state).toEqual({ at: 'barred', why: 'rest', until: 7 })
    expect(last().isClosed).toBe(true)
  })

  test('whoever comes and goes too often is told so at once, and not asked again and again', async () => {
    answers = () => ({ ok: false, code: 'too-fast' })
    link.wait(SEEKING)
    await expect.poll(() => wires).toHaveLength(1)
    last().goUp()
    await expect.poll(() => link.snapshot().state).toMatchObject({ at: 'barred', why: 'too-fast' })
    expect(asked('wait')).toHaveLength(1)
  })

  test('ends by the end of the connection', async () => {
    const wire = await waiting()
    link.stop()
    expect(wire.isClosed).toBe(true)
    expect(at()).toBe('door')
    wire.tell('paired', { room: ROOM, seat: 'a', token: 't' })
    expect(at()).toBe('door')
  })

  test('goes on in another window of the device, and no longer here', async () => {
    const wire = await waiting()
    wire.tell('moved', { why: 'waits-elsewhere' })
    expect(at()).toBe('elsewhere')
    expect(wire.isClosed).toBe(true)
  })

  test('a server that ends is left for another when that has the place, and not before', async () => {
    const old = await waiting()
    old.tell('moved', DRAINING)
    await vi.advanceTimersByTimeAsync(DRAINING.withinMs)
    const [, next] = wires
    old.tell('waiting', { ahead: 2, here: 3, usualMs: null })
    expect(link.snapshot().state).toMatchObject({ at: 'waiting', told: { ahead: 2 } })
    let refusals = 0
    answers = () => (refusals++ === 0 ? { ok: false, code: 'busy' } : { ok: true })
    next?.goUp()
    await vi.advanceTimersByTimeAsync(4000)
    // The same device waits by another connection: its own.
    old.tell('moved', { why: 'waits-elsewhere' })
    expect([wires.length, at(), link.snapshot().isQuiet]).toEqual([2, 'waiting', false])
    await expect.poll(() => old.isClosed).toBe(true)
    expect(next?.isClosed).toBe(false)
  })

  test('who is told of a room by a server that ends comes in by the other, and asks for no place', async () => {
    const old = await waiting()
    old.tell('moved', DRAINING)
    await vi.advanceTimersByTimeAsync(DRAINING.withinMs)
    old.tell('paired', { room: ROOM, seat: 'b', token: 'first' })
    wires[1]?.goUp()
    await vi.advanceTimersByTimeAsync(1000)
    expect([at(), old.isClosed]).toEqual(['meeting', true])
    expect(wires[1]?.asked.map(({ name }) => name)).toEqual(['enter'])
  })
})

describe('a stranger', () => {
  test('is met on the same connection, under the token that was told', async () => {
    await meeting()
    expect(asked('enter')[0]?.payload).toEqual({ room: ROOM, token: 'first', key: expect.any(String) })
    expect(wires).toHaveLength(1)
    expect(lastMet()).toMatchObject({ token: 'first', newest: 'newer', name: 'Ann', began: false })
    expect(otherSeat({ seat: 'b' })).toBe('a')
  })

  test('who says yes too: the connection goes on to the page of the room, and is not closed', async () => {
    const wire = await meeting()
    await link.accept()
    expect(asked('intent')[0]?.payload).toEqual({ do: 'ready', first: 'either' })
    wire.tell('view', viewWith({ kind: 'practice', stage: 'sitting', rev: 2 }))
    expect(link.snapshot().state).toEqual({ at: 'sitting', room: ROOM })
    expect(handed).toHaveLength(1)
    expect(handed[0]?.opened).toMatchObject({ secret: null, seated: { seat: 'b', token: 'newer', rev: 2 } })
    expect(wire.isClosed).toBe(false)
    link.end()
    expect(wire.isClosed).toBe(false)
    expect(lastMet()?.began).toBe(true)
  })

  test('who declines sends one back to waiting, on the connection that has the place', async () => {
    const wire = await meeting()
    wire.tell('view', view({ rev: 2, stage: 'closed', closed: { why: 'left' }, seats: seats() }))
    expect(link.snapshot().state).toEqual({ at: 'waiting', told: null, before: 'declined' })
    wire.tell('waiting', NUMBERS)
    expect(link.snapshot().state).toEqual({ at: 'waiting', told: NUMBERS, before: 'declined' })
    expect(asked('wait')).toHaveLength(1)
    expect(lastMet()).toBeNull()
  })

  test('who is silent sends back whoever had said yes; whoever had not has missed it', async () => {
    for (const ready of [true, false]) {
      const wire = await meeting()
      wire.tell('view', view({ rev: 2, stage: 'closed', closed: { why: 'expired' }, seats: seats({ b: ready }) }))
      expect(link.snapshot().state).toMatchObject(ready ? { at: 'waiting', before: 'silent' } : { at: 'missed' })
      expect(wire.isClosed).toBe(!ready)
      expect(asked('wait')).toHaveLength(1)
      link.end()
      wires = []
    }
  })

  /** The connection is lost and back, and with it comes what the room has become. */
  async function backTo(wire: FakeWire, then: RoomView) {
    const enters = asked('enter').length
    answers = name =>
      name === 'enter' ? { ok: true, seat: 'b', token: 'newest', rev: then.rev, view: then } : { ok: true }
    wire.goDown()
    wire.goUp()
    await expect.poll(() => asked('enter')).toHaveLength(enters + 1)
  }

  test.each(['expired', 'left'] as const)(
    'who was missed while the connection was lost (%s): the place is asked for, since no server may know of this connection',
    async why => {
      const wire = await meeting()
      await backTo(wire, view({ rev: 2, stage: 'closed', closed: { why }, seats: seats({ b: true }) }))
      await expect.poll(() => asked('wait')).toHaveLength(2)
      expect(link.snapshot().state).toMatchObject({ at: 'waiting', before: why === 'left' ? 'declined' : 'silent' })
      wire.tell('waiting', NUMBERS)
      wire.tell('paired', { room: 'n'.repeat(22), seat: 'a', token: 'next' })
      await expect.poll(() => asked('enter').at(-1)?.payload).toMatchObject({ token: 'next' })
    },
  )

  test('who says nothing after a lost connection, or a reload: the place is asked for as well', async () => {
    for (const isReload of [false, true]) {
      let wire = await meeting()
      if (isReload) {
        link.end()
        expect(link.comeBack(SEEKING)).toBe(true)
        await expect.poll(() => wires).toHaveLength(2)
        wire = last()
        wire.goUp()
        await expect.poll(() => at()).toBe('meeting')
      } else {
        await backTo(wire, view({ rev: 2, seats: seats({ b: true }) }))
      }
      const before = asked('wait').length
      wire.tell('view', view({ rev: 3, stage: 'closed', closed: { why: 'expired' }, seats: seats({ b: true }) }))
      await expect.poll(() => asked('wait')).toHaveLength(before + 1)
      expect(link.snapshot().state).toMatchObject({ at: 'waiting', before: 'silent' })
      link.end()
      wires = []
    }
  })

  test('is left with one press, and the farewell goes out before the connection does', async () => {
    const wire = await meeting()
    let answered = () => {}
    answers = () => new Promise(resolve => (answered = () => resolve({ ok: true })))
    link.decline()
    expect(at()).toBe('stepped-back')
    expect(asked('intent')[0]?.payload).toEqual({ do: 'leave' })
    expect(wire.isClosed).toBe(false)
    answered()
    await expect.poll(() => wire.isClosed).toBe(true)
  })

  test('is still there after a lost connection and after a reload, until the half minute is over', async () => {
    const wire = await meeting()
    wire.goDown()
    wire.goUp()
    await expect.poll(() => asked('enter')).toHaveLength(2)
    expect(asked('enter')[1]?.payload).toMatchObject({ token: 'newer' })
    link.end()

    expect(link.comeBack(SEEKING)).toBe(true)
    await expect.poll(() => wires).toHaveLength(2)
    last().goUp()
    await expect.poll(() => at()).toBe('meeting')
    expect(asked('wait')).toHaveLength(1)
    link.end()
    vi.setSystemTime(Date.now() + 30_001)
    expect(link.comeBack(SEEKING)).toBe(false)
  })

  test('whose room is gone is waited for no longer: the place is asked for again', async () => {
    const wire = await meeting()
    answers = name => (name === 'enter' ? { ok: false, code: 'gone' } : { ok: true })
    wire.goDown()
    wire.goUp()
    await expect.poll(() => asked('wait')).toHaveLength(2)
  })
})

describe('once more with the same person', () => {
  const earlier = (): Met => ({
    room: 'e'.repeat(22),
    seat: 'b',
    token: 'earlier',
    newest: 'earlier-2',
    name: 'Ann',
    at: Date.now(),
    began: true,
  })

  /** Both would like to, and see each other again. */
  async function meetingAgain(met: Met): Promise<FakeWire> {
    rememberMet(met)
    link.meetAgain(met)
    await expect.poll(() => wires).toHaveLength(1)
    last().goUp()
    await expect.poll(() => asked('meet')).toHaveLength(1)
    last().tell('paired', { room: ROOM, seat: 'a', token: 'first' })
    await expect.poll(() => at()).toBe('meeting')
    return last()
  }

  test('asks with the token of their meeting, and shows no numbers', async () => {
    const met = earlier()
    link.meetAgain(met)
    await expect.poll(() => wires).toHaveLength(1)
    last().goUp()
    await expect.poll(() => asked('meet')).toHaveLength(1)
    expect(asked('meet')[0]?.payload).toEqual({ room: met.room, token: 'earlier' })
    last().tell('waiting', NUMBERS)
    expect(at()).toBe('hoping')
  })

  test('which does not come about leaves the earlier meeting, of which something can still be said', async () => {
    const met = earlier()
    await meetingAgain(met)
    // A page that is loaded now is about the earlier one too.
    expect([lastMet()?.token, lastSat()]).toEqual(['first', met])
    link.decline()
    expect([lastMet(), lastSat()]).toEqual([met, met])
    wires = []
    const wire = await meetingAgain(met)
    wire.tell('view', view({ you: 'a', rev: 2, stage: 'closed', closed: { why: 'expired' }, seats: seats() }))
    expect(at()).toBe('missed')
    expect(lastMet()).toEqual(met)
    vi.setSystemTime(met.at + 12 * 3600_000 + 1)
    expect([lastMet(), lastSat()]).toEqual([null, null])
  })

  test('which begins is the one that is remembered, and no other', async () => {
    const wire = await meetingAgain(earlier())
    wire.tell('view', viewWith({ kind: 'practice', stage: 'sitting', rev: 2, you: 'a' }))
    expect(at()).toBe('sitting')
    expect([lastMet()?.token, lastSat()?.token]).toEqual(['first', 'first'])
    link.decline()
    expect(lastMet()).toBeNull()
  })
})
