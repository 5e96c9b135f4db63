// What a facilitator's directions make of a room, and what stays the same for all rooms of a round.
import { expect, test } from 'vitest'
import { formatFor, totalMs, trioFor } from '../formats/formats.ts'
import { advance, nextDue } from './advance.ts'
import { behindMs } from './common-clock.ts'
import { type Direction, direct } from './direct.ts'
import { comeBack, handed, seatOf, went } from './door.ts'
import { glance } from './glance.ts'
import { may } from './may.ts'
import type { Ms, Room, SeatId } from './room.ts'
import { did, gathered, MINUTE, refusalOf, SECOND, T0, TRIO } from './testing/sample-room.ts'
import { view } from './view.ts'
import { floorAt, whereAt } from './where.ts'

const at = (seconds: number) => T0 + seconds * SECOND

function directed(room: Room, direction: Direction, when: Ms, now: Ms = when): Room {
  const out = direct(room, direction, when, now)
  if (!out.ok) throw new Error(out.code)
  return out.room
}

const waiting = (over = {}) => gathered({ kind: 'workshop', medium: 'together', ...over })
const begun = (catchUp = false, over = {}) => directed(waiting(over), { do: 'begin', catchUp }, at(0))
const three = { seats: 3, phases: TRIO } as const
const phaseAt = (room: Room, now: Ms) => view(room, 'a', now).phase
const stand = (room: Room, now: Ms) => whereAt(advance(room, now).sitting ?? fail(), now)
const fail = () => {
  throw new Error('no sitting')
}

/** Somebody of this room alone stops its clock, and both go on at once. */
function heldAlone(room: Room, from: number, back: number): Room {
  const held = did(room, 'a', { do: 'hold' }, at(from))
  const one = did(held, 'a', { do: 'resume' }, at(back))
  return did(one, 'b', { do: 'resume' }, at(back))
}

test('[W1] readiness of everybody begins nothing; the facilitator does, at one instant for rooms that hear of it later', () => {
  const ready = did(did(waiting(), 'a', { do: 'ready', first: 'me' }, at(1)), 'b', { do: 'ready' }, at(2))
  expect(ready.sitting).toBeNull()
  const [soon, late] = [at(5), at(5) + 300].map(now => directed(ready, { do: 'begin', catchUp: false }, at(5), now))
  expect(soon?.sitting?.startedAt).toBe(at(5))
  expect(late?.sitting?.startedAt).toBe(at(5))
  expect(soon?.sitting?.first).toEqual({ seat: 'a', how: 'wish', both: null })
  expect(refusalOf(ready, 'a', { do: 'unseat', seat: 'b' }, at(3))).toBe('not-now')
})

test('[W1] somebody who is not there when it begins holds the room at its beginning', () => {
  const gone = went(waiting(), 'b', 'token-b-0', at(0))
  const room = directed(gone, { do: 'begin', catchUp: false }, at(60))
  expect(advance(room, at(61)).sitting?.hold).toMatchObject({ why: 'away', since: at(60) })
  expect(stand(room, at(400))).toEqual({ n: 0, startedAt: at(60) })
})

test('[W13] a room that somebody has left before the beginning does not begin, and says why', () => {
  const one = did(waiting(), 'b', { do: 'leave' }, at(1))
  const room = directed(one, { do: 'begin', catchUp: false }, at(5))
  expect([room.sitting, room.closed]).toEqual([null, { why: 'left', at: at(5) }])
  expect(directed(one, { do: 'close', why: 'left' }, at(2)).closed?.why).toBe('left')
  expect(directed(waiting(), { do: 'close' }, at(2)).closed?.why).toBe('facilitator')
  const two = did(waiting(three), 'c', { do: 'leave' }, at(1))
  expect(directed(two, { do: 'begin', catchUp: false }, at(5)).closed).toBeNull()
})

