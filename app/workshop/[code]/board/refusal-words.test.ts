// Is every refusal a plain sentence, with the names of those whom it is about?
import { expect, test } from 'vitest'
import { facilitatorFor } from '../../../../lib/words/facilitator.ts'
import { refusalWords } from './use-acts.ts'

const { board: words } = facilitatorFor('en')
const { board: spanish } = facilitatorFor('es')
const NAMES: Record<string, string> = { p1: 'Ana', p2: 'Bo', p3: 'Cy' }
const nameOf = (id: string) => NAMES[id] ?? '?'
const refused = (why: string, who: string[]) => ({ ok: false, code: 'not-allowed', why, who }) as const

test('a pairing that is not possible names those who stand in the way', () => {
  const said = (why: string, who: string[]) => refusalWords(refused(why, who), nameOf, words)
  expect(said('fixed-clash', ['p1', 'p2', 'p3'])).toBe(words.whys['fixed-clash']('Ana, Bo, and Cy'))
  expect(said('fixed-apart', ['p1', 'p2'])).toBe(words.whys['fixed-apart']('Ana and Bo'))
  expect(said('too-few', [])).toBe(words.whys['too-few']())
  expect(said('constructor', ['p1'])).toBe(words.whys.other())
  expect(refusalWords(refused('fixed-apart', ['p1', 'p2']), nameOf, spanish)).toContain('Ana y Bo')
})

test('what was refused for another reason says that', () => {
  const said = (code: 'not-now' | 'no-answer' | 'store-down') => refusalWords({ ok: false, code }, nameOf, words)
  expect([said('not-now'), said('no-answer'), said('store-down')]).toEqual([
    words.refusals['not-now'],
    words.refusals['no-answer'],
    words.refusals.other,
  ])
})
