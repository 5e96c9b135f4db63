// How does a facilitator come into a room, and when are they heard there?
import { expect, test } from 'vitest'
import { advance, nextDue } from './advance.ts'
import { type Direction, direct } from './direct.ts'
import { glance } from './glance.ts'
import { may } from './may.ts'
import type { Ms, Room, SeatId } from './room.ts'
import { did, gathered, refusalOf, SECOND, T0, TRIO } from './testing/sample-room.ts'
import { view } from './view.ts'
import { KNOCK_MS, OVER_MS } from './visit.ts'
import { floorAt } from './where.ts'

const at = (seconds: number) => T0 + seconds * SECOND

function directed(room: Room, direction: Direction, when: Ms): Room {
  const out = direct(room, direction, when, when)
  if (!out.ok) throw new Error(out.code)
  return out.room
}

const seated = (over = {}) => gathered({ kind: 'workshop', medium: 'together', ...over })
const begun = (over = {}) => directed(seated(over), { do: 'begin', catchUp: false }, at(0))
/** Knocked at while people arrive: ten seconds in which nobody has the floor. */
const knocking = (over = {}) => directed(begun(over), { do: 'knock' }, at(2))
const yes = { do: 'admit', yes: true, since: at(2) } as const
const no = { ...yes, yes: false } as const
const one = () => did(knocking(), 'a', yes, at(3))
const inRoom = () => did(one(), 'b', yes, at(4))
const visitOf = (room: Room, seconds: number, seat: SeatId = 'a') => view(room, seat, at(seconds)).visit
const onBoard = (room: Room, seconds: number) => glance(room, at(seconds)).visit
const ASKED = { since: at(2), yes: false, isIn: false, hasFloor: false }

test('[W11] nobody is let in by one alone, and once they are in everybody sees it', () => {
  expect(visitOf(one(), 3)).toEqual({ ...ASKED, yes: true })
  expect(onBoard(one(), 3)).toBe('asks')
  for (const seat of ['a', 'b'] as const) {
    expect(visitOf(inRoom(), 4, seat)).toEqual({ ...ASKED, yes: true, isIn: true })
    expect(visitOf(inRoom(), 100, seat)?.isIn).toBe(true)
  }
  expect(onBoard(inRoom(), 100)).toBe('in')
})

test('[W11] [V1] what one has answered nobody else can tell before they are in, nor afterwards who said no', () => {
  expect(JSON.stringify(view(one(), 'b', at(3)))).toBe(JSON.stringify(view(knocking(), 'b', at(3))))
  expect(nextDue(one(), at(3))).toBe(nextDue(knocking(), at(3)))
  const ends = [
    did(one(), 'b', no, at(5)),
    did(one(), 'a', no, at(5)),
    directed(one(), { do: 'withdraw' }, at(5)),
    directed(knocking(), { do: 'withdraw' }, at(5)),
  ]
  for (const seat of ['a', 'b'] as const) {
    const seen = ends.map(room => JSON.stringify(view(room, seat, at(6))))
    expect(new Set(seen).size).toBe(1)
    expect(visitOf(ends[0] as Room, 6, seat)).toBeNull()
  }
  expect(ends.map(room => JSON.stringify(room.visit?.yes ?? []))).toEqual(['[]', '[]', '[]', '[]'])
})

test('[W11] one no is enough, also after a yes, and a yes to an earlier knock is none to a later', () => {
  const refused = did(one(), 'b', no, at(5))
  expect(onBoard(refused, 5)).toBe('not-now')
  expect(onBoard(did(one(), 'a', no, at(5)), 5)).toBe('not-now')
  expect(refusalOf(refused, 'a', yes, at(6))).toBe('not-now')
  const again = directed(refused, { do: 'knock' }, at(7))
  expect(refusalOf(again, 'b', yes, at(8))).toBe('stale-phase')
  expect(visitOf(again, 8)).toEqual({ ...ASKED, since: at(7) })
  expect(refusalOf(begun(), 'a', yes, at(8))).toBe('not-now')
})

