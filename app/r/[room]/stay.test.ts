import { expect, test } from 'vitest'
import type { RoomState } from '../../client/line/room-state.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'
import { viewWith } from '../../client/testing/view-with.ts'
import { stayMs } from './stay.ts'

const aboard = (isElsewhere: boolean): RoomHook['circle'] => ({
  code: 'K7M4QX2P',
  view: null,
  said: null,
  isElsewhere,
  isBehind: false,
  goBack: () => {},
  stays: false,
  stay: () => {},
})
const sitting = viewWith({ kind: 'workshop' })
const closed = viewWith({ kind: 'workshop', stage: 'closed', closed: { why: 'complete' } })
const stay = (state: RoomState, view: RoomHook['view'], circle: RoomHook['circle']) => stayMs({ state, view, circle })

test('a room of friends leads nobody anywhere', () => {
  expect(stay({ at: 'in', view: closed }, closed, null)).toBeNull()
  expect(stay({ at: 'left' }, closed, null)).toBeNull()
  expect(stay({ at: 'refused', code: 'gone' }, null, null)).toBeNull()
})

test('a workshop’s room leads back when it is over, left or gone, and not before', () => {
  expect(stay({ at: 'in', view: sitting }, sitting, aboard(false))).toBeNull()
  expect(stay({ at: 'knocking' }, null, aboard(false))).toBeNull()
  expect(stay({ at: 'other-tab' }, sitting, aboard(false))).toBeNull()
  const stays = [
    stay({ at: 'in', view: closed }, closed, aboard(false)),
    stay({ at: 'left' }, sitting, aboard(false)),
    stay({ at: 'refused', code: 'gone' }, null, aboard(false)),
  ]
  for (const ms of stays) expect(ms).toBeLessThanOrEqual(15_000)
  expect(stays).not.toContain(null)
})

test('whoever was seated elsewhere goes there at once, from a room that is over and from one that is not', () => {
  for (const view of [sitting, closed]) expect(stay({ at: 'in', view }, view, aboard(true))).toBeLessThan(1000)
})

test('whoever stays to read on is led back by their next room alone', () => {
  const staying = (isElsewhere: boolean) => ({ ...aboard(isElsewhere), stays: true }) as RoomHook['circle']
  expect(stay({ at: 'in', view: closed }, closed, staying(false))).toBeNull()
  expect(stay({ at: 'in', view: closed }, closed, staying(true))).toBeLessThan(1000)
  expect(stay({ at: 'refused', code: 'gone' }, null, staying(false))).not.toBeNull()
})

test('whoever has gone back is led nowhere once more', () => {
  const circle = { ...aboard(true), isBehind: true } as RoomHook['circle']
  expect(stay({ at: 'in', view: closed }, closed, circle)).toBeNull()
})
