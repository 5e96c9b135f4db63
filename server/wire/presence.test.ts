// Is a seat held by one connection at a time, and is it known which?
import { expect, it } from 'vitest'
import { createPresence } from './presence.ts'

it('gives a seat to the newest connection and returns the one before it', () => {
  const presence = createPresence<string>()
  expect(presence.take('room', 'a', { connection: 'one', entry: 'e1' })).toBeNull()
  expect(presence.take('room', 'a', { connection: 'two', entry: 'e2' })).toBe('one')
  expect(presence.take('room', 'a', { connection: 'two', entry: 'e3' })).toBeNull()
  expect(presence.holder('room', 'a')).toBe('two')
  expect(presence.holder('room', 'b')).toBeNull()
  expect(presence.holder('other', 'a')).toBeNull()
})

it('lets a seat go for the connection that holds it and for no other', () => {
  const presence = createPresence<string>()
  presence.take('room', 'a', { connection: 'one', entry: 'e1' })
  presence.take('room', 'a', { connection: 'two', entry: 'e2' })
  expect(presence.release('room', 'a', 'one')).toBeNull()
  expect(presence.holder('room', 'a')).toBe('two')
  expect(presence.release('room', 'a', 'two')).toBe('e2')
  expect(presence.release('room', 'a', 'two')).toBeNull()
})

it('knows who is here, and forgets a room that nobody is in', () => {
  const presence = createPresence<string>()
  presence.take('room', 'b', { connection: 'one', entry: 'e1' })
  presence.take('room', 'a', { connection: 'two', entry: 'e2' })
  presence.take('other', 'a', { connection: 'three', entry: 'e3' })
  expect(presence.seats('room').sort()).toEqual(['a', 'b'])
  expect(presence.all().sort()).toEqual(['one', 'three', 'two'])
  presence.release('room', 'a', 'two')
  presence.release('room', 'b', 'one')
  expect(presence.seats('room')).toEqual([])
  expect(presence.all()).toEqual(['three'])
})
