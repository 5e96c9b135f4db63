import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { viewWith } from '../testing/view-with.ts'
import { createSeatLine } from './seat-line.ts'

const SEATED = { ok: true, seat: 'b', token: 't', rev: 1, view: viewWith() }
const LOST = { ok: false, code: 'no-answer' }

let wires: FakeWire[]
let knocks: number
let otherTabs: number
let shown: string[]
let answers: FakeWire['answer']

function newcomer(key: string | null = 'key', token: string | null = null) {
  const line = createSeatLine({
    room: 'room',
    dial: () => {
      const wire = fakeWire((name, payload) => (name === 'clock' ? { ok: true, now: 1 } : answers(name, payload)))
      wires.push(wire)
      return wire
    },
    entering: () => (key ? { key } : {}),
    seated: () => {},
    knocked: () => {
      knocks += 1
    },
    told: { words: () => {}, again: () => {}, replay: () => {}, signal: () => {}, view: () => {} },
    refused: () => {},
    otherTab: () => {
      otherTabs += 1
    },
    changed: () => void shown.push(`${line.link()} ${line.why()}`),
  })
  line.start(token)
  const [wire] = wires
  wire?.goUp()
  return { line, wire }
}

const entered = () => wires.flatMap(({ asked }) => asked.filter(({ name }) => name === 'enter')).map(one => one.payload)

