// Does a page that goes over to another process always have one that serves it, and never two that do the same?
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { createMovingWire, type MovingWire } from './moving-wire.ts'

const DRAINING = { why: 'draining', withinMs: 8000 } as const

let wires: FakeWire[]
let wire: MovingWire
let answers: FakeWire['answer']
let lines: boolean[]
let told: string[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  wires = []
  lines = []
  told = []
  answers = () => ({ ok: true })
  wire = createMovingWire(() => {
    const one = fakeWire((name, payload) => answers(name, payload))
    wires.push(one)
    return one
  })
  wire.onLine(isUp => void lines.push(isUp))
  wire.on('said', ({ text }) => void told.push(`${text}`))
  wire.on('moved', ({ why }) => void told.push(why))
})
afterEach(() => {
  wire.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const at = (n: number) => wires[n] as FakeWire
const asked = (n: number) => at(n).asked.map(({ name }) => name)

/** Somewhere, and told that it ends there; the next is being dialled. */
async function moving(): Promise<void> {
  at(0).goUp()
  await wire.ask('watch', { code: 'c' })
  at(0).tell('moved', DRAINING)
  await vi.advanceTimersByTimeAsync(DRAINING.withinMs / 4)
  expect(wires).toHaveLength(2)
}

describe('while the next is on its way', () => {
  test('the one before goes on to tell, and does what it is asked', async () => {
    await moving()
    at(0).tell('said', { text: 'Hold on.', at: 1 })
    await wire.ask('clock')
    expect([told, asked(0), asked(1), at(0).isClosed, wire.isUp()]).toEqual([
      ['Hold on.'],
      ['watch', 'clock'],
      [],
      false,
      true,
    ])
    expect(lines).toEqual([true])
  })

  test('it is let go when the next has answered who comes, a moment later, for answers that are on their way', async () => {
    await moving()
    at(1).goUp()
    expect(lines).toEqual([true, true])
    await wire.ask('clock')
    expect([asked(0), asked(1)]).toEqual([['watch', 'clock'], []])
    await wire.ask('watch', { code: 'c' })
    at(0).tell('said', { text: 'Twice?', at: 1 })
    at(1).tell('said', { text: 'Once.', at: 1 })
    await wire.ask('clock')
    expect([asked(1), told, at(0).isClosed]).toEqual([['watch', 'clock'], ['Once.'], false])
    await vi.advanceTimersByTimeAsync(500)
    expect([at(0).isClosed, at(1).isClosed]).toEqual([true, false])
  })

  test('a next one that is lost again is none, as long as the one before stands', async () => {
    await moving()
    at(1).goUp()
    at(1).goDown()
    expect([lines, wire.isUp(), at(0).isClosed]).toEqual([[true, true], true, false])
    at(0).goDown()
    expect([lines, wire.isUp(), at(0).isClosed, at(1).redials]).toEqual([[true, true, false], false, true, 1])
  })

  test('nobody comes by the one before, which takes nobody', async () => {
    await moving()
    expect(await wire.ask('join', { code: 'c', name: 'Maya' })).toMatchObject({ code: 'no-answer' })
    expect(asked(0)).toEqual(['watch'])
  })

  test('a next one that ends as well is left for a third', async () => {
    await moving()
    at(1).goUp()
    at(1).tell('moved', DRAINING)
    await vi.advanceTimersByTimeAsync(DRAINING.withinMs / 4)
    expect([wires.length, at(0).isClosed, at(1).isClosed]).toEqual([3, false, true])
    answers = () => ({ ok: false, code: 'draining' })
    at(2).goUp()
    await wire.ask('watch', { code: 'c' })
    await vi.advanceTimersByTimeAsync(0)
    expect([wires.length, at(0).isClosed, at(2).isClosed]).toEqual([4, false, true])
  })

  test('that this page has come elsewhere is told to nobody by the one before', async () => {
    await moving()
    at(0).tell('moved', { why: 'waits-elsewhere' })
    expect(told).toEqual([])
    at(1).tell('moved', { why: 'other-tab' })
    expect(told).toEqual(['other-tab'])
  })

  test('nothing is left when the page goes, and one when it is handed on', async () => {
    await moving()
    wire.close()
    expect(wires.map(({ isClosed }) => isClosed)).toEqual([true, true])
  })

  test('the one that stands is handed on', async () => {
    await moving()
    at(1).goUp()
    expect(wire.release()).toBe(at(0))
    at(0).tell('said', { text: 'To another page.', at: 1 })
    expect([told, at(0).isClosed, at(1).isClosed]).toEqual([[], false, true])
  })
})

test('a hall goes one after the other within the time that there is', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  at(0).goUp()
  at(0).tell('moved', DRAINING)
  at(0).tell('moved', DRAINING)
  await vi.advanceTimersByTimeAsync(DRAINING.withinMs / 8 - 1)
  expect(wires).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(wires).toHaveLength(2)
})

test('one that is lost before its time is dialled again as ever', async () => {
  at(0).goUp()
  at(0).tell('moved', DRAINING)
  at(0).goDown()
  await vi.advanceTimersByTimeAsync(DRAINING.withinMs)
  expect([wires.length, lines]).toEqual([1, [true, false]])
})
