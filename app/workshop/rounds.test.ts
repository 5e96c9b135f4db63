// Does what is written in a round stay with it, wherever it is moved?
import { expect, test } from 'vitest'
import { added, moved, nextId, renewed, roundsOf, without, written } from './rounds.ts'

const rounds = roundsOf(['a', 'b', 'c'])
const order = (list: { prompt: string }[]) => list.map(({ prompt }) => prompt).join('')

test('a round moves by one place, and stays at either end', () => {
  expect(order(moved(rounds, 0, 1))).toBe('bac')
  expect(order(moved(rounds, 2, -1))).toBe('acb')
  expect(order(moved(rounds, 0, -1))).toBe('abc')
  expect(order(moved(rounds, 2, 1))).toBe('abc')
  expect(order(moved(rounds, 9, 1))).toBe('abc')
  expect(moved(rounds, 0, 1).map(({ id }) => id)).toEqual([1, 0, 2])
})

test('a round is added at the end under a mark that no other has, and taken out by its own', () => {
  expect(nextId([])).toBe(0)
  const longer = added(without(rounds, 1))
  expect(longer).toEqual([
    { id: 0, prompt: 'a' },
    { id: 2, prompt: 'c' },
    { id: 3, prompt: '' },
  ])
  expect(order(written(longer, 3, 'd'))).toBe('acd')
})

test('rounds of another plan stand in the places of those before, or where they are more or fewer are others', () => {
  const others = added(without(rounds, 0))
  expect(renewed(others, ['x', 'y', 'z'])).toEqual([
    { id: 1, prompt: 'x' },
    { id: 2, prompt: 'y' },
    { id: 3, prompt: 'z' },
  ])
  expect(renewed(others, ['x'])).toEqual([{ id: 4, prompt: 'x' }])
})