test('[W2] everybody’s `on` moves no boundary, and only the holder has one', () => {
  const room = begun()
  expect(may(room, 'a', at(1))).not.toContain('on')
  expect(may(advance(room, at(15)), 'b', at(15))).not.toContain('on')
  const said = did(room, 'a', { do: 'on', phase: 1 }, at(20))
  expect(floorAt(said, at(20))).toBe('none')
  expect(phaseAt(said, at(20))).toMatchObject({ n: 1, endsAt: at(77) })
  expect(refusalOf(said, 'b', { do: 'on', phase: 1 }, at(21))).toBe('not-now')
  expect(refusalOf(room, 'a', { do: 'more', phase: 1 }, at(20))).toBe('not-now')
})

test('[W2] lines open when their time is over, also when everybody has answered', () => {
  const drop = at(10 + 67 + 10 + 67 + 10)
  const one = did(begun(), 'a', { do: 'keep', phase: 5 }, drop + SECOND)
  const both = did(one, 'b', { do: 'line', phase: 5, sealed: 'x' }, drop + 2 * SECOND)
  expect(view(both, 'a', drop + 3 * SECOND).lines).toBeNull()
  const held = did(did(both, 'a', { do: 'hold' }, drop + 3 * SECOND), 'a', { do: 'resume' }, drop + 4 * SECOND)
  const on = did(held, 'b', { do: 'resume' }, drop + 4 * SECOND)
  expect(view(on, 'a', drop + 5 * SECOND)).toMatchObject({ lines: null, phase: { n: 5 } })
  expect(view(both, 'a', drop + 30 * SECOND).lines).toEqual({ a: 'kept', b: { sealed: 'x' } })
})

test('[W3] a hold for all stands until the facilitator ends it, and gives its time back exactly', () => {
  const held = directed(begun(), { do: 'hold' }, at(30), at(30) + 80)
  expect(held.sitting?.hold).toMatchObject({ why: 'facilitator', since: at(30), by: null })
  expect(may(held, 'a', at(31))).not.toContain('resume')
  expect(nextDue(held, at(31))).not.toBe(at(77))
  // How far the phase had come can still be read on a board.
  expect(glance(held, at(60)).phase).toMatchObject({ startedAt: at(10), endsAt: at(77) })
  const on = directed(held, { do: 'resume' }, at(90), at(90) + 120)
  expect(phaseAt(on, at(91))).toMatchObject({ n: 1, endsAt: at(77 + 60) })
  expect(behindMs(on.sitting ?? fail(), at(91))).toBe(0)
})

test('[W3] where somebody is missing when all go on, the room stays held for them and is behind from then', () => {
  const held = directed(begun(), { do: 'hold' }, at(30))
  const released = directed(went(held, 'b', 'token-b-0', at(40)), { do: 'resume' }, at(90))
  expect(released.sitting?.hold).toMatchObject({ why: 'away', since: at(30) })
  expect(behindMs(released.sitting ?? fail(), at(90))).toBe(0)
  expect(behindMs(released.sitting ?? fail(), at(100))).toBe(10_000)
  // A board counts for itself, as nothing is told while a room stands still.
  for (const now of [at(90), at(100)]) expect(glance(released, now).behindSince).toBe(at(90))
  expect([held, begun()].map(room => glance(room, at(60)).behindSince)).toEqual([null, null])
})

test('[W3] a room that stood still by itself is stopped by the facilitator too, and goes on with all, behind by its own part', () => {
  const own = did(begun(), 'a', { do: 'hold' }, at(20))
  const held = directed(own, { do: 'hold' }, at(30))
  expect(may(held, 'a', at(31))).not.toContain('resume')
  const on = directed(held, { do: 'resume' }, at(50))
  expect(on.sitting?.hold).toBeNull()
  expect(behindMs(on.sitting ?? fail(), at(50))).toBe(10_000)
})

