import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { writeNote } from './notes.ts'
import { keyOf, rememberSeat } from './seat-memory.ts'
import { sweepDevice } from './sweep-device.ts'

const DAY_MS = 24 * 3600_000
const [OLD, NEW] = ['o'.repeat(22), 'n'.repeat(22)]

let page: FakePage
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
  page = fakePage()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a picture that was written for a room nobody came back to is gone after a day', () => {
  writeNote(OLD, 'b', 'that you are cold')
  rememberSeat(OLD, 'b', 'token')
  sweepDevice(undefined, Date.now() + DAY_MS)
  expect([...page.device.keys()]).toHaveLength(2)
  sweepDevice(undefined, Date.now() + DAY_MS + 1)
  expect([...page.device.keys(), ...page.tab.keys()]).toEqual([])
})

test('a room counts from the last that was written in it, and the one that is open is left alone', () => {
  rememberSeat(OLD, 'b', 'token')
  vi.setSystemTime(Date.now() + DAY_MS)
  writeNote(OLD, 'b', 'that you are cold')
  writeNote(NEW, 'a', 'that you are late')
  sweepDevice(NEW, Date.now() + 1)
  expect([...page.device.keys()]).toContain(keyOf(OLD, 'seat', 'b'))
  sweepDevice(NEW, Date.now() + DAY_MS + 1)
  expect([...page.device.keys()]).toEqual([keyOf(NEW, 'note', 'a')])
})

test('choices that belong to no room stay', () => {
  page.device.set('clearing.settings', '{}')
  sweepDevice(undefined, Date.now() + 100 * DAY_MS)
  expect([...page.device.keys()]).toEqual(['clearing.settings'])
})
