import { describe, expect, test } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomState } from '../line/room-state.ts'
import type { Link } from '../line/seat-line-ports.ts'
import { viewWith } from '../testing/view-with.ts'
import { bellPlan, bellRings, bellsHere, isCalled, stillDue } from './bell-plan.ts'

const AT = 1_000_000

function running(ms: number | null, floor: 'a' | 'none', n = 2): RoomView {
  const isTurn = floor !== 'none'
  return viewWith({
    phase: {
      n,
      kind: isTurn ? 'speak' : 'settle',
      floor,
      startedAt: AT,
      bellAt: isTurn && ms !== null ? AT + ms : null,
      endsAt: ms === null ? null : AT + ms + (isTurn ? 7000 : 0),
      on: [],
    },
  })
}

const kinds = (view: RoomView, warnMs: number | null) => bellPlan(view, warnMs).map(({ kind, at }) => [kind, at - AT])

describe('the bells of a phase', () => {
  test('a turn has a half-bell as long before its bell as this person chose, and a full bell', () => {
    expect(kinds(running(300_000, 'a'), 30_000)).toEqual([
      ['half', 270_000],
      ['full', 300_000],
    ])
    expect(kinds(running(300_000, 'a'), 15_000)[0]).toEqual(['half', 285_000])
  })

  test('without a wish for it, or in a turn less than twice as long, there is no half-bell', () => {
    expect(kinds(running(300_000, 'a'), null)).toEqual([['full', 300_000]])
    expect(kinds(running(59_999, 'a'), 30_000)).toEqual([['full', 59_999]])
    expect(kinds(running(60_000, 'a'), 30_000)).toHaveLength(2)
  })

  test('a quiet phase ends with a half-bell', () => {
    expect(kinds(running(30_000, 'none'), 30_000)).toEqual([['half', 30_000]])
  })

  test('nothing rings without a clock, while it is held, before the sitting and after it', () => {
    expect(bellPlan(running(null, 'a'), 30_000)).toEqual([])
    const held = { why: 'asked', since: AT, leftMs: 1, resume: [], offerEnd: false } as const
    expect(bellPlan({ ...running(300_000, 'a'), held: { ...held, resume: [] } }, 30_000)).toEqual([])
    expect(bellPlan(viewWith({ stage: 'gathering', phase: null }), 30_000)).toEqual([])
    expect(bellPlan({ ...running(300_000, 'a'), stage: 'closed' }, 30_000)).toEqual([])
  })

  test('the same bell has the same id in every view, and a minute more makes it another bell', () => {
    const [first] = bellPlan(running(300_000, 'a'), null)
    expect(bellPlan({ ...running(300_000, 'a'), rev: 99, now: AT + 5 }, null)[0]?.id).toBe(first?.id)
    expect(bellPlan(running(360_000, 'a'), null)[0]?.id).not.toBe(first?.id)
  })
})

describe('a bell that is armed when the view of the next phase comes', () => {
  const armed = bellPlan(running(300_000, 'a', 2), null)
  const next = running(30_000, 'none', 3)
  const nextAt = (startedAt: number): RoomView => ({ ...next, phase: next.phase && { ...next.phase, startedAt } })

  test('still rings when the phase ended by time, even where that view is early', () => {
    expect(stillDue(armed, nextAt(AT + 307_000))).toEqual(armed)
    expect(stillDue(armed, nextAt(AT + 300_000))).toEqual(armed)
  })

  test('is silent when people went on before it was due, or when it moved within its phase', () => {
    expect(stillDue(armed, nextAt(AT + 299_999))).toEqual([])
    expect(stillDue(armed, running(360_000, 'a', 2))).toEqual([])
  })

  test('rings at the end of the last phase, and not when somebody left before', () => {
    const closed = viewWith({ stage: 'closed', phase: null, now: AT + 307_000 })
    expect(stillDue(armed, { ...closed, closed: { why: 'complete' } })).toEqual(armed)
    expect(stillDue(armed, { ...closed, closed: { why: 'left' } })).toEqual([])
  })
})

test('a page that is not in the room rings nothing: the bell is in the tab that is; nor does one that is off the line', () => {
  const view = running(300_000, 'a')
  const page = (at: RoomState['at'], link: Link = 'live') => ({ state: { at } as RoomState, link })
  expect(bellsHere(view, page('in'), null, [])).toEqual(bellPlan(view, null))
  for (const at of ['other-tab', 'refused', 'left', 'let-go', 'knocking'] as const) {
    expect(bellsHere(view, page(at), null, bellPlan(view, null))).toEqual([])
  }
  expect(bellsHere(null, page('in'), null, [])).toEqual([])
  // What was lost a moment ago may be back before the room holds anything.
  expect(bellsHere(view, page('in', 'connecting'), null, [])).toEqual(bellPlan(view, null))
  expect(bellsHere(view, page('in', 'quiet'), null, bellPlan(view, null))).toEqual([])
})

describe('whoever listens in the same place, their phone put down', () => {
  const turn: RoomView = { ...running(null, 'a'), medium: 'together' }
  const next: RoomView = { ...running(null, 'none', 3), medium: 'together' }

  test('is called when a turn without a clock is over, also when the sitting is over with it', () => {
    expect(isCalled(turn, next)).toBe(true)
    expect(isCalled(turn, { ...next, stage: 'closed', phase: null, closed: { why: 'complete' } })).toBe(true)
  })

  test('is called by nothing else: not in the turn, not after a quiet time, not when somebody has left or it is held', () => {
    expect(isCalled(turn, { ...turn, rev: 2 })).toBe(false)
    expect(isCalled(next, { ...turn, phase: turn.phase && { ...turn.phase, n: 4 } })).toBe(false)
    expect(isCalled(turn, { ...next, stage: 'closed', phase: null, closed: { why: 'left' } })).toBe(false)
    const held = { why: 'asked', since: AT, leftMs: null, resume: [], offerEnd: false } as const
    expect(isCalled({ ...turn, held: { ...held, resume: [] } }, next)).toBe(false)
  })

  test('is called by the bell of the turn where there is a clock, and by the screen where they do not sit together', () => {
    expect(isCalled({ ...running(300_000, 'a'), medium: 'together' }, next)).toBe(false)
    expect(isCalled({ ...turn, medium: 'voice' }, next)).toBe(false)
  })
})

test('a bell is promised where it is on, not closed by the browser, and where this phone is the one that rings', () => {
  expect(bellRings({ bell: 'soft', ringsHere: true }, false)).toBe('here')
  expect(bellRings({ bell: 'soft', ringsHere: true }, true)).toBe('not')
  expect(bellRings({ bell: 'off', ringsHere: true }, false)).toBe('not')
  expect(bellRings({ bell: 'soft', ringsHere: false }, false)).toBe('elsewhere')
})
