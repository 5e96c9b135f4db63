import { describe, expect, test } from 'vitest'
import { viewWith } from '../testing/view-with.ts'
import { intentFor, isDone, mayBeRepeated } from './intents.ts'

const held = { why: 'asked', by: 'a', since: 77, leftMs: 5, resume: [], offerEnd: false } as const

describe('an intent', () => {
  test('names the phase of the newest view, or the one that its panel was made for', () => {
    expect(intentFor({ do: 'on' }, viewWith())).toEqual({ do: 'on', phase: 1 })
    expect(intentFor({ do: 'on', phase: 0 }, viewWith())).toEqual({ do: 'on', phase: 0 })
    expect(intentFor({ do: 'hold' }, viewWith())).toEqual({ do: 'hold', phase: 1 })
    expect(intentFor({ do: 'heard', heard: true }, viewWith())).toEqual({ do: 'heard', heard: true, phase: 1 })
  })

  test('to resume names the hold', () => {
    expect(intentFor({ do: 'resume' }, viewWith({ held: { ...held, resume: [] } }))).toEqual({
      do: 'resume',
      since: 77,
    })
    expect(intentFor({ do: 'resume' }, viewWith())).toBeNull()
  })

  test('that names a phase does not exist where no phase runs', () => {
    expect(intentFor({ do: 'on' }, viewWith({ stage: 'gathering', phase: null }))).toBeNull()
    expect(intentFor({ do: 'ready', first: 'me' }, viewWith({ phase: null }))).toEqual({ do: 'ready', first: 'me' })
  })
})

test('only what can not act twice is asked a second time', () => {
  expect(mayBeRepeated({ do: 'on', phase: 1 })).toBe(true)
  expect(mayBeRepeated({ do: 'line', phase: 1, sealed: 'x' })).toBe(true)
  expect(mayBeRepeated({ do: 'resume', since: 1 })).toBe(true)
  expect(mayBeRepeated({ do: 'ready' })).toBe(true)
  expect(mayBeRepeated({ do: 'admit', yes: true, since: 1 })).toBe(true)
  expect(mayBeRepeated({ do: 'resume' })).toBe(false)
  expect(mayBeRepeated({ do: 'hold' })).toBe(false)
  // Somebody else may sit there by then.
  expect(mayBeRepeated({ do: 'unseat', seat: 'a' })).toBe(false)
  expect(mayBeRepeated({ do: 'leave' })).toBe(false)
})

describe('a repeated intent that is refused', () => {
  const phase = viewWith().phase
  const said = viewWith({ phase: phase && { ...phase, on: ['b'] } })

  test('was done when the view shows it', () => {
    expect(isDone({ do: 'on', phase: 1 }, said)).toBe(true)
    expect(isDone({ do: 'line', phase: 3, sealed: 'x' }, viewWith({ answered: 'line' }))).toBe(true)
    expect(isDone({ do: 'keep', phase: 3 }, viewWith({ answered: 'kept' }))).toBe(true)
    expect(isDone({ do: 'resume', since: 77 }, viewWith())).toBe(true)
    expect(isDone({ do: 'hold', phase: 1 }, viewWith({ held: { ...held, resume: [] } }))).toBe(true)
  })

  test('to a knock was done when the view shows it, and never by the answer to another', () => {
    const visit = { since: 5, yes: true, isIn: false, hasFloor: false }
    const answer = (yes: boolean) => ({ do: 'admit', yes, since: 5 }) as const
    expect(isDone(answer(true), viewWith({ visit }))).toBe(true)
    expect(isDone(answer(true), viewWith({ visit: { ...visit, since: 6 } }))).toBe(false)
    expect(isDone(answer(true), viewWith({ visit: null }))).toBe(false)
    expect(isDone(answer(false), viewWith({ visit: null }))).toBe(true)
    expect(isDone(answer(false), viewWith({ visit: { ...visit, since: 6 } }))).toBe(true)
    expect(isDone(answer(false), viewWith({ visit: { ...visit, isIn: true } }))).toBe(false)
  })

  test('was not done when it does not', () => {
    expect(isDone({ do: 'on', phase: 1 }, viewWith())).toBe(false)
    expect(isDone({ do: 'on', phase: 0 }, said)).toBe(false)
    expect(isDone({ do: 'keep', phase: 3 }, viewWith({ answered: 'line' }))).toBe(false)
    expect(isDone({ do: 'resume', since: 77 }, viewWith({ held: { ...held, resume: ['a'] } }))).toBe(false)
    expect(isDone({ do: 'leave' }, viewWith())).toBe(false)
  })
})
