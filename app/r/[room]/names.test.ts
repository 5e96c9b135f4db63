import { expect, test } from 'vitest'
import { wordsFor } from '../../../lib/words/words.ts'
import { viewWith } from '../../client/testing/view-with.ts'
import { knownAfter, namesFrom } from './names.ts'

const words = wordsFor('en')

test('a name stays known after its seat is empty, and nothing new is made of nothing', () => {
  const known = knownAfter(viewWith(), {})
  expect(known).toEqual({ a: 'Ana', b: 'Bo' })
  expect(knownAfter(viewWith({ seats: { a: null, b: { name: 'Bo', here: true, ready: true } } }), known)).toBe(known)
})

test('the others are listed without oneself, and nobody is a blank', () => {
  expect(namesFrom({ a: 'Ana', b: 'Bo', c: 'Cy' }, 'b', words).others).toBe('Ana and Cy')
  const nobody = namesFrom({}, 'b', words)
  expect(nobody.others).not.toBe('')
  expect(nobody.of('a')).toBe(nobody.others)
  expect(nobody.known).toBe(false)
})

test('of three, whoever has left is named by nobody while two go on, and is still known at the end', () => {
  const known = { a: 'Ana', b: 'Bo', c: 'Cy' }
  expect(namesFrom(known, 'b', words, [{ name: 'Cy' }]).others).toBe('Cy')
  expect(namesFrom(known, 'b', words, [{ name: 'Cy' }]).of('a')).toBe('Ana')
  expect(namesFrom(known, 'b', words, []).others).toBe('Ana and Cy')
})