test('[W3] [H10] phones that sleep while the facilitator holds lose no room, and have as long as ever from the release on', () => {
  const held = directed(begun(), { do: 'hold' }, at(30))
  const gone = went(went(held, 'a', 'token-a-0', at(40)), 'b', 'token-b-0', at(41))
  const over = at(30 + 40 * 60)
  expect(advance(gone, over).closed).toBeNull()
  const released = directed(gone, { do: 'resume' }, over)
  expect(released).toMatchObject({ closed: null, sitting: { hold: { why: 'away', since: at(30) } } })
  expect(advance(released, over + 15 * MINUTE - 1).closed).toBeNull()
  expect(advance(released, over + 15 * MINUTE).closed).toMatchObject({ why: 'empty' })
  // Whoever was there all the time is not taken to be gone.
  const one = went(held, 'b', 'token-b-0', at(40))
  expect(directed(one, { do: 'resume' }, over).seats).toMatchObject({ a: { goneSince: null }, b: { goneSince: over } })
})

test('[E1] a room of a workshop that nobody begins is kept for three hours after the last thing that happened in it', () => {
  const room = waiting()
  const hours = (n: number) => room.at + n * 3600_000
  expect(advance(room, hours(3) - 1).closed).toBeNull()
  expect(advance(room, hours(3)).closed).toMatchObject({ why: 'expired' })
  const called = did(room, 'a', { do: 'help' }, hours(2))
  expect(advance(called, hours(5) - 1).closed).toBeNull()
  expect(advance(called, hours(5)).closed).toMatchObject({ why: 'expired' })
  expect(advance(gathered(), hours(24) - 1).closed).toBeNull()
})

test('[W4] two and three get as much in all, each turn of the round that is not over an equal part', () => {
  const two = directed(begun(), { do: 'more', totalMs: 120_000 }, at(20))
  expect(two.sitting?.phases.filter(({ kind }) => kind === 'speak').map(({ ms }) => ms)).toEqual([120_000, 120_000])
  const trio = directed(begun(false, three), { do: 'more', totalMs: 120_000 }, at(20))
  expect(trio.sitting?.phases.filter(({ kind }) => kind === 'speak').map(({ ms }) => ms)).toEqual([
    100_000, 100_000, 100_000,
  ])
  const later = directed(begun(), { do: 'more', totalMs: 60_000 }, at(90))
  expect(later.sitting?.phases.map(({ ms }) => ms).slice(1, 4)).toEqual([60_000, 10_000, 120_000])
  const quiet = directed(begun(), { do: 'more', totalMs: 60_000 }, at(5))
  expect(quiet.sitting?.phases.map(({ ms }) => ms).slice(0, 2)).toEqual([70_000, 60_000])
})

test('[W4] a sitting for three is as long as the one for two, to the millisecond, and its turns are equal', () => {
  for (const [id, minutes] of [
    ['round'],
    ['round', 20],
    ['listening'],
    ['listening', 25],
    ['taste'],
    ['dyad'],
  ] as const) {
    const [two, trio] = [formatFor(id, 2, minutes), trioFor(id, minutes)]
    expect(totalMs(trio?.phases ?? [])).toBe(totalMs(two.phases))
    const turns = new Set(trio?.phases.filter(({ kind }) => kind === 'speak').map(({ ms }) => ms))
    expect(turns.size).toBe(1)
  }
})

test('[W5] a room that was held alone says by how much it is behind, and finishes late where that was agreed', () => {
  const room = heldAlone(begun(), 20, 50)
  expect(behindMs(room.sitting ?? fail(), at(50))).toBe(30_000)
  expect(phaseAt(room, at(51))).toMatchObject({ n: 1, endsAt: at(107) })
  expect(behindMs(advance(room, at(150)).sitting ?? fail(), at(150))).toBe(30_000)
})

test('[W5] or its running phase ends at the others’ next boundary, in the same phase or in a later one', () => {
  const soon = heldAlone(begun(true), 20, 50)
  expect(phaseAt(soon, at(51))).toMatchObject({ n: 1, endsAt: at(77) })
  expect(behindMs(soon.sitting ?? fail(), at(51))).toBe(0)
  // The others are in the second turn until 154 s: the second speaker of this room has lost theirs to the hold.
  const late = heldAlone(begun(true), 20, 100)
  expect(phaseAt(late, at(101))).toMatchObject({ n: 1, endsAt: at(154), bellAt: at(147) })
  expect(phaseAt(late, at(155))).toMatchObject({ n: 2, kind: 'settle', endsAt: at(164) })
  expect(behindMs(late.sitting ?? fail(), at(155))).toBe(0)
  expect(advance(late, at(400)).closed).toEqual({ why: 'complete', at: at(258) })
})

