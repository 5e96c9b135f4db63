// Is what a stranger wrote kept as it was read, no longer than it may be, and of one room alone?
import { afterEach, expect, test } from 'vitest'
import type { Written } from '../../../lib/wire/marked.ts'
import { forgetWritten, keepWritten, onWritten, writtenIn } from './written.ts'

const ROOM = 'r'.repeat(22)
const texts = (room = ROOM) => writtenIn(room).map(({ kind, text }) => `${kind} ${text}`)
const one = (id: number, text: string, kind: Written['kind'] = 'words'): Written => ({
  phase: 1,
  id,
  kind,
  text,
  key: '',
  at: 1,
  tag: `${kind} ${id} ${text}`,
})

afterEach(() => forgetWritten(ROOM))

test('a sentence that grows is one, and becomes what was said', () => {
  for (const text of ['I', 'I me', 'I mean', 'I me']) keepWritten(ROOM, one(1, text, 'draft'))
  expect(texts()).toEqual(['draft I mean'])
  keepWritten(ROOM, one(1, 'I mean it.'))
  expect(texts()).toEqual(['words I mean it.'])
  keepWritten(ROOM, one(1, 'I mean', 'draft'))
  keepWritten(ROOM, one(1, 'I mean it.'))
  expect(texts()).toEqual(['words I mean it.'])
})

test('what was written and taken back stays, whatever is said in its place', () => {
  for (const text of ['You fool', 'You', '', 'Thank', 'Thank you']) keepWritten(ROOM, one(1, text, 'draft'))
  expect(texts()).toEqual(['draft You fool', 'draft Thank you'])
  keepWritten(ROOM, one(1, 'Thank you for this.'))
  expect(texts()).toEqual(['draft You fool', 'words Thank you for this.'])
})

test('it is kept until its own room is left', () => {
  keepWritten(ROOM, one(1, 'kept'))
  forgetWritten('o'.repeat(22))
  expect(texts()).toEqual(['words kept'])
  forgetWritten(ROOM)
  expect(texts()).toEqual([])
})

test('what another stranger writes takes its place', () => {
  keepWritten(ROOM, one(1, 'before'))
  keepWritten('o'.repeat(22), one(1, 'after'))
  expect([texts(), texts('o'.repeat(22))]).toEqual([[], ['words after']])
  forgetWritten('o'.repeat(22))
})

test('there is a bound, the list stays the same while nothing changes, and whoever listens is told', () => {
  let told = 0
  const stop = onWritten(() => told++)
  for (let id = 1; id <= 501; id++) keepWritten(ROOM, one(id, 'x'))
  stop()
  expect([told, writtenIn(ROOM).length, writtenIn(ROOM)[0]?.id]).toEqual([501, 500, 2])
  expect(writtenIn(ROOM)).toBe(writtenIn(ROOM))
})
