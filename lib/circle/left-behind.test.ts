// Where is somebody whose partner has gone, before a round begins and while it runs?
import { expect, test } from 'vitest'
import type { Glance } from '../protocol/glance.ts'
import type { PersonId } from '../wire/circle.ts'
import { boardRoom } from './board-room.ts'
import type { Circle } from './circle.ts'
import { boardPeople, placeOf, viewOf } from './circle-view.ts'
import { roomSeen } from './left-behind.ts'
import { join, without } from './people.ts'
import { direct, removed } from './rounds.ts'
import { at, begun, circleOf, did, drawn, orders, ordersOf, ROUND_MS, roomsOf, T0 } from './testing/circle-of.ts'

const SEEN: Glance = {
  ...{
    here: [],
    left: [],
    stage: 'sitting',
    phase: null,
    held: null,
    behindMs: 0,
    behindSince: null,
    help: null,
    visit: null,
    closed: null,
  },
}
const mateOf = (circle: Circle, person: PersonId): PersonId =>
  roomsOf(circle)
    .findLast(room => room.includes(person))
    ?.find(other => other !== person) ?? ''
const roomFor = (circle: Circle, person: PersonId): string =>
  circle.round?.rooms.findLast(({ people }) => people.includes(person))?.room ?? ''
/** The partner of p1 has left the workshop, and their room has ended. */
function leftAlone(circle: Circle, seconds = 60): Circle {
  const room = roomFor(circle, 'p1')
  const gone = without(circle, mateOf(circle, 'p1'), at(seconds))
  if (!gone.ok) throw new Error(gone.code)
  return roomSeen(gone.circle, room, { ...SEEN, stage: 'closed', closed: { why: 'left' } }, at(seconds)).circle
}
const late = (circle: Circle, seconds = 1): { circle: Circle; person: PersonId } => {
  const came = join(circle, { name: 'Late', token: `late-${seconds}` }, at(seconds))
  if (!came.ok) throw new Error(came.code)
  return came
}
const reflects = (circle: Circle) => boardPeople(circle, T0).flatMap(person => (person.reflects ? person.id : []))

test('[RO11] whoever is left alone waits, or sits with the question where that was agreed; latecomers wait either way', () => {
  expect(placeOf(leftAlone(begun(4)), 'p1', T0)).toEqual({ at: 'waiting' })
  const alone = leftAlone(begun(4, { left: 'reflect' }))
  expect(viewOf(alone, 'p1', at(61))).toMatchObject({ place: { at: 'reflect' }, prompt: 'One?' })
  expect(viewOf(alone, 'p1', at(61))?.clock?.endsAt).toBe(T0 + ROUND_MS)
  expect(reflects(alone)).toEqual(['p1'])
  const { circle, person } = late(alone, 70)
  expect(placeOf(circle, person, T0)).toEqual({ at: 'waiting' })
})

test('[RO11] the facilitator says of one that they sit with the question, or that they wait; meanwhile they are seated with nobody', () => {
  const { circle, person } = late(leftAlone(begun(4)), 70)
  const quiet = did(circle, { do: 'reflect', person: 'p1' }, 71)
  expect(reflects(quiet)).toEqual(['p1'])
  expect(direct(quiet, { do: 'pair', who: 'waiting' }, drawn(), at(72))).toMatchObject({
    why: 'too-few',
    who: [person],
  })
  const again = did(quiet, { do: 'reflect', person: 'p1', off: true }, 73)
  expect(reflects(again)).toEqual([])
  const seated = did(again, { do: 'pair', who: 'waiting' }, 74)
  expect(roomsOf(seated).at(-1)).toEqual(['p1', person])
  expect(placeOf(seated, 'p1', T0)).toMatchObject({ at: 'room' })
})

test('[RO11] it is over with the round: from the next one on they are paired as everybody is', () => {
  const next = did(leftAlone(begun(5, { left: 'reflect' })), { do: 'pair' }, ROUND_MS / 1000 + 1)
  expect(roomsOf(next).flat()).toContain('p1')
  expect(reflects(next)).toEqual([])
})

