// Is what the tests count as a turn what people had? The judge is judged in cases that are known.
import { expect, test } from 'vitest'
import { advance } from '../advance.ts'
import { comeBack, went } from '../door.ts'
import type { Room } from '../room.ts'
import { begun, did, SECOND, T0, TRIO } from './sample-room.ts'
import { createTurns } from './turns-held.ts'

const HERE = { key: null, heard: null, present: ['a'] } as const
const at = (seconds: number) => T0 + seconds * SECOND

/** The turns of a room to which one thing after another is done, each at its second. */
function told(first: Room, ...moves: [number, (room: Room) => Room][]) {
  const turns = createTurns(first)
  const room = moves.reduce((before, [seconds, move]) => {
    turns.until(before, at(seconds))
    const next = move(before)
    turns.after(next, at(seconds))
    return next
  }, first)
  return { room, turns: turns.list() }
}

test('whoever said that they are complete ended their turn, also where the hold went back before that and never ran on', () => {
  const { room, turns } = told(
    begun({ seats: 3, phases: TRIO }),
    [20, now => went(now, 'c', 'token-c-0', at(20))],
    [21, now => did(now, 'a', { do: 'on', phase: 1 }, at(21))],
    [22, now => did(now, 'b', { do: 'on', phase: 1 }, at(22))],
    [25, now => advance(now, at(25))],
    [30, now => did(now, 'a', { do: 'resume' }, at(30))],
    [31, now => did(now, 'b', { do: 'resume' }, at(31))],
    // What only they had not said is said now.
    [32, now => did(now, 'c', { do: 'leave' }, at(32))],
  )
  expect(room.sitting).toMatchObject({ n: 2, startedAt: at(32), hold: null })
  expect(turns[0]).toMatchObject({ n: 1, seat: 'a', openMs: 10 * SECOND, said: true, over: true })
})

test('what was said in a turn before which the hold went back was said in none', () => {
  const { room, turns } = told(
    begun(),
    [9, now => went(now, 'b', 'token-b-0', at(9))],
    [13, now => did(now, 'a', { do: 'on', phase: 1 }, at(13))],
    [14, now => advance(now, at(14))],
    [20, now => comeBack(now, { ...HERE, token: 'token-b-0', next: 'token-b-1' }, at(20)).room],
    [21, now => did(now, 'a', { do: 'resume' }, at(21))],
    [22, now => did(now, 'b', { do: 'resume' }, at(22))],
    [95, now => now],
  )
  expect(room.sitting?.startedAt).toBe(at(13))
  expect(turns[0]).toMatchObject({ n: 1, openMs: 67 * SECOND, said: false, over: true })
})

test('what was seen of a room that was lost is forgotten, back to what it came back from', () => {
  const room = begun()
  const turns = createTurns(room)
  turns.until(room, at(15))
  const backTo = turns.mark()
  turns.until(room, at(30))
  const further = did(room, 'a', { do: 'on', phase: 1 }, at(30))
  turns.after(further, at(30))
  turns.until(further, at(40))
  expect(turns.list()[0]).toMatchObject({ openMs: 20 * SECOND, said: true })
  for (const until of [30, 40]) {
    backTo()
    turns.until(room, at(until))
    turns.after(room, at(until))
    expect(turns.list()[0]).toMatchObject({ openMs: (until - 10) * SECOND, said: false })
  }
})
