// What does a facilitator make of a circle? Each direction makes the next circle, and orders for the rooms that it concerns.
import { trioFor } from '../formats/formats.ts'
import { growing, grown } from '../protocol/common-clock.ts'
import type { Direction } from '../protocol/direct.ts'
import type { Ms } from '../protocol/room.ts'
import { MORE_MS, whereAt } from '../protocol/where.ts'
import type { ConveneAsk, DirectAsk, PersonId } from '../wire/circle.ts'
import { acted, type Circle, isCalledBack, isRunning, type Round } from './circle.ts'
import { roomOf } from './circle-view.ts'
import { brokenUp, reflecting } from './left-behind.ts'
import { takenDown } from './offered.ts'
import { beginning, type Directed, type Drawn, notNow, type Order, refused, toRooms } from './orders.ts'
import { pairAll, pairWaiting } from './pairs.ts'
import { without } from './people.ts'
import { withRound } from './remembered.ts'

const SECOND = 1000

/**
 * What a facilitator asks of the whole circle, and what its rooms are to be told in consequence. `closed` after the end, `not-now` where
 * the round does not stand so that it could be done.
 */
export function direct(circle: Circle, ask: DirectAsk, drawn: Drawn, now: Ms): Directed {
  // What a line says can be too much for a wall after the end as well.
  if (circle.closed && ask.do !== 'take-down') return { ok: false, code: 'closed' }
  switch (ask.do) {
    case 'pair':
      return ask.who === 'waiting' ? pairWaiting(circle, drawn, now) : pairAll(circle, ask.who === 'same', drawn, now)
    case 'begin':
      return begin(circle, now)
    case 'hold':
      return hold(circle, now)
    case 'resume':
      return resume(circle, now)
    case 'more':
      return more(circle, now)
    case 'call-back': {
      const by = ask.seconds === null ? null : now + ask.seconds * SECOND
      // Its rooms are over: whatever was taken back of it now would take none of them back.
      if (circle.round && isCalledBack(circle.round, now)) return notNow
      return onRound(circle, round => ({ ...round, backBy: by }), { do: 'call-back', by }, now)
    }
    case 'say':
      return { ok: true, circle, orders: [] }
    case 'fix':
    case 'apart':
      return wished(circle, ask, now)
    case 'remove':
      return removed(circle, ask.person, now)
    case 'reflect':
      return reflecting(circle, ask, now)
    case 'attend': {
      const room = circle.round?.rooms[ask.room - 1]
      return room ? { ok: true, circle, orders: [toRooms([room], { do: 'attend' }, now)] } : { ok: false, code: 'gone' }
    }
    case 'knock':
      return knock(circle, ask, now)
    case 'take-down': {
      const out = takenDown(circle, ask.line, now)
      return out.ok ? { ...out, orders: [] } : out
    }
    case 'late':
      return { ok: true, circle: acted(circle, { late: ask.late }, now), orders: [] }
    case 'close': {
      const orders = circle.round ? [toRooms(circle.round.rooms, { do: 'close' }, now)] : []
      return { ok: true, circle: closed(circle, now), orders }
    }
  }
}

/** Nobody stands at two doors: whoever knocks at one is no longer at any other. */
function knock(circle: Circle, ask: DirectAsk & { do: 'knock' }, now: Ms): Directed {
  // Elsewhere they would have to be sent what is said, and a room's words and voices go to its seats alone.
  if (circle.medium !== 'together') return { ok: false, code: 'not-allowed' }
  const rooms = circle.round?.rooms ?? []
  const room = rooms[ask.room - 1]
  if (!room) return { ok: false, code: 'gone' }
  if (ask.off) return { ok: true, circle, orders: [toRooms([room], { do: 'withdraw' }, now)] }
  const others = rooms.filter(other => other !== room)
  const orders = [toRooms(others, { do: 'withdraw' }, now), toRooms([room], { do: 'knock' }, now)]
  return { ok: true, circle, orders }
}

/** Nobody of the circle is known any more, nor an answer that waits for a sum; what the group learned stays to be read. */
function closed(circle: Circle, now: Ms): Circle {
  const remembered = { ...circle.remembered, met: {}, last: {}, odd: {}, oddBefore: null }
  const nobody = {
    people: {},
    fixed: [],
    apart: [],
    round: circle.round && { ...circle.round, rooms: [], alone: null },
    offered: [],
    learned: { open: circle.learned.open, waiting: [] },
  }
  return acted(circle, { ...nobody, remembered, closed: { at: now } }, now)
}