test('[RO11] nobody is sent there who has a room, in a round that has not begun, or when it is over', () => {
  const ask = { do: 'reflect', person: 'p1' } as const
  expect(direct(begun(4), ask, drawn(), at(1))).toMatchObject({ ok: false, code: 'not-now' })
  const alone = leftAlone(begun(4))
  expect(direct(alone, ask, drawn(), T0 + ROUND_MS)).toMatchObject({ ok: false, code: 'not-now' })
  expect(direct(alone, { ...ask, person: 'p9' }, drawn(), at(61))).toMatchObject({ ok: false, code: 'gone' })
  const paired = did(circleOf(4), { do: 'pair' })
  expect(direct(late(paired).circle, { ...ask, person: 'p5' }, drawn(), at(2))).toMatchObject({ code: 'not-now' })
})

test('[RO9] a room that somebody leaves before it begins closes for whoever is left, and is not begun', () => {
  const paired = did(circleOf(4), { do: 'pair' })
  const [room, mate] = [roomFor(paired, 'p1'), mateOf(paired, 'p1')]
  const out = removed(paired, mate, at(2))
  if (!out.ok) throw new Error(out.code)
  expect(ordersOf(out)).toEqual([
    { do: 'leave', room, seat: 1 },
    { do: 'direct', direction: { do: 'close', why: 'left' }, at: at(2), rooms: [room] },
  ])
  expect(placeOf(out.circle, 'p1', T0)).toEqual({ at: 'waiting' })
  const [begins] = orders(out.circle, { do: 'begin' }, 3)
  expect(begins?.do === 'direct' && begins.rooms).toHaveLength(1)
  expect(Object.keys(did(out.circle, { do: 'begin' }, 3).remembered.met)).toHaveLength(1)
  // Whoever leaves the room alone stays in the circle, and it is the same.
  const seen = roomSeen(paired, room, { ...SEEN, stage: 'gathering', left: ['b'] }, at(2))
  expect([placeOf(seen.circle, 'p1', T0), placeOf(seen.circle, mate, T0)]).toEqual([
    { at: 'waiting' },
    { at: 'waiting' },
  ])
  expect(roomSeen(seen.circle, room, { ...SEEN, stage: 'gathering', left: ['b'] }, at(3)).circle).toBe(seen.circle)
  const running = begun(4)
  const gathering = { ...SEEN, stage: 'gathering', left: ['b'] } as const
  expect(roomSeen(running, roomFor(running, 'p1'), { ...gathering, left: ['b'] }, at(3)).circle).toBe(running)
})

test('[RO10] before it begins one who waits is the third of the pair to which they add least, and of no fixed one', () => {
  const met = did(did(did(circleOf(4), { do: 'fix', people: ['p1', 'p2'] }), { do: 'pair' }), { do: 'begin' })
  const { circle } = late(did(met, { do: 'pair', who: 'same' }, 900), 901)
  const out = direct(circle, { do: 'pair', who: 'waiting' }, drawn(), at(902))
  if (!out.ok) throw new Error(out.code)
  const three = out.circle.round?.rooms.at(-1)
  expect([...(three?.people ?? [])].sort()).toEqual(['p3', 'p4', 'p5'])
  const [closes, makes] = out.orders
  expect(closes).toMatchObject({ direction: { do: 'close' }, rooms: [roomFor(circle, 'p3')] })
  expect(makes).toEqual({ do: 'make', rooms: [three] })
  for (const person of ['p3', 'p4', 'p5']) expect(placeOf(out.circle, person, T0)).toMatchObject({ room: three?.room })
  const [begins] = orders(out.circle, { do: 'begin' }, 903)
  expect(begins?.do === 'direct' && begins.rooms).toEqual([roomFor(circle, 'p1'), three?.room])
})

test('[RO10] with a room of three whoever waits makes two pairs, whoever was to be alone sits with them, and one is never refused a seat', () => {
  const { circle } = late(did(circleOf(5), { do: 'pair' }))
  const four = did(circle, { do: 'pair', who: 'waiting' }, 2)
  const open = four.round?.rooms.filter(({ over }) => !over).map(({ people }) => people.length)
  expect(open).toEqual([2, 2, 2])
  const rests = did(circleOf(5, { odd: 'rest' }), { do: 'pair' })
  const both = did(late(rests).circle, { do: 'pair', who: 'waiting' }, 2)
  expect([both.round?.alone, roomsOf(both).at(-1)]).toEqual([null, [rests.round?.alone, 'p6']])
  const alone = did(
    late(did(circleOf(4, { odd: 'facilitator' }), { do: 'pair' })).circle,
    { do: 'pair', who: 'waiting' },
    2,
  )
  expect(placeOf(alone, 'p5', T0)).toEqual({ at: 'facilitator' })
  // Whoever they must not meet is not asked to take them in.
  const apart = did(late(did(circleOf(4), { do: 'pair' })).circle, { do: 'apart', people: ['p5', 'p1'] }, 2)
  expect(roomsOf(did(apart, { do: 'pair', who: 'waiting' }, 3)).at(-1)).not.toContain('p1')
})