beforeEach(() => {
  vi.useFakeTimers()
  fakePage()
  wires = []
  knocks = 0
  otherTabs = 0
  shown = []
  answers = () => SEATED
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('whoever reads an invitation at a process that is to end sits down at another one', async () => {
  const { line, wire } = newcomer()
  wire?.tell('moved', { why: 'draining', withinMs: 8000 })
  expect([wire?.redials, wires.length]).toEqual([1, 1])
  wire?.goDown()
  wire?.goUp()
  expect(knocks).toBe(2)
  await line.sitDown('Jonah')
  wire?.tell('moved', { why: 'draining', withinMs: 8000 })
  expect([wire?.redials, wires.length]).toEqual([1, 2])
  line.hangUp()
})

describe('a seat whose answer was lost', () => {
  test('is asked for again in the same attempt', async () => {
    const { line } = newcomer()
    let times = 0
    answers = () => (++times === 1 ? LOST : SEATED)
    const sat = line.sitDown('Jonah')
    await vi.advanceTimersByTimeAsync(2000)
    expect(await sat).toEqual(SEATED)
    const [ask] = entered()
    expect(ask).toEqual({ room: 'room', name: 'Jonah', key: 'key', attempt: expect.stringMatching(/^[\w-]{22}$/) })
    expect(entered()).toEqual([ask, ask])
    expect(line.isLive()).toBe(true)
    line.hangUp()
  })

  test('is asked for again on the next connection, and nobody knocks meanwhile', async () => {
    const { line, wire } = newcomer()
    expect(knocks).toBe(1)
    answers = () => {
      wire?.goDown()
      answers = () => SEATED
      return LOST
    }
    const sat = line.sitDown('Jonah')
    await vi.advanceTimersByTimeAsync(4000)
    wire?.goUp()
    expect(await sat).toEqual(SEATED)
    expect(knocks).toBe(1)
    line.hangUp()
  })

  test('is asked for three times at most, and by another page in an attempt of its own', async () => {
    answers = () => LOST
    const attempts: unknown[] = []
    for (const key of ['key', null] as const) {
      wires = []
      const sat = newcomer(key).line.sitDown('Jonah')
      await vi.advanceTimersByTimeAsync(20_000)
      expect(await sat).toEqual(LOST)
      attempts.push(...entered().map(ask => (ask as { attempt?: string }).attempt))
    }
    expect(attempts).toHaveLength(6)
    expect(new Set(attempts).size).toBe(2)
  })

  test('that was refused is not asked for again', async () => {
    answers = () => ({ ok: false, code: 'full' })
    expect(await newcomer().line.sitDown('Jonah')).toEqual({ ok: false, code: 'full' })
    expect(entered()).toHaveLength(1)
  })
})

test('a connection that came with its seat is dialled again where the other of the room dials too', () => {
  const line = createSeatLine({
    ...{
      room: 'Zx-42',
      entering: () => ({}),
      seated: () => {},
      knocked: () => {},
      refused: () => {},
      otherTab: () => {},
    },
    told: { words: () => {}, again: () => {}, replay: () => {}, signal: () => {}, view: () => {} },
    changed: () => {},
  })
  const wire = fakeWire(() => LOST)
  line.adopt(wire, { seat: 'b', token: 't', rev: 1, view: viewWith() })
  expect(wire.nears).toEqual(['Zx'])
  line.hangUp()
})

describe('a seat that another connection holds now', () => {
  /** Comes back to a seat; `unanswered`: how often that is asked before it is answered. */
  async function returned(unanswered: number) {
    let times = 0
    answers = name => (name === 'enter' && ++times <= unanswered ? LOST : SEATED)
    const { line, wire } = newcomer(null, 'token')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(line.isLive()).toBe(true)
    const move = async () => {
      wire?.tell('moved', { why: 'other-tab' })
      await vi.advanceTimersByTimeAsync(0)
    }
    return { line, move }
  }

  test('is another tab’s, where every ask of this page for it was answered', async () => {
    const { line, move } = await returned(0)
    await move()
    expect(otherTabs).toBe(1)
    expect(entered()).toHaveLength(1)
    line.hangUp()
  })

  test('is asked for again, with the newest token, once for each ask of this page that was never answered', async () => {
    const { line, move } = await returned(2)
    await move()
    await move()
    expect(otherTabs).toBe(0)
    expect(entered().map(payload => (payload as { token: string }).token)).toEqual([
      'token',
      'token',
      'token',
      't',
      't',
    ])
    expect(line.isLive()).toBe(true)
    await move()
    expect(otherTabs).toBe(1)
    line.hangUp()
  })

  test('is another tab’s, however it was when this page came in, a while after', async () => {
    const { line, move } = await returned(1)
    await vi.advanceTimersByTimeAsync(60_000)
    await move()
    expect(otherTabs).toBe(1)
    line.hangUp()
  })
})

describe('somebody who has no seat yet', () => {
  const PEEKED = { ok: true, host: 'Maya', free: 1 }

  test('reads what they are invited to for as long as they like, and of no trouble', async () => {
    answers = () => PEEKED
    const { line } = newcomer()
    expect(await line.knock()).toEqual(PEEKED)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shown).toEqual(['live unreachable'])
    line.hangUp()
  })

  test('is told that their connection is quiet when it is, and no longer once they are answered again', async () => {
    answers = () => PEEKED
    const { line, wire } = newcomer()
    await line.knock()
    wire?.goDown()
    expect(await line.knock()).toBeNull()
    await vi.advanceTimersByTimeAsync(2999)
    expect(line.link()).toBe('live')
    await vi.advanceTimersByTimeAsync(1)
    expect(line.link()).toBe('quiet')
    wire?.goUp()
    expect(knocks).toBe(2)
    await line.knock()
    expect(line.link()).toBe('live')
    line.hangUp()
  })

  test('is told why nobody answers them, and when the reason is another', async () => {
    answers = () => ({ ok: false, code: 'store-down' })
    const { line } = newcomer()
    await line.knock()
    await vi.advanceTimersByTimeAsync(3000)
    answers = () => LOST
    expect(await line.knock()).toEqual(LOST)
    expect(shown).toEqual(['quiet store-down', 'quiet unreachable'])
    line.hangUp()
  })

  test('is told of no quiet connection where the answer is that there is no such room', async () => {
    answers = () => ({ ok: false, code: 'gone' })
    const { line } = newcomer()
    await line.knock()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shown).toEqual(['live unreachable'])
    line.hangUp()
  })
})

test('whoever waits for the seat in vain is answered in time, and forgotten', async () => {
  const { line } = newcomer()
  const waited = line.whenLive(1000)
  const longer = line.whenLive(60_000)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await waited).toBe(false)
  line.sitDown('Jonah')
  await vi.advanceTimersByTimeAsync(0)
  expect(await longer).toBe(true)
  line.hangUp()
  expect(vi.getTimerCount()).toBe(0)
})
