// Does the board say truly how the workshop stands?
import { describe, expect, test } from 'vitest'
import type { BoardHead } from '../../../../lib/wire/circle.ts'
import { facilitatorFor } from '../../../../lib/words/facilitator.ts'
import { headWith } from '../../../client/testing/board-with.ts'
import { askedAt, type Moment, momentOf, momentWords } from './moment.ts'

const { board: words } = facilitatorFor('en')
const MINUTE = 60_000
const clock = {
  phases: [
    { kind: 'meet' as const, ms: MINUTE },
    { kind: 'speak' as const, ms: 4 * MINUTE },
    { kind: 'settle' as const, ms: MINUTE },
  ],
  startedAt: 0,
  stoppedAt: null,
  endsAt: 6 * MINUTE,
}
const head = (change: Partial<BoardHead>) => headWith({ clock, ...change })

describe('how it stands', () => {
  test.each<[Moment, Partial<BoardHead>, number]>([
    ['gathering', { stage: 'gathering', clock: null }, 0],
    ['paired', { stage: 'paired', clock: null }, 0],
    ['running', {}, 0],
    ['stopped', { clock: { ...clock, stoppedAt: MINUTE } }, 9 * MINUTE],
    ['calling', { backBy: 3 * MINUTE }, 2 * MINUTE],
    ['over', { backBy: 3 * MINUTE }, 3 * MINUTE],
    ['over', {}, 6 * MINUTE],
    ['over', { clock: null }, 0],
    ['closed', { stage: 'closed', clock: null }, 0],
  ])('%s', (moment, change, now) => {
    expect(momentOf(head(change), now)).toBe(moment)
  })
})

test.each<[Partial<BoardHead>, number, string]>([
  [{ stage: 'gathering', clock: null }, 0, 'Two?'],
  [{ stage: 'paired', clock: null }, 0, 'One?'],
  [{}, 0, 'One?'],
  [{ backBy: 3 * MINUTE }, 2 * MINUTE, 'One?'],
  // Its clock would have gone on.
  [{ backBy: 3 * MINUTE }, 3 * MINUTE, 'Two?'],
  [{}, 6 * MINUTE, 'Two?'],
  [{ clock: null }, 0, 'Two?'],
])('what is asked now, or next: %#', (change, now, asked) => {
  const at = head({ prompt: 'One?', nextPrompt: 'Two?', ...change })
  expect(askedAt(at, now)).toEqual({ prompt: asked, isNext: asked === 'Two?' })
})

test('while it runs the phase of the clock of all is said, and what is left', () => {
  expect(momentWords(head({}), 30_000, words)).toBe(`${words.room.phases.meet} · ${words.time.left(5.5 * MINUTE)}`)
  expect(momentWords(head({}), MINUTE, words)).toBe(`${words.room.phases.speak} · ${words.time.left(5 * MINUTE)}`)
  expect(momentWords(head({}), 5.5 * MINUTE, words)).toBe(`${words.room.phases.settle} · ${words.time.left(30_000)}`)
})

test('a call back says how long there is, in steps of a quarter of a minute and never as nothing', () => {
  const at = (now: number) => momentWords(head({ backBy: MINUTE }), now, words)
  expect(at(0)).toBe(words.state.calling(words.time.duration(MINUTE)))
  expect(at(31_000)).toBe(words.state.calling(words.time.duration(30_000)))
  expect(at(59_999)).toBe(words.state.calling(words.time.duration(15_000)))
})