test('[W11] of three all must say so, and whoever leaves has not withheld it', () => {
  const three = knocking({ seats: 3, phases: TRIO })
  const two = did(did(three, 'a', yes, at(3)), 'b', yes, at(4))
  expect(visitOf(two, 4)?.isIn).toBe(false)
  expect(visitOf(did(two, 'c', { do: 'leave' }, at(5)), 5)?.isIn).toBe(true)
  const before = did(directed(seated(), { do: 'knock' }, at(2)), 'a', yes, at(3))
  expect(visitOf(did(before, 'b', { do: 'leave' }, at(4)), 4)?.isIn).toBe(true)
})

test('[W11] while somebody has the floor a knock waits unseen, and is seen when the turn is over', () => {
  const waits = directed(begun(), { do: 'knock' }, at(20))
  expect([visitOf(waits, 76), onBoard(waits, 76)]).toEqual([null, 'waits'])
  expect(may(waits, 'a', at(30))).not.toContain('admit')
  expect(refusalOf(waits, 'a', { ...yes, since: at(20) }, at(30))).toBe('not-now')
  expect(nextDue(waits, at(20))).toBe(at(77))
  expect(visitOf(waits, 77)).toEqual({ ...ASKED, since: at(20) })
  expect(onBoard(waits, 77)).toBe('asks')
  // The clock of the question begins with it, however late anybody looks.
  expect(visitOf(waits, 77 + 59)).not.toBeNull()
  expect(visitOf(waits, 77 + 60)).toBeNull()
  // Whoever ends their turn early, or stops the clock, can be asked.
  expect(visitOf(did(waits, 'a', { do: 'on', phase: 1 }, at(40)), 40)).not.toBeNull()
  expect(visitOf(did(waits, 'b', { do: 'hold' }, at(40)), 40)).not.toBeNull()
})

test('[W11] turns that follow each other without a pause are not broken by a knock either', () => {
  const waits = directed(begun({ seats: 3, phases: TRIO }), { do: 'knock' }, at(20))
  expect(nextDue(advance(waits, at(100)), at(100))).toBe(at(144))
  expect([visitOf(waits, 210), visitOf(waits, 211)?.isIn]).toEqual([null, false])
})

test('[W11] whoever has called is asked at once, and their call is answered by coming in', () => {
  const waits = directed(begun(), { do: 'knock' }, at(20))
  const since = at(20)
  expect(visitOf(did(waits, 'b', { do: 'help' }, at(30)), 30)).toEqual({ ...ASKED, since })
  const called = directed(did(begun(), 'a', { do: 'help' }, at(15)), { do: 'knock' }, at(20))
  expect(visitOf(called, 20)).toEqual({ ...ASKED, since })
  const came = did(did(called, 'a', { ...yes, since }, at(21)), 'b', { ...yes, since }, at(22))
  expect([view(came, 'a', at(22)).help, onBoard(came, 22)]).toEqual([null, 'in'])
})

test('[W11] a knock that nobody answers goes out by itself, and the board says for a while that it is not now', () => {
  const gone = at(2) + KNOCK_MS
  expect(nextDue(knocking(), at(20))).toBe(gone)
  expect(view(one(), 'a', gone - 1).visit).not.toBeNull()
  expect(view(one(), 'a', gone).visit).toBeNull()
  expect(glance(one(), gone).visit).toBe('not-now')
  expect(advance(one(), gone).visit?.yes).toEqual([])
  expect([glance(one(), gone + OVER_MS - 1).visit, glance(one(), gone + OVER_MS).visit]).toEqual(['not-now', null])
  // Whoever is in stays.
  expect(view(inRoom(), 'a', gone).visit?.isIn).toBe(true)
})

