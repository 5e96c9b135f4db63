import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { type Closeness, NO_ANSWER, readCloseness, writeCloseness } from './closeness.ts'
import { forgetSeat, rememberSeat } from './seat-memory.ts'
import { forgetRoom, sweepDevice } from './sweep-device.ts'

const ROOM = 'r'.repeat(22)
const BOTH: Closeness = { before: 2, after: 6 }

let page: FakePage
beforeEach(() => {
  page = fakePage()
})
afterEach(() => vi.unstubAllGlobals())

test('what was chosen is read again by the same seat, and by no other seat or room', () => {
  writeCloseness(ROOM, 'b', BOTH)
  expect(readCloseness(ROOM, 'b')).toEqual(BOTH)
  expect(readCloseness(ROOM, 'a')).toEqual(NO_ANSWER)
  expect(readCloseness('s'.repeat(22), 'b')).toEqual(NO_ANSWER)
})

test('it leaves the device with its seat, with its room, after a day, and when nothing is chosen any more', () => {
  const ways = [
    () => forgetSeat(ROOM, 'b'),
    () => forgetRoom(ROOM),
    () => sweepDevice(undefined, Date.now() + 25 * 3600_000),
    () => writeCloseness(ROOM, 'b', NO_ANSWER),
  ]
  for (const goes of ways) {
    writeCloseness(ROOM, 'b', BOTH)
    expect(page.device.size).toBe(1)
    goes()
    expect([...page.device.keys(), ...page.tab.keys()]).toEqual([])
  }
})

test('the seat of somebody else on this device keeps its own', () => {
  rememberSeat(ROOM, 'a', 'token')
  rememberSeat(ROOM, 'b', 'token')
  writeCloseness(ROOM, 'a', { before: 3, after: null })
  writeCloseness(ROOM, 'b', BOTH)
  forgetSeat(ROOM, 'b')
  expect(readCloseness(ROOM, 'a')).toEqual({ before: 3, after: null })
  expect(readCloseness(ROOM, 'b')).toEqual(NO_ANSWER)
})

test('what is no step of the seven is no answer', () => {
  for (const odd of [0, 8, 2.5, '3', null, [3]]) {
    writeCloseness(ROOM, 'b', BOTH)
    for (const key of page.device.keys()) page.device.set(key, JSON.stringify({ before: odd, after: 7 }))
    expect(readCloseness(ROOM, 'b')).toEqual({ before: null, after: 7 })
  }
})
