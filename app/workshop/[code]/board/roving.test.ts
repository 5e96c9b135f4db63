// Does every arrow lead to the room that stands there?
import { describe, expect, test } from 'vitest'
import { ledTo, nextAsking } from './roving.ts'

const from = (at: number, key: string, isRightToLeft = false) => ledTo(at, 10, { key, columns: 4, isRightToLeft })

describe('in lines of four', () => {
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 9, null],
    ['ArrowLeft', 5, 4],
    ['ArrowLeft', 0, null],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 7, null],
    ['ArrowUp', 9, 5],
    ['ArrowUp', 3, null],
    ['Home', 7, 0],
    ['End', 2, 9],
    ['Enter', 2, null],
  ])('%s from %i leads to %j', (key, at, to) => {
    expect(from(at, key)).toBe(to)
  })

  test('left and right change places where a line runs from the right', () => {
    expect([from(4, 'ArrowRight', true), from(4, 'ArrowLeft', true)]).toEqual([3, 5])
  })
})

test('the next room that asked is the one after this, and after the last the first', () => {
  expect(nextAsking([], 3)).toBeNull()
  expect(nextAsking([5, 3], null)).toBe(5)
  expect(nextAsking([5, 3], 5)).toBe(3)
  expect(nextAsking([5, 3], 3)).toBe(5)
  expect(nextAsking([5, 3], 7)).toBe(5)
})
