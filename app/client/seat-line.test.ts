import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { makeSeatLine } from './seat-line.ts'
import { fakePage } from './testing/fake-page.ts'
import { type FakeWire, fakeWire } from './testing/fake-wire.ts'
import { viewWith } from './testing/view-with.ts'

const SEATED = { ok: true, seat: 'b', token: 't', rev: 1, view: viewWith() }
const LOST = { ok: false, code: 'no-answer' }

let wires: FakeWire[]
let knocks: number
let answers: FakeWire['answer']

function newcomer(key: string | null = 'key') {
  const line = makeSeatLine({
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
    otherTab: () => {},
    changed: () => {},
  })
  line.start(null)
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
  answers = () => SEATED
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a seat whose answer was lost', () => {
  test('is asked for again with the same name and key', async () => {
    const { line } = newcomer()
    let times = 0
    answers = () => (++times === 1 ? LOST : SEATED)
    const sat = line.sitDown('Jonah')
    await vi.advanceTimersByTimeAsync(2000)
    expect(await sat).toEqual(SEATED)
    const ask = { room: 'room', name: 'Jonah', key: 'key' }
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

  test('is asked for three times at most, and once by whom nobody could tell apart', async () => {
    answers = () => LOST
    const known = newcomer().line.sitDown('Jonah')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await known).toEqual(LOST)
    expect(entered()).toHaveLength(3)
    wires = []
    expect(await newcomer(null).line.sitDown('Jonah')).toEqual(LOST)
    expect(entered()).toHaveLength(1)
  })

  test('that was refused is not asked for again', async () => {
    answers = () => ({ ok: false, code: 'full' })
    expect(await newcomer().line.sitDown('Jonah')).toEqual({ ok: false, code: 'full' })
    expect(entered()).toHaveLength(1)
  })
})

test('a connection that came with its seat is dialled again where the other of the room dials too', () => {
  const line = makeSeatLine({
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
