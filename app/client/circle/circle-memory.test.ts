import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sweepDevice } from '../device/sweep-device.ts'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import {
  circleOf,
  forgetCircle,
  forgetSat,
  rememberCircle,
  rememberedCircle,
  rememberedSat,
  rememberSat,
} from './circle-memory.ts'

const HOUR = 3600_000
let page: FakePage

beforeEach(() => {
  page = fakePage('')
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('a person is who they were, on this device, and each circle has its own', () => {
  expect(rememberedCircle('K7M4QX2P')).toBeNull()
  rememberCircle('K7M4QX2P', { token: 'one', room: null })
  rememberCircle('BCDFGHJK', { token: 'two', room: 'r2' })
  expect(rememberedCircle('K7M4QX2P')).toEqual({ token: 'one', room: null })
  expect(rememberedCircle('BCDFGHJK')).toEqual({ token: 'two', room: 'r2' })
  expect(page.tab.size).toBe(0)
})

test('a room is known by the circle that seated them in it, and by no earlier one', () => {
  rememberCircle('K7M4QX2P', { token: 'one', room: 'r1' })
  expect(circleOf('r1')).toBe('K7M4QX2P')
  rememberCircle('K7M4QX2P', { token: 'one', room: 'r2' })
  expect([circleOf('r1'), circleOf('r2')]).toEqual([null, 'K7M4QX2P'])
})

test('what nobody touched for two days goes with the next sweep; what was touched stays', () => {
  rememberCircle('BCDFGHJK', { token: 'old', room: null }, 0)
  rememberCircle('QRSTVWXY', { token: 'newer', room: null }, HOUR)
  sweepDevice(undefined, 48 * HOUR + 1)
  expect(rememberedCircle('BCDFGHJK')).toBeNull()
  expect(rememberedCircle('QRSTVWXY')).not.toBeNull()
})

test('what may be given of a round is in the tab alone, and nothing else than steps is taken for steps', () => {
  rememberSat('K7M4QX2P', { round: 2, before: 3, after: null, line: 'Mine' })
  expect(page.device.size).toBe(0)
  expect(rememberedSat('K7M4QX2P')).toEqual({ round: 2, before: 3, after: null, line: 'Mine' })
  page.tab.set('clearing.sat.K7M4QX2P', JSON.stringify({ round: 2, before: 9, after: '3', line: 7 }))
  expect(rememberedSat('K7M4QX2P')).toEqual({ round: 2, before: null, after: null, line: null })
  forgetSat('K7M4QX2P')
  expect(rememberedSat('K7M4QX2P')).toBeNull()
})

test('leaving a circle leaves nothing of it behind', () => {
  rememberCircle('K7M4QX2P', { token: 'one', room: 'r1' })
  rememberSat('K7M4QX2P', { round: 1, before: null, after: 5, line: null })
  forgetCircle('K7M4QX2P')
  expect([page.device.size, page.tab.size, circleOf('r1')]).toEqual([0, 0, null])
})

test('what somebody else has written there is nothing', () => {
  page.device.set('clearing.circle.K7M4QX2P', '"a word"')
  expect(rememberedCircle('K7M4QX2P')).toBeNull()
  page.device.set('clearing.circle.K7M4QX2P', '{"token":3}')
  expect(rememberedCircle('K7M4QX2P')).toBeNull()
})
