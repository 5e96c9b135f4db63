// Does a sheet go when what it asks was answered on another board, and stay while only time goes on?
import { expect, test } from 'vitest'
import type { BoardHead } from '../../../../lib/wire/circle.ts'
import { headWith } from '../../../client/testing/board-with.ts'
import { isAnswered, type OpenSheet } from './sheets.ts'

const before = headWith({ round: 1, stage: 'running', backBy: null })

test.each<[string, Partial<BoardHead>]>([
  ['the next pairs are made', { round: 2, stage: 'paired' }],
  ['a round is begun', { stage: 'paired' }],
  ['everybody is called back', { backBy: 60_000 }],
  ['the workshop is closed', { stage: 'closed' }],
])('elsewhere %s: what was asked of all is no question any more', (_, change) => {
  for (const at of ['pair', 'call-back', 'close'] as const)
    expect(isAnswered({ at }, before, headWith({ ...before, ...change }))).toBe(true)
  const others: OpenSheet[] = [{ at: 'say' }, { at: 'menu' }, { at: 'room', n: 1 }, { at: 'person', id: 'p1' }]
  for (const sheet of others) expect(isAnswered(sheet, before, headWith({ ...before, ...change }))).toBe(false)
})

test('people come and go, and the time of a round runs out: it is the same question', () => {
  const later = headWith({ ...before, rev: 9, now: 700_000, here: 3, people: 5, clock: null })
  expect(isAnswered({ at: 'pair' }, before, later)).toBe(false)
})
