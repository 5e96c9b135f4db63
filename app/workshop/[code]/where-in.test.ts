import { expect, test } from 'vitest'
import { circleView } from '../../client/testing/circle-view.ts'
import { whereIn } from './where-in.ts'

const clock = { phases: [], startedAt: 0, stoppedAt: null, endsAt: 1 }
const ROOM = 'r'.repeat(22)
const place = { at: 'room', room: ROOM, seat: 'a' } as const

test('before, between and behind the rounds, whatever place somebody had', () => {
  expect(whereIn(circleView(), null, 0)).toBe('gathering')
  expect(whereIn(circleView({ round: 1, place }), null, 0)).toBe('between')
  expect(whereIn(circleView({ round: 1, stage: 'running', clock: null, place }), null, 0)).toBe('between')
  expect(whereIn(circleView({ round: 3 }), null, 0)).toBe('last')
  expect(whereIn(circleView({ round: 3, rounds: 0 }), null, 0)).toBe('between')
  expect(whereIn(circleView({ stage: 'closed', place }), null, 0)).toBe('closed')
})

test('a round is over when its time is, before anybody has told; one that is stopped is not', () => {
  const running = { stage: 'running', round: 1, place } as const
  expect(whereIn(circleView({ ...running, clock }), null, 1)).toBe('between')
  expect(whereIn(circleView({ ...running, clock: { ...clock, stoppedAt: 0 } }), null, 1)).toBe('room')
})

test('in a round: where they sit, and nowhere for somebody who came late', () => {
  const paired = { stage: 'paired', round: 1 } as const
  expect(whereIn(circleView({ ...paired, place }), null, 0)).toBe('room')
  expect(whereIn(circleView({ ...paired, stage: 'running', clock, place }), null, 0)).toBe('room')
  for (const at of ['facilitator', 'rest', 'waiting'] as const) {
    expect(whereIn(circleView({ ...paired, place: { at } }), null, 0)).toBe(at)
  }
  expect(whereIn(circleView(paired), null, 0)).toBe('waiting')
})

test('a room that is over is not gone back to', () => {
  expect(whereIn(circleView({ stage: 'running', clock, round: 1, place }), ROOM, 0)).toBe('between')
  expect(whereIn(circleView({ stage: 'running', clock, round: 1, place }), 'another', 0)).toBe('room')
})