test('[RO10] once it runs nobody joins a room: one who waits, waits', () => {
  const { circle, person } = late(begun(4), 60)
  expect(direct(circle, { do: 'pair', who: 'waiting' }, drawn(), at(61))).toMatchObject({
    ok: false,
    why: 'too-few',
    who: [person],
  })
})

test('[RO4] rooms that are made after a call back end with all the others, and none is made once it is over', () => {
  const back = { do: 'call-back', seconds: 120 } as const
  const called = { do: 'direct', direction: { do: 'call-back', by: at(130) } }
  const meanwhile = late(late(did(begun(4), back, 10), 20).circle, 21).circle
  expect(orders(meanwhile, { do: 'pair', who: 'waiting' }, 60).at(-1)).toMatchObject({ ...called })
  const before = late(did(did(circleOf(4), { do: 'pair' }), back, 10), 20).circle
  expect(orders(before, { do: 'pair', who: 'waiting' }, 60).at(-1)).toMatchObject(called)
  for (const circle of [meanwhile, before])
    expect(direct(circle, { do: 'pair', who: 'waiting' }, drawn(), at(130))).toMatchObject({ code: 'not-now' })
})

test('[RO4] whoever was called back is in no room any more, and nothing that is said of the round brings it back', () => {
  const called = did(begun(4, { left: 'reflect' }), { do: 'call-back', seconds: 60 }, 10)
  expect(placeOf(called, 'p1', at(69))).toMatchObject({ at: 'room' })
  expect(placeOf(called, 'p1', at(70))).toEqual({ at: 'waiting' })
  const paired = did(did(circleOf(4), { do: 'pair' }), { do: 'call-back', seconds: 60 }, 10)
  const asks = [{ do: 'call-back', seconds: null }, { do: 'hold' }, { do: 'more' }] as const
  for (const ask of asks) expect(direct(called, ask, drawn(), at(70))).toMatchObject({ code: 'not-now' })
  expect(direct(paired, { do: 'begin' }, drawn(), at(70))).toMatchObject({ code: 'not-now' })
  expect(did(called, { do: 'pair' }, 70).round).toMatchObject({ n: 2, backBy: null })
})

test('[RO4] of three who sit one leaves and waits: the others go on, and whoever left is seated with somebody else', () => {
  const running = begun(3)
  const room = roomFor(running, 'p1')
  const three = running.round?.rooms[0]?.people ?? []
  const [one = '', other = '', leaver = ''] = three
  const left: Glance = { ...SEEN, left: ['c'] }
  const seen = roomSeen(running, room, left, at(60)).circle
  expect(roomSeen(seen, room, left, at(61)).circle).toBe(seen)
  expect(three.map(id => placeOf(seen, id, at(61))?.at)).toEqual(['room', 'room', 'waiting'])
  const board = boardPeople(seen, at(61))
  expect(three.map(id => board.find(person => person.id === id)?.room)).toEqual([1, 1, null])
  expect(seen.round?.rooms.map(own => boardRoom(own, 1, left).people)).toEqual([[one, other]])
  const { circle, person } = late(seen, 70)
  const seated = did(circle, { do: 'pair', who: 'waiting' }, 80)
  expect(roomsOf(seated).at(-1)).toEqual([leaver, person])
  expect(placeOf(seated, one, at(81))).toMatchObject({ room })
  // The same rooms once more are those in which people sat at last.
  const again = did(seated, { do: 'pair', who: 'same' }, ROUND_MS / 1000 + 100)
  expect(roomsOf(again).toSorted()).toEqual(
    [
      [one, other],
      [leaver, person],
    ].toSorted(),
  )
  // Where it was agreed they sit with its question, as whoever leaves a pair does.
  const agreed = begun(3, { left: 'reflect' })
  const quiet = roomSeen(agreed, roomFor(agreed, 'p1'), left, at(60)).circle
  expect(placeOf(quiet, quiet.round?.rooms[0]?.people[2] ?? '', at(61))).toEqual({ at: 'reflect' })
})
