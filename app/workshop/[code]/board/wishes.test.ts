// Are the two whom a facilitator means the two that are meant, by the mouse and by the keyboard?
import { expect, test } from 'vitest'
import { personWith } from '../../../client/testing/board-with.ts'
import { byName, found, othersOf, twoOf, wishOf } from './wishes.ts'

const people = [
  personWith({ id: 'p1', name: 'Ánna' }),
  personWith({ id: 'p2', name: 'bo 10' }),
  personWith({ id: 'p3', name: 'Bo 9' }),
]

test('one name drawn onto another is two people, and onto itself or nothing is nobody', () => {
  expect(twoOf('p1', 'p2')).toEqual(['p1', 'p2'])
  for (const [drawn, onto] of [
    ['p1', 'p1'],
    [null, 'p1'],
    ['p1', undefined],
    ['', 'p1'],
  ] as const)
    expect(twoOf(drawn, onto)).toBeNull()
})

test('what is wished for two is known in whichever order they are named', () => {
  const head = { fixed: [['p1', 'p2']] as [string, string][], apart: [['p3', 'p1']] as [string, string][] }
  expect([wishOf(head, ['p2', 'p1']), wishOf(head, ['p1', 'p2'])]).toEqual(['fix', 'fix'])
  expect(wishOf(head, ['p1', 'p3'])).toBe('apart')
  expect(wishOf(head, ['p2', 'p3'])).toBeNull()
})

test('everybody else is offered by name, numbers by their size', () => {
  expect(othersOf(people, 'p1', 'en').map(({ id }) => id)).toEqual(['p3', 'p2'])
  expect(byName(people, 'es').map(({ id }) => id)).toEqual(['p1', 'p3', 'p2'])
})

test('a name is found without its capitals and accents', () => {
  expect(found(people, ' anna ')).toEqual([people[0]])
  expect(found(people, 'BO')).toHaveLength(2)
  expect(found(people, '')).toEqual(people)
  expect(found(people, 'zoe')).toEqual([])
})