test('[W5] a boundary that is too near to go on to is passed over, and after the others’ end little is left', () => {
  // 77 s is the boundary; a turn needs its 7 s and a second more.
  const near = heldAlone(begun(true), 20, 70)
  expect(phaseAt(near, at(71))).toMatchObject({ n: 1, endsAt: at(87) })
  const over = heldAlone(begun(true), 20, 900)
  expect(advance(over, at(909)).closed).toEqual({ why: 'complete', at: at(908) })
})

test('[W6] help is called once, seen by everybody in the room, and stands until somebody has come', () => {
  const called = did(begun(), 'b', { do: 'help' }, at(20))
  expect(view(called, 'a', at(21)).help).toEqual({ by: 'b', since: at(20) })
  expect(refusalOf(called, 'a', { do: 'help' }, at(22))).toBe('not-now')
  const came = directed(called, { do: 'attend' }, at(30))
  expect(view(came, 'a', at(30)).help).toBeNull()
  expect(may(came, 'b', at(31))).toContain('help')
  expect(refusalOf(gathered(), 'a', { do: 'help' }, at(1))).toBe('not-allowed')
})

test('[W7] a call back closes the room at its instant, held or not, and can be taken back', () => {
  const called = directed(begun(), { do: 'call-back', by: at(80) }, at(20))
  expect(view(called, 'a', at(21)).backBy).toBe(at(80))
  expect(nextDue(advance(called, at(78)), at(78))).toBe(at(80))
  expect(advance(called, at(95)).closed).toEqual({ why: 'facilitator', at: at(80) })
  expect(advance(directed(called, { do: 'hold' }, at(30)), at(95)).closed?.why).toBe('facilitator')
  const stays = directed(called, { do: 'call-back', by: null }, at(40))
  expect(advance(stays, at(95)).closed).toBeNull()
  expect(directed(begun(), { do: 'close' }, at(20)).closed?.why).toBe('facilitator')
})

test('[W8] the turn of one of three who leaves is silence to its end, and those to come are left out', () => {
  const left = did(begun(false, three), 'a', { do: 'leave' }, at(20))
  expect(floorAt(left, at(21))).toBe('none')
  expect(phaseAt(left, at(21))).toMatchObject({ n: 1, endsAt: at(77) })
  const other = did(begun(false, three), 'c', { do: 'leave' }, at(20))
  expect(phaseAt(other, at(21))).toMatchObject({ n: 1, floor: 'a', endsAt: at(77) })
  expect(other.sitting?.phases.filter(({ floor }) => floor === 'third')).toEqual([])
  expect(did(begun(), 'b', { do: 'leave' }, at(20)).closed?.why).toBe('left')
})

test('[W9] a room of friends and one of strangers are not directed, nor one that is over', () => {
  for (const kind of ['friends', 'practice'] as const) {
    expect(direct(gathered({ kind }), { do: 'begin', catchUp: false }, at(1), at(1))).toMatchObject({
      ok: false,
      code: 'not-allowed',
    })
  }
  const over = directed(begun(), { do: 'close' }, at(20))
  expect(direct(over, { do: 'hold' }, at(21), at(21))).toMatchObject({ ok: false, code: 'closed' })
  expect(direct(begun(), { do: 'begin', catchUp: false }, at(5), at(5))).toMatchObject({ ok: false, code: 'not-now' })
  expect(direct(waiting(), { do: 'more', totalMs: 60_000 }, at(5), at(5))).toMatchObject({ ok: false, code: 'not-now' })
})