/** Out of the circle and of the room they sit in. */
export function removed(circle: Circle, person: PersonId, now: Ms): Directed {
  const out = without(circle, person, now)
  if (!out.ok) return out
  const room = circle.round && roomOf(circle.round, person)
  if (!room) return { ok: true, circle: out.circle, orders: [] }
  const rest = brokenUp(out.circle, room.room, now)
  const leave: Order = { do: 'leave', room: room.room, seat: room.people.indexOf(person) }
  return { ...rest, orders: [leave, ...rest.orders] }
}

function begin(circle: Circle, now: Ms): Directed {
  const { round } = circle
  if (!round || round.startedAt !== null || isCalledBack(round, now)) return notNow
  const rooms = round.rooms.filter(({ over }) => !over)
  const seated = rooms.flatMap(({ people }) => people)
  const people = round.alone === null ? seated : [...seated, round.alone]
  const odd = round.alone ?? rooms.find(room => room.people.length === 3)?.people[2] ?? null
  const held = { rooms: rooms.map(room => room.people), odd }
  const among = (pair: readonly PersonId[]) => pair.every(person => people.includes(person))
  const remembered = withRound(circle.remembered, { people, fixed: circle.fixed.filter(among) }, held)
  const next = { ...round, startedAt: now }
  const orders = [toRooms(rooms, beginning(circle, now), now)]
  return { ok: true, circle: acted(circle, { round: next, remembered }, now), orders }
}

function hold(circle: Circle, now: Ms): Directed {
  if (!isRunning(circle, now) || circle.round?.stoppedAt != null) return notNow
  return onRound(circle, round => ({ ...round, stoppedAt: now }), { do: 'hold' }, now)
}

function resume(circle: Circle, now: Ms): Directed {
  const { round } = circle
  if (!round || round.startedAt === null || round.stoppedAt === null) return notNow
  const startedAt = round.startedAt + Math.max(0, now - round.stoppedAt)
  return onRound(circle, before => ({ ...before, startedAt, stoppedAt: null, resumedAt: now }), { do: 'resume' }, now)
}

/** A minute for each turn of a pair that is not over, or for the phase that runs; rooms of three share as much in all. */
function more(circle: Circle, now: Ms): Directed {
  const { round } = circle
  if (!round || !isRunning(circle, now)) return notNow
  const n = phaseAt(round, now)
  const totalMs = growing(round.phases, n).length * MORE_MS
  return onRound(
    circle,
    before => ({ ...before, phases: grown(before.phases, n, totalMs) }),
    { do: 'more', totalMs },
    now,
  )
}

/** The phase that runs on the clock of all. The round must have begun. */
function phaseAt({ phases, startedAt, stoppedAt }: Round, now: Ms): number {
  return whereAt({ phases, n: 0, startedAt: startedAt ?? now, hold: null }, stoppedAt ?? now).n
}

function onRound(circle: Circle, change: (round: Round) => Round, direction: Direction, now: Ms): Directed {
  const { round } = circle
  if (!round) return notNow
  return {
    ok: true,
    circle: acted(circle, { round: change(round) }, now),
    orders: [toRooms(round.rooms, direction, now)],
  }
}

function wished(circle: Circle, { do: what, people, off }: DirectAsk & { do: 'fix' | 'apart' }, now: Ms): Directed {
  const unknown = people.filter(person => !circle.people[person])
  if (unknown.length > 0) return { ok: false, code: 'gone', why: 'unknown-person', who: unknown }
  const isSame = (pair: readonly PersonId[]) => people.every(person => pair.includes(person))
  const field = what === 'fix' ? 'fixed' : 'apart'
  const others = circle[field].filter(pair => !isSame(pair))
  if (off) return { ok: true, circle: acted(circle, { [field]: others }, now), orders: [] }
  const against = circle[what === 'fix' ? 'apart' : 'fixed'].some(isSame)
  if (against) return refused({ why: 'fixed-apart', who: [...people] })
  const clash = what === 'fix' ? others.filter(pair => pair.some(person => people.includes(person))) : []
  if (clash.length > 0) return refused({ why: 'fixed-clash', who: [...new Set([...people, ...clash.flat()])] })
  return { ok: true, circle: acted(circle, { [field]: [...others, people] }, now), orders: [] }
}

/** Whether the plan can be held at all: three share a round only in turns that are long enough. */
export function planProblem({ format, odd }: Pick<ConveneAsk, 'format' | 'odd'>): string | null {
  if (odd !== 'trio') return null
  return trioFor(format.id, format.minutes) === null ? 'The turns are too short for three.' : null
}
