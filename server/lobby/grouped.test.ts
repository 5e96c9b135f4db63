// Is everything found by its name and in its group, and nowhere else?
import { expect, it } from 'vitest'
import { createGrouped } from './grouped.ts'

const start = () => createGrouped<string, { of: string }>(({ of }) => of)

it('finds a value by its key and in its group, in order', () => {
  const grouped = start()
  const [one, two, three] = [{ of: 'a' }, { of: 'b' }, { of: 'a' }]
  grouped.set('one', one)
  grouped.set('two', two)
  grouped.set('three', three)
  expect(grouped.get('two')).toBe(two)
  expect(grouped.in('a')).toEqual([
    ['one', one],
    ['three', three],
  ])
  expect(grouped.in('c')).toEqual([])
})

it('moves a key to the group of its newest value, and forgets what is taken out', () => {
  const grouped = start()
  grouped.set('one', { of: 'a' })
  grouped.set('one', { of: 'b' })
  expect([grouped.in('a'), grouped.in('b')]).toEqual([[], [['one', { of: 'b' }]]])
  grouped.delete('one')
  grouped.delete('one')
  expect([grouped.has('one'), grouped.in('b')]).toEqual([false, []])
})

it('gives a list that stays as it is while values are taken out', () => {
  const grouped = start()
  for (const key of ['one', 'two', 'three']) grouped.set(key, { of: 'a' })
  const seen: string[] = []
  for (const [key] of grouped.in('a')) {
    grouped.delete('two')
    seen.push(key)
  }
  expect(seen).toEqual(['one', 'two', 'three'])
  expect(grouped.in('a').map(([key]) => key)).toEqual(['one', 'three'])
})
