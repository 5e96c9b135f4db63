// What may be logged and counted of a room.
import { expect, test } from 'vitest'
import { advance } from './advance.ts'
import { sit, went } from './door.ts'
import { facts } from './facts.ts'
import { begun, did, empty, gathered, SECOND, sitter, T0 } from './testing/sample-room.ts'

const at = (seconds: number) => T0 + seconds * SECOND

test('[V5] each thing that happens is one fact, with nothing in it that somebody chose freely', () => {
  const one = sit(empty(), sitter('a'), T0).room
  expect(facts(null, one)).toEqual([
    { fact: 'opened', kind: 'friends', medium: 'text', format: 'sample' },
    { fact: 'seated', taken: 1 },
  ])
  expect(facts(one, sit(one, sitter('b'), T0).room)).toEqual([{ fact: 'seated', taken: 2 }])
  const ready = did(gathered(), 'a', { do: 'ready' }, T0)
  const room = did(ready, 'b', { do: 'ready' }, T0)
  expect(facts(ready, room)).toEqual([{ fact: 'began' }])
  const held = did(room, 'a', { do: 'hold' }, at(20))
  expect(facts(room, held)).toEqual([
    { fact: 'went-on', n: 1 },
    { fact: 'held', why: 'asked' },
  ])
  const resumed = did(did(held, 'a', { do: 'resume' }, at(30)), 'b', { do: 'resume' }, at(30))
  expect(facts(held, resumed)).toEqual([{ fact: 'resumed' }])
  const asked = did(room, 'a', { do: 'more', phase: 1 }, at(20))
  expect(facts(asked, did(asked, 'b', { do: 'more', phase: 1 }, at(20)))).toEqual([{ fact: 'more' }])
  expect(facts(room, advance(room, at(195)))).toEqual([{ fact: 'revealed' }])
  expect(facts(room, advance(room, at(300)))).toEqual([{ fact: 'closed', why: 'complete' }])
})

test('[V5] no fact holds a name, a key, a token or a line', () => {
  const room = begun()
  const states = [
    null,
    gathered(),
    room,
    did(room, 'a', { do: 'line', phase: 5, sealed: 'sealed-words' }, at(170)),
    advance(went(room, 'b', 'token-b-0', at(180)), at(190)),
    did(room, 'a', { do: 'leave' }, at(20)),
  ]
  const told = states.flatMap(before => states.flatMap(after => (after ? facts(before, after) : [])))
  expect(told.length).toBeGreaterThan(10)
  expect(JSON.stringify(told)).not.toMatch(/Ada|Ben|key-|token-|sealed-words/)
})
