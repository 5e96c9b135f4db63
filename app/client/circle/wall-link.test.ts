// Does a wall show what its circle is, and keep showing it while the line is lost?
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { circleView } from '../testing/circle-view.ts'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { type FakeWire, fakeWire } from '../testing/fake-wire.ts'
import { watchWall } from './wall-link.ts'
import { NOTHING, type WallSnapshot } from './wall-state.ts'
import { roundLeft } from './wall-time.ts'

const { you: _, place: __, ...FACE } = circleView()
let wire: FakeWire
let answer: () => { ok: boolean; [field: string]: unknown }
let now: WallSnapshot
let stop: () => void
let page: FakePage
const watched = () => wire.asked.filter(({ name }) => name === 'watch')

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  page = fakePage('')
  now = NOTHING
  answer = () => ({ ok: true, face: FACE, lines: [] })
  wire = fakeWire(name => (name === 'clock' ? { ok: true, now: 1_000_000 } : answer()))
  stop = watchWall({
    code: 'K7M4QX2P',
    dial: () => wire,
    changed: next => {
      now = next
    },
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('it asks for the face alone, again after each loss, and shows only what is newer', async () => {
  wire.goUp()
  await expect.poll(() => now.face?.here).toBe(14)
  wire.tell('face', { ...FACE, rev: 3, here: 20 })
  wire.tell('face', { ...FACE, rev: 2, here: 19 })
  expect(now.face?.here).toBe(20)
  wire.goDown()
  await vi.advanceTimersByTimeAsync(5000)
  expect([now.isQuiet, now.face?.here]).toEqual([true, 20])
  wire.goUp()
  await expect.poll(() => watched()).toHaveLength(2)
  expect(now.isQuiet).toBe(false)
  expect(wire.asked.map(({ name }) => name).filter(name => name !== 'clock')).toEqual(['watch', 'watch'])
})

test('a projector that has slept asks whether its connection still lives, and dials anew when there is no answer', async () => {
  wire.goUp()
  await expect.poll(() => now.face?.here).toBe(14)
  page.tell('resume')
  await vi.advanceTimersByTimeAsync(1500)
  expect(wire.redials).toBe(0)
  wire.answer = () => new Promise(() => {})
  page.tell('resume')
  await vi.advanceTimersByTimeAsync(1500)
  expect(wire.redials).toBe(1)
})

test('a code that no circle has is said, and looked for again in a while', async () => {
  answer = () => ({ ok: false, code: 'gone' })
  wire.goUp()
  await expect.poll(() => now.isUnknown).toBe(true)
  answer = () => ({ ok: true, face: FACE, lines: [] })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(now).toMatchObject({ isUnknown: false, face: { title: 'Tuesday circle' } })
})

test('a round clears from its beginning to its end, and stands still while it is stopped', () => {
  const clock = {
    phases: [
      { kind: 'meet', ms: 60_000 },
      { kind: 'speak', ms: 40_000 },
    ],
    startedAt: 1000,
    endsAt: 101_000,
  }
  const left = (at: number, stoppedAt: number | null = null, held = 0) =>
    roundLeft({ ...clock, endsAt: clock.endsAt + held, stoppedAt } as Parameters<typeof roundLeft>[0], at)
  expect([left(1000), left(51_000), left(101_000), left(200_000), left(0)]).toEqual([1, 0.5, 0, 0, 1])
  expect([left(51_000, 51_000), left(91_000, 51_000)]).toEqual([0.5, 0.5])
  // What it stood still for is given back at the end.
  expect(left(91_000, null, 40_000)).toBe(0.5)
})