test('[W3] [W5] whoever comes back after the hold finds the clock where the others left it', () => {
  const room = went(begun(), 'b', 'token-b-0', at(20))
  const away = advance(room, at(26))
  expect(away.sitting?.hold).toMatchObject({ why: 'away', since: at(20) })
  const back = comeBack(
    away,
    { token: 'token-b-0', next: 'token-b-1', key: null, heard: at(20), present: ['a'] },
    at(50),
  )
  expect(back.ok).toBe(true)
  const on = did(did(back.room, 'b', { do: 'resume' }, at(50)), 'a', { do: 'resume' }, at(50))
  expect(behindMs(on.sitting ?? fail(), at(50))).toBe(30_000)
})

test('[W10] whoever comes from the circle is given their seat by a new token, and the ones before open nothing', () => {
  const given = handed(begun(), 'b', 'fresh', at(1))
  expect(given.ok && seatOf(given.room, 'fresh')).toBe('b')
  expect(seatOf(given.room, 'token-b-0')).toBeUndefined()
  expect(handed(gathered(), 'b', 'fresh', at(1))).toMatchObject({ ok: false, code: 'not-allowed' })
  const left = did(begun(false, three), 'c', { do: 'leave' }, at(20))
  expect(handed(left, 'c', 'fresh', at(21))).toMatchObject({ ok: false, code: 'not-yours' })
  const over = directed(begun(), { do: 'close' }, at(20))
  expect(handed(over, 'a', 'fresh', at(21))).toMatchObject({ ok: false, code: 'closed' })
})

const handedAt = (room: Room, seat: SeatId, seconds: number) => handed(room, seat, `fresh-${seat}`, at(seconds)).room
const cameBack = (room: Room, seat: SeatId, seconds: number, heard: number | null, present: SeatId[] = []) =>
  comeBack(
    room,
    { token: `fresh-${seat}`, next: `next-${seat}`, key: null, heard: heard === null ? null : at(heard), present },
    at(seconds),
  ).room

test('[W10] [H4] whoever was given a new token and never comes in with it is away from then on', () => {
  const given = handedAt(begun(), 'b', 20)
  const shown = view(given, 'a', at(20))
  expect([shown.seats.b?.here, shown.rev]).toEqual([false, begun().rev + 1])
  expect(nextDue(given, at(20))).toBe(at(25))
  expect(advance(given, at(60)).sitting?.hold).toMatchObject({ why: 'away', since: at(20) })
  // Handed again, nobody has gone a second time.
  const twice = handedAt(given, 'b', 22)
  expect([twice.seats.b?.goneSince, twice.rev]).toEqual([at(20), given.rev])
  expect(seatOf(twice, 'fresh-b')).toBe('b')
})

test('[W10] [H4] whoever comes in with it within 5 s has changed nothing, and later finds the room held, whether anybody looked or not', () => {
  const given = handedAt(begun(), 'b', 20)
  expect(stand(cameBack(given, 'b', 24, null, ['a']), at(26))).toEqual(stand(begun(), at(26)))
  for (const room of [given, advance(given, at(40))])
    expect(cameBack(room, 'b', 40, null, ['a']).sitting?.hold).toMatchObject({ why: 'away', since: at(20) })
})

test('[W10] [H2] what they said towards resuming has to be said again by whoever comes in', () => {
  const one = did(did(begun(), 'a', { do: 'hold' }, at(12)), 'b', { do: 'resume' }, at(13))
  const back = cameBack(handedAt(one, 'b', 14), 'b', 15, null, ['a'])
  expect(did(back, 'a', { do: 'resume' }, at(16)).sitting?.hold).toMatchObject({ resume: ['a'] })
})

test('[W10] [H7] who were handed their seats by a process that had not watched count as gone since they last heard', () => {
  const given = handedAt(handedAt(begun(), 'a', 50), 'b', 51)
  const one = cameBack(given, 'a', 52, 15)
  expect(one.sitting?.hold).toMatchObject({ why: 'away', since: at(15) })
  const both = cameBack(one, 'b', 53, 16, ['a'])
  expect(both.sitting?.hold).toMatchObject({ why: 'away', since: at(16) })
})
