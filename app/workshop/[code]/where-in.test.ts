import { expect, test } from 'vitest'
import { circleView } from '../../client/testing/circle-view.ts'
import { overAt, whereIn } from './where-in.ts'

const clock = { phases: [], startedAt: 0, stoppedAt: null, endsAt: 1 }
const ROOM = 'r'.repeat(22)
const place = { at: 'room', room: ROOM, seat: 'a' } as const

test('before, between and behind the rounds, whatever place somebody had', () => {
  expect(whereIn(circleView(), null, false)).toBe('gathering')
  expect(whereIn(circleView({ round: 1, place }), null, false)).toBe('between')
  expect(whereIn(circleView({ round: 1, stage: 'running', clock: null, place }), null, false)).toBe('between')
  expect(whereIn(circleView({ round: 3 }), null, false)).toBe('last')
  expect(whereIn(circleView({ round: 3, rounds: 0 }), null, false)).toBe('between')
  expect(whereIn(circleView({ stage: 'closed', place }), null, false)).toBe('closed')
})

test('a round is over when its time is, before anybody has told; one that is stopped is not', () => {
  const running = circleView({ stage: 'running', round: 1, place, clock })
  const stopped = circleView({ ...running, clock: { ...clock, stoppedAt: 0 } })
  expect([overAt(running), overAt(stopped), overAt(circleView())]).toEqual([1, null, null])
  const calledBack = (backBy: number) => [running, stopped].map(view => overAt({ ...view, backBy }))
  expect([calledBack(0), calledBack(5)]).toEqual([
    [0, 0],
    [1, 5],
  ])
  expect(whereIn(running, null, true)).toBe('between')
  expect(whereIn(stopped, null, false)).toBe('room')
})

test('in a round: where they sit, and nowhere for somebody who came late', () => {
  const paired = { stage: 'paired', round: 1 } as const
  expect(whereIn(circleView({ ...paired, place }), null, false)).toBe('room')
  expect(whereIn(circleView({ ...paired, stage: 'running', clock, place }), null, false)).toBe('room')
  for (const at of ['facilitator', 'rest', 'waiting'] as const) {
    expect(whereIn(circleView({ ...paired, place: { at } }), null, false)).toBe(at)
  }
  expect(whereIn(circleView(paired), null, false)).toBe('waiting')
})

test('a room that is over is not gone back to', () => {
  expect(whereIn(circleView({ stage: 'running', clock, round: 1, place }), ROOM, false)).toBe('between')
  expect(whereIn(circleView({ stage: 'running', clock, round: 1, place }), 'another', false)).toBe('room')
})
