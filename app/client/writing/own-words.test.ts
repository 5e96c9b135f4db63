import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keyOf } from '../device/seat-memory.ts'
import { type FakePage, fakePage } from '../testing/fake-page.ts'
import { type OwnWords, readOwnWords, writeDraft, writeSaid } from './own-words.ts'

const ROOM = 'r'.repeat(22)
const words: OwnWords = {
  count: 2,
  said: [
    { phase: 1, id: 1, text: 'one', sent: true, at: 5 },
    { phase: 1, id: 2, text: 'two', sent: false, at: 6 },
  ],
  draft: { phase: 1, text: 'thr' },
}

let page: FakePage
beforeEach(() => {
  page = fakePage()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('what was said and what is being written come back after a reload', () => {
  writeSaid(ROOM, 'b', words)
  writeDraft(ROOM, 'b', words)
  expect(readOwnWords(ROOM, 'b')).toEqual(words)
  expect(readOwnWords(ROOM, 'a')).toEqual({ count: 0, said: [], draft: { phase: -1, text: '' } })
})

test('a keystroke writes down what is being written and nothing else', () => {
  writeSaid(ROOM, 'b', words)
  const before = new Map(page.tab)
  writeDraft(ROOM, 'b', words)
  expect([...page.tab].filter(([key, text]) => before.get(key) !== text).map(([key]) => key)).toEqual([
    keyOf(ROOM, 'draft', 'b'),
  ])
})

test('a number is never used twice, also when the tab that counted is gone', () => {
  writeSaid(ROOM, 'b', words)
  page.tab.clear()
  expect(readOwnWords(ROOM, 'b')).toMatchObject({ count: 2, said: [] })
})

test.each([
  null,
  'x',
  [],
  { said: 'x' },
  { said: [null, 7, {}, { phase: 1, id: 'x', text: 'one' }, { phase: 1, id: 1.5, text: 'one' }, { phase: 1, id: 1 }] },
])('from %j nothing is read that would break the numbering', stored => {
  page.tab.set(keyOf(ROOM, 'words', 'b'), JSON.stringify(stored))
  page.tab.set(keyOf(ROOM, 'draft', 'b'), JSON.stringify(stored))
  page.device.set(keyOf(ROOM, 'count', 'b'), JSON.stringify({ count: 'x' }))
  expect(readOwnWords(ROOM, 'b')).toEqual({ count: 0, said: [], draft: { phase: -1, text: '' } })
})
