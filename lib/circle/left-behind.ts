// What becomes of whoever is left as somebody goes? A room that did not begin, or that is over before its time, is no place any
// more: they stand among those without one, or sit with the question of the round until it ends.
import type { Glance } from '../protocol/glance.ts'
import { type CloseReason, type Ms, SEATS, type SeatId } from '../protocol/room.ts'
import type { DirectAsk } from '../wire/circle.ts'
import { acted, type Circle, isRunning } from './circle.ts'
import { placeOf } from './circle-view.ts'
import { type Directed, notNow, type Order, toRooms } from './orders.ts'

export type RoomGlance = readonly [room: string, seen: Glance]
type Changed = { ok: true; circle: Circle; orders: Order[] }

/** What was seen of a room may change its circle; most of it does not. */
export function roomSeen(circle: Circle, room: string, { closed, stage, left }: Glance, now: Ms): Changed {
  if (closed) return { ok: true, circle: roomOver(circle, room, closed.why, now), orders: [] }
  if (left.length === 0) return { ok: true, circle, orders: [] }
  return stage === 'gathering' ? brokenUp(circle, room, now) : goneFrom(circle, room, left, now)
}

/** Of three who sit one has left: the others go on. Whoever left stands among those without a room, should they stay in the circle. */
function goneFrom(circle: Circle, room: string, left: readonly SeatId[], now: Ms): Changed {
  const { round } = circle
  const own = round?.rooms.find(one => one.room === room)
  const gone = own?.people.filter((_, n) => SEATS[n] !== undefined && left.includes(SEATS[n])) ?? []
  if (!round || !own || own.over || gone.length <= (own.gone?.length ?? 0)) return { ok: true, circle, orders: [] }
  const rooms = round.rooms.map(one => (one === own ? { ...one, gone } : one))
  return { ok: true, circle: acted(circle, { round: { ...round, rooms } }, now), orders: [] }
}

/** The same for several rooms. What changes nothing leaves the circle the very same. */
export function roomsSeen(circle: Circle, seen: Iterable<RoomGlance>, now: Ms): Changed {
  let all: Changed = { ok: true, circle, orders: [] }
  for (const [room, glance] of seen) {
    const next = roomSeen(all.circle, room, glance, now)
    all = { ...next, orders: [...all.orders, ...next.orders] }
  }
  return all
}

/**
 * A room has closed. Where the round still runs by the clock of all, whoever is left of it waits for somebody; when all rooms close
 * at the end of the round there is nothing to write down.
 */
export function roomOver(circle: Circle, room: string, why: CloseReason, now: Ms): Circle {
  const { round } = circle
  const own = round?.rooms.find(one => one.room === room)
  if (!round || !own || own.over || why === 'facilitator' || !isRunning(circle, now)) return circle
  const rooms = round.rooms.map(one => (one === own ? { ...one, over: why } : one))
  return acted(circle, { round: { ...round, rooms } }, now)
}

/**
 * Somebody has left a room before it began: it is no room for whoever is left, and closes. They stand among those without one, as
 * does the leaver who stays in the circle.
 */
export function brokenUp(circle: Circle, room: string, now: Ms): Changed {
  const { round } = circle
  const own = round?.rooms.find(one => one.room === room)
  if (!round || !own || own.over || round.startedAt !== null) return { ok: true, circle, orders: [] }
  const rooms = round.rooms.map(one => (one === own ? { ...one, over: 'left' as const } : one))
  const orders = [toRooms([own], { do: 'close', why: 'left' }, now)]
  return { ok: true, circle: acted(circle, { round: { ...round, rooms } }, now), orders }
}

/** Whoever has no room in the round that runs sits with its question until it ends, or no longer. */
export function reflecting(circle: Circle, { person, off = false }: DirectAsk & { do: 'reflect' }, now: Ms): Directed {
  const { round } = circle
  if (!circle.people[person]) return { ok: false, code: 'gone', why: 'unknown-person', who: [person] }
  const at = placeOf(circle, person, now)?.at
  if (!round || !isRunning(circle, now) || (at !== 'waiting' && at !== 'reflect')) return notNow
  const reflects = { ...round.reflects, [person]: !off }
  return { ok: true, circle: acted(circle, { round: { ...round, reflects } }, now), orders: [] }
}
