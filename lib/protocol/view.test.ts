// What one pair of eyes is given, and what no eyes are.
import { expect, test } from 'vitest'
import { went } from './door.ts'
import type { Room } from './room.ts'
import { begun, did, gathered, SECOND, T0 } from './testing/sample-room.ts'
import { farewell, view } from './view.ts'

const at = (seconds: number) => T0 + seconds * SECOND
const bytes = (room: Room, seconds: number) => JSON.stringify(view(room, 'a', at(seconds)))

test('[V2] the whole view of a turn holds this and nothing else', () => {
  const room = begun()
  expect(view(room, 'b', at(20))).toEqual({
    room: 'room',
    rev: room.rev,
    now: at(20),
    stage: 'sitting',
    kind: 'friends',
    medium: 'text',
    clock: 'timed',
    format: {
      id: 'sample',
      title: 'A sample',
      totalMs: 258 * SECOND,
      phases: [
        { kind: 'arrive', ms: 10_000, floor: 'none' },
        { kind: 'speak', ms: 60_000, floor: 'a', turn: 1 },
        { kind: 'settle', ms: 10_000, floor: 'none' },
        { kind: 'speak', ms: 60_000, floor: 'b', turn: 1 },
        { kind: 'settle', ms: 10_000, floor: 'none' },
        { kind: 'drop', ms: 30_000, floor: 'none' },
        { kind: 'tell', ms: 20_000, floor: 'a', turn: 2 },
        { kind: 'tell', ms: 20_000, floor: 'b', turn: 2 },
        { kind: 'thanks', ms: 10_000, floor: 'all' },
      ],
    },
    you: 'b',
    can: ['hold', 'leave'],
    seats: {
      a: { name: 'Ada', here: true, ready: true, key: 'key-a' },
      b: { name: 'Ben', here: true, ready: true, key: 'key-b' },
    },
    first: { seat: 'a', how: 'coin', both: 'either' },
    phase: {
      n: 1,
      kind: 'speak',
      floor: 'a',
      speaker: 'a',
      turn: 1,
      startedAt: at(10),
      bellAt: at(70),
      endsAt: at(77),
      on: [],
    },
    held: null,
    more: { asked: [], granted: 0, most: 3 },
    lines: null,
    wish: null,
    answered: null,
    closed: null,
  })
})

test('[V2] a field that is added to a room, a seat or a sitting is in no view', () => {
  const room = begun()
  const seat = room.seats.b && { ...room.seats.b, secret: 'canary' }
  const grown = {
    ...room,
    secret: 'canary',
    seats: { ...room.seats, b: seat },
    sitting: room.sitting && {
      ...room.sitting,
      secret: 'canary',
      phases: room.sitting.phases.map(phase => ({ ...phase, secret: 'canary' })),
      first: { ...room.sitting.first, secret: 'canary' },
    },
  } as Room
  for (const now of [5, 20, 170, 200]) expect(bytes(grown, now)).toBe(bytes(room, now))
  expect(bytes({ ...grown, sitting: null }, 5)).toBe(bytes({ ...room, sitting: null }, 5))
})

test('[V2] no view holds a token', () => {
  for (const room of [gathered(), begun(), did(begun(), 'b', { do: 'leave' }, at(20))]) {
    for (const seat of ['a', 'b'] as const) expect(JSON.stringify(view(room, seat, at(20)))).not.toContain('token')
  }
})

test('[V1] what the other writes, rewrites or keeps leaves every byte as it was, until the lines open', () => {
  const room = begun()
  const silent = bytes(room, 193)
  const wrote = did(room, 'b', { do: 'line', phase: 5, sealed: 'a long sealed line' }, at(170))
  const rewrote = did(wrote, 'b', { do: 'line', phase: 5, sealed: 'short' }, at(180))
  const kept = did(rewrote, 'b', { do: 'keep', phase: 5 }, at(190))
  expect([wrote, rewrote, kept].map(next => bytes(next, 193))).toEqual([silent, silent, silent])
  expect(JSON.parse(bytes(rewrote, 194)).lines.b).toEqual({ sealed: 'short' })
})

test('[D2] kept and not written are the same bytes, before the reveal and after', () => {
  const room = begun()
  const kept = did(room, 'b', { do: 'keep', phase: 5 }, at(170))
  for (const now of [171, 193, 194, 200, 221]) expect(bytes(kept, now)).toBe(bytes(room, now))
})

test('[D4] one’s own answer is told to oneself alone', () => {
  const room = did(begun(), 'b', { do: 'line', phase: 5, sealed: 'x' }, at(170))
  expect([view(room, 'b', at(171)).answered, view(room, 'a', at(171)).answered]).toEqual(['line', null])
})

test('[V3] a private act leaves the number of the view, one that opens the lines does not', () => {
  const room = begun()
  const one = did(room, 'b', { do: 'line', phase: 5, sealed: 'x' }, at(170))
  expect([one.rev, one.at]).toEqual([room.rev, room.at])
  expect(did(one, 'a', { do: 'keep', phase: 5 }, at(171)).rev).toBe(room.rev + 1)
})

test('[T4] a view is never older than what it shows', () => {
  const held = did(begun(), 'a', { do: 'hold' }, at(50))
  expect(view(held, 'b', at(10)).now).toBe(at(50))
})

test('[V2] before it is known who speaks first, a floor is a place in the order', () => {
  expect(
    view(gathered(), 'a', T0)
      .format.phases.map(phase => phase.floor)
      .slice(0, 4),
  ).toEqual(['none', 'first', 'none', 'second'])
})

test('[L4] whoever is asked out reads what anybody reads whose connection ended', () => {
  const out = farewell(gathered(), 'b', at(1), 9)
  const ended = view(did(begun(), 'a', { do: 'leave' }, at(1)), 'b', at(1))
  expect([out.stage, out.closed]).toEqual([ended.stage, ended.closed])
  expect([out.can, out.phase, out.held, out.lines]).toEqual([[], null, null, null])
})

test('[V2] others read that somebody is not here, and not since when', () => {
  const gone = went(begun(), 'b', 'token-b-0', at(20))
  expect(view(gone, 'a', at(21)).seats.b).toEqual({ name: 'Ben', here: false, ready: true, key: 'key-b' })
})
