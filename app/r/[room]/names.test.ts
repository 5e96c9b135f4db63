import { expect, test } from 'vitest'
import { viewWith } from '../../client/testing/view-with.ts'
import { knownAfter, namesFrom } from './names.ts'

test('a name stays known after its seat is empty, and nothing new is made of nothing', () => {
  const known = knownAfter(viewWith(), {})
  expect(known).toEqual({ a: 'Ana', b: 'Bo' })
  expect(knownAfter(viewWith({ seats: { a: null, b: { name: 'Bo', here: true, ready: true } } }), known)).toBe(known)
})

test('the others are listed without oneself, and nobody is a blank', () => {
  expect(namesFrom({ a: 'Ana', b: 'Bo', c: 'Cy' }, 'b').others).toBe('Ana and Cy')
  const nobody = namesFrom({}, 'b')
  expect(nobody.others).not.toBe('')
  expect(nobody.of('a')).toBe(nobody.others)
  expect(nobody.known).toBe(false)
})
