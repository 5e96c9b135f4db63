import { describe, expect, test } from 'vitest'
import type { RoomView } from '../../../lib/wire/events.ts'
import { viewWith } from '../testing/view-with.ts'
import { couldHaveSaid, dropPhase, isRevealed, judge } from './heard-words.ts'

const phase = (n: number, floor: 'a' | 'b' | 'all' | 'none'): RoomView =>
  viewWith({ phase: { n, kind: 'speak', floor, startedAt: 0, bellAt: null, endsAt: null, on: [] } })

describe('words that arrive', () => {
  test('are shown while our own view gives their sender the floor', () => {
    expect(judge(phase(1, 'a'), null, { from: 'a', phase: 1 }, 0)).toBe('show')
    expect(judge(phase(1, 'all'), null, { from: 'a', phase: 1 }, 0)).toBe('show')
  })

  test('are never shown on the word of the server alone: somebody without the floor is not heard', () => {
    expect(judge(phase(1, 'b'), null, { from: 'a', phase: 1 }, 0)).not.toBe('show')
    expect(judge(phase(1, 'none'), null, { from: 'a', phase: 1 }, 0)).not.toBe('show')
  })

  test('of a phase that is over are dropped, and of one far ahead too', () => {
    expect(judge(phase(2, 'all'), null, { from: 'a', phase: 1 }, 0)).toBe('drop')
    expect(judge(phase(2, 'all'), null, { from: 'a', phase: 4 }, 0)).toBe('drop')
    expect(judge(viewWith({ stage: 'closed', phase: null }), null, { from: 'a', phase: 1 }, 0)).toBe('drop')
  })

  test('of the phase that is about to begin wait for its view', () => {
    expect(judge(phase(1, 'none'), null, { from: 'a', phase: 2 }, 0)).toBe('wait')
    expect(judge(null, null, { from: 'a', phase: 0 }, 0)).toBe('wait')
  })

  test('said just before their sender was finished are shown, and a while later no more', () => {
    const before = { n: 1, floor: 'a', endedAt: 10_000 } as const
    expect(judge(phase(1, 'none'), before, { from: 'a', phase: 1 }, 12_000)).toBe('show')
    expect(judge(phase(1, 'none'), before, { from: 'a', phase: 1 }, 12_001)).toBe('wait')
    expect(judge(phase(1, 'none'), { ...before, n: 0 }, { from: 'a', phase: 1 }, 10_001)).toBe('wait')
    expect(judge(phase(1, 'none'), before, { from: 'b', phase: 1 }, 10_001)).toBe('wait')
  })
})

test('a replay may hold only what its sender could have said in the phase that runs, held or not', () => {
  expect(couldHaveSaid(phase(1, 'none'), 'a', 1)).toBe(true)
  expect(couldHaveSaid(phase(1, 'none'), 'b', 1)).toBe(false)
  expect(couldHaveSaid(phase(2, 'none'), 'a', 1)).toBe(false)
  expect(couldHaveSaid(phase(2, 'none'), 'a', 2)).toBe(false)
  expect(couldHaveSaid(phase(4, 'all'), 'b', 4)).toBe(true)
  expect(couldHaveSaid(null, 'a', 1)).toBe(false)
})

test('lines count as open once the view opens them, and ever after', () => {
  expect(dropPhase(viewWith())).toBe(3)
  expect(isRevealed(phase(3, 'none'))).toBe(false)
  expect(isRevealed({ ...phase(3, 'none'), lines: {} })).toBe(true)
  expect(isRevealed(phase(4, 'all'))).toBe(true)
  expect(isRevealed(viewWith({ stage: 'closed', phase: null, closed: { why: 'left' } }))).toBe(false)
})

test('a sitting without lines has none to open, also when it is complete', () => {
  const { format } = viewWith()
  const spoken = { ...format, phases: format.phases.filter(({ kind }) => kind !== 'drop') }
  const complete = { stage: 'closed', phase: null, closed: { why: 'complete' } } as const
  expect(isRevealed(viewWith({ ...complete, format: spoken }))).toBe(false)
  expect(isRevealed(viewWith(complete))).toBe(true)
})
