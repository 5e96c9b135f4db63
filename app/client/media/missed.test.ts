// Is something said to be missing only when it may be?
import { expect, it } from 'vitest'
import { type Looked, MISSED_MS, type Missing, missedAfter, NOTHING_MISSED } from './missed.ts'

const after = (looks: Partial<Looked>[]): Missing =>
  looks.reduce<Missing>(
    (missing, look) => missedAfter(missing, { phase: 1, shouldPass: true, passes: true, ms: 500, ...look }),
    NOTHING_MISSED,
  )
const gone = (times: number) => Array.from({ length: times }, () => ({ passes: false }))

it('a short break is told to nobody', () => {
  expect(after([{}, ...gone(2), {}]).isMissed).toBe(false)
  expect(after([{}, ...gone(2), {}, ...gone(2), {}]).isMissed).toBe(false)
})

it('a longer one is, and stays said until the phase is over', () => {
  expect(after([{}, ...gone(MISSED_MS / 500 + 1), {}, {}]).isMissed).toBe(true)
  expect(after([{}, ...gone(3), { phase: 2 }]).isMissed).toBe(false)
})

it('nothing can be missed of somebody who does not speak, or has only just begun', () => {
  expect(after(Array.from({ length: 20 }, () => ({ shouldPass: false, passes: false }))).isMissed).toBe(false)
  expect(after([{ passes: false, ms: 60_000 }]).isMissed).toBe(false)
  expect(after([...gone(2), { shouldPass: false }, ...gone(2)]).isMissed).toBe(false)
})
