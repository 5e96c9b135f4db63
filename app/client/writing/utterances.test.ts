import { expect, test } from 'vitest'
import { inOrder, type Utterance, withUtterance } from './utterances.ts'

const one = (from: 'a' | 'b', id: number, text = `${from}${id}`, draft = false) => ({ from, phase: 1, id, text, draft })
const added = (...list: ReturnType<typeof one>[]) =>
  list.reduce<readonly Utterance[]>((all, next, i) => withUtterance(all, next, 100 + i), [])
const texts = (all: readonly Utterance[]) => inOrder(all).map(({ text }) => text)

test('what was said stands in the order in which it came, whoever said it', () => {
  expect(texts(added(one('a', 1), one('b', 1), one('a', 2)))).toEqual(['a1', 'b1', 'a2'])
})

test('a draft grows in its place, stands last, and becomes the sentence', () => {
  const writing = added(one('a', 1, 'I', true), one('a', 1, 'I fe', true), one('b', 1))
  expect(texts(writing)).toEqual(['b1', 'I fe'])
  expect(texts(withUtterance(writing, one('a', 1, 'I feel'), 200))).toEqual(['b1', 'I feel'])
})

test('a draft that was taken back is gone, and one of a sentence that was lost ends with the next', () => {
  expect(texts(added(one('a', 1, 'I', true), one('a', 1, '', true)))).toEqual([])
  expect(texts(added(one('a', 1, 'I', true), one('a', 2)))).toEqual(['a2'])
})

test('what comes late stands before what its sender said after it', () => {
  expect(texts(added(one('a', 1), one('a', 3), one('a', 2)))).toEqual(['a1', 'a2', 'a3'])
  expect(texts(added(one('a', 3), one('a', 1), one('a', 2)))).toEqual(['a1', 'a2', 'a3'])
})

test('the same sentence twice is one sentence', () => {
  expect(texts(added(one('a', 1), one('a', 1)))).toEqual(['a1'])
})
