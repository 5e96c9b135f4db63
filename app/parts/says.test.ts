import { expect, test } from 'vitest'
import { SAYS_NOTHING, saysNext } from './says.ts'

const first = saysNext(SAYS_NOTHING, 'The sound is gone.')

test('a sentence is said when it is another one, and not when it is told twice', () => {
  expect(first).toEqual({ text: 'The sound is gone.', nth: 1 })
  expect(saysNext(first, 'The sound is gone.')).toBe(first)
  expect(saysNext(first, 'You listen.')).toEqual({ text: 'You listen.', nth: 2 })
})

test('what has happened again is said again in the same words', () => {
  const again = saysNext(first, 'The sound is gone.', 'anew')
  expect(again).toEqual({ text: first.text, nth: 2 })
  expect(saysNext(again, 'The sound is gone.')).toBe(again)
})