test('[W11] anybody shows them out at any time, by one word and without being named; or they go by themselves', () => {
  for (const [seat, when] of [
    ['a', 6],
    ['b', 30],
  ] as const) {
    expect(may(inRoom(), seat, at(when))).toContain('admit')
    const alone = did(inRoom(), seat, no, at(when))
    for (const other of ['a', 'b'] as const) expect(visitOf(alone, when, other)).toBeNull()
    expect(onBoard(alone, when)).toBe('out')
    expect(may(alone, 'a', at(when))).not.toContain('lend')
  }
  for (const room of [knocking(), inRoom(), directed(begun(), { do: 'knock' }, at(20))])
    expect(onBoard(directed(room, { do: 'withdraw' }, at(30)), 30)).toBeNull()
  expect(onBoard(directed(did(inRoom(), 'a', no, at(6)), { do: 'withdraw' }, at(7)), 7)).toBe('out')
})

test('[W11] somebody who is at the door or in the room already does not come a second time', () => {
  expect(directed(inRoom(), { do: 'knock' }, at(40)).visit).toEqual(inRoom().visit)
  expect(directed(one(), { do: 'knock' }, at(5)).visit?.yes).toEqual(['a'])
  expect(view(directed(inRoom(), { do: 'close' }, at(40)), 'a', at(40)).visit).toBeNull()
})

test('[W12] whoever has the floor lends it for the phase, and nobody else does', () => {
  const room = inRoom()
  const lend = { do: 'lend', phase: 1, on: true } as const
  expect(may(room, 'b', at(23))).not.toContain('lend')
  expect(refusalOf(room, 'b', lend, at(23))).toBe('not-now')
  const given = did(room, 'a', lend, at(23))
  for (const seat of ['a', 'b'] as const) expect(visitOf(given, 24, seat)?.hasFloor).toBe(true)
  expect(onBoard(given, 24)).toBe('heard')
  // The turn is theirs who has lent it, and no longer for that.
  expect([floorAt(given, at(24)), view(given, 'a', at(24)).phase?.endsAt]).toEqual(['a', at(77)])
  expect(visitOf(did(given, 'a', { ...lend, on: false }, at(25)), 25)?.hasFloor).toBe(false)
  expect([visitOf(given, 76)?.hasFloor, visitOf(given, 77)?.hasFloor, onBoard(given, 77)]).toEqual([true, false, 'in'])
  expect(refusalOf(given, 'a', lend, at(78))).toBe('stale-phase')
  expect(visitOf(did(given, 'b', no, at(25)), 25)).toBeNull()
})

test('[W12] a silence is broken by nobody; in a hold anybody lends the floor, and for no longer than it', () => {
  const lend = { do: 'lend', phase: 1, on: true } as const
  for (const seat of ['a', 'b'] as const) expect(may(inRoom(), seat, at(80))).not.toContain('lend')
  const held = did(did(inRoom(), 'a', lend, at(23)), 'b', { do: 'hold' }, at(30))
  expect(visitOf(held, 31)?.hasFloor).toBe(false)
  const given = did(held, 'b', lend, at(32))
  expect([visitOf(given, 33)?.hasFloor, floorAt(given, at(33))]).toEqual([true, 'none'])
  const since = at(30)
  const on = did(did(given, 'a', { do: 'resume', since }, at(40)), 'b', { do: 'resume', since }, at(41))
  expect([visitOf(on, 42)?.hasFloor, view(on, 'a', at(42)).phase?.endsAt]).toEqual([false, at(77 + 11)])
})

test('[W12] before they are in, or where nothing has begun, nobody has anything to lend them', () => {
  expect(may(knocking(), 'a', at(21))).not.toContain('lend')
  expect(may(begun(), 'a', at(21))).not.toContain('lend')
  const early = directed(seated(), { do: 'knock' }, at(2))
  const together = did(did(early, 'a', yes, at(3)), 'b', yes, at(4))
  expect(visitOf(together, 4)?.isIn).toBe(true)
  expect(may(together, 'a', at(5))).not.toContain('lend')
})
