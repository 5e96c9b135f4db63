// Who is brought together with whom? One queue of people who wait for the same thing (a language and a medium), as plain
// data, and what each act makes of it. Nothing here reads a clock or draws an id: both are arguments.
//
// After every act no two people who wait fit each other. So a queue can't grow with the crowd: everybody in it is kept
// apart from everybody else in it, and nobody is kept apart from many.
import type { Ms } from '../protocol/room.ts'
import { inOwnPlace, isAboutToRead, moving, withSeats } from './moving.ts'
import type { Offer, Queue, Sitting, Ticket } from './waiting.ts'

/** A room is made from an offer within this, or both are back in the queue. */
export const MAKE_MS = 10_000
/** How long a made offer can be read by whoever serves the other person. */
const TELL_MS = 40_000
/** A person whom nobody has renewed for this long is gone. */
export const SERVED_MS = 30_000
/** More than this many people can't be kept apart from each other by anything that people do. */
export const WAITING_MOST = 100
/** As long as a sitting takes: one whose process is gone, and whose end nobody tells here, is counted no longer. */
export const SITS_MS = 15 * 60_000
const PAIRED_MOST = 24
/** Of so many it is said that there are many. */
const SITTING_MOST = 24

/** A relation between two devices, as it is known at the moment of the act. */
export interface Relation {
  devices: readonly [string, string]
  until: Ms
}

export type Act =
  | { do: 'join'; ticket: Ticket }
  | { do: 'leave'; tickets: readonly string[] }
  | { do: 'renew'; tickets: readonly string[] }
  | { do: 'move'; tickets: readonly string[] }
  | { do: 'made'; room: string }
  | { do: 'unmade'; room: string }
  /** So many are there in the sitting of this room; nobody once it is over. */
  | { do: 'sits'; room: string; people: number }

/** What an act needs to know besides the queue. `rooms`: fresh ids, at least `roomsNeeded(queue)` of them. */
export interface Given {
  now: Ms
  rooms: readonly string[]
  relations: readonly Relation[]
}

/** Everybody who waits here, or may yet be given back: whoever comes must be told of their relations to all of these. */
export function members({ waiting, offers }: Pick<Queue, 'waiting' | 'offers'>): Ticket[] {
  return [...waiting, ...offers.filter(({ made }) => !made).flatMap(({ seats }) => [seats.a, seats.b])]
}

/** How many rooms one act may have to name at most. */
export const roomsNeeded = ({ waiting, offers }: Queue): number =>
  Math.ceil((waiting.length + 2 * offers.length + 1) / 2)

/** When time alone has changed something for somebody: until then an act that does nothing would change nothing. */
export function changesAt({ waiting, offers, apart }: Queue): Ms {
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...waiting.map(({ servedUntil }) => servedUntil),
    ...offers.map(({ takenAt, made }) => takenAt + (made ? TELL_MS : MAKE_MS)),
    ...apart.map(([, , until]) => until),
  )
}

/** The queue after one act at `now`, everybody brought together who can be. `full`: one more can't wait here, or not yet. */
export function actOn(queue: Queue, act: Act, given: Given): Queue | 'full' {
  const current = letGo(queue, given.now)
  const next = done(current, act, given.now)
  if (next === 'full') return next
  return together(related(next, given), given)
}

/** What time has done: whoever is served by nobody is gone, and what was not made in time is given back. */
function letGo(queue: Queue, now: Ms): Queue {
  const isOver = (offer: Offer) => now >= offer.takenAt + (offer.made ? TELL_MS : MAKE_MS)
  const over = queue.offers.filter(isOver)
  const returned = over.filter(offer => !offer.made).flatMap(({ seats }) => [seats.a, seats.b])
  const offers = over.length > 0 ? queue.offers.filter(offer => !isOver(offer)) : queue.offers
  return seated({ ...queue, offers }, [...queue.waiting, ...returned], now)
}

function done(queue: Queue, act: Act, now: Ms): Queue | 'full' {
  switch (act.do) {
    case 'join': {
      const others = queue.waiting.filter(({ device }) => device !== act.ticket.device)
      if (others.length >= WAITING_MOST || isAboutToRead(act.ticket, queue, now)) return 'full'
      const ticket = inOwnPlace(act.ticket, queue)
      return offeredTo(ticket, queue, now) ?? seated(queue, [...others, ticket], now)
    }
    case 'leave': {
      const isGone = (ticket: Ticket) => act.tickets.includes(ticket.id)
      const broken = queue.offers.filter(({ made, seats }) => !made && (isGone(seats.a) || isGone(seats.b)))
      const freed = broken.flatMap(({ seats }) => [seats.a, seats.b])
      const offers = queue.offers.filter(offer => !broken.includes(offer))
      const staying = [...queue.waiting, ...freed].filter(ticket => !isGone(ticket))
      return seated({ ...queue, offers }, staying, now)
    }
    case 'renew': {
      const renewed = (ticket: Ticket): Ticket =>
        act.tickets.includes(ticket.id) ? { ...ticket, servedUntil: now + SERVED_MS } : ticket
      const offers = queue.offers.map(offer => (offer.made ? offer : withSeats(offer, renewed)))
      return { ...queue, waiting: queue.waiting.map(renewed), offers }
    }
    case 'move':
      return moving(queue, act.tickets)
    case 'made':
      return {
        ...queue,
        offers: queue.offers.map(offer => (offer.room === act.room ? { ...offer, made: true } : offer)),
      }
    case 'unmade': {
      const [freed, offers] = split(queue.offers, offer => offer.room === act.room && !offer.made)
      return seated({ ...queue, offers }, [...queue.waiting, ...freed.flatMap(o => [o.seats.a, o.seats.b])], now)
    }
    case 'sits': {
      const { room, people } = act
      const others = sittingNow(queue, now).filter(one => one.room !== room)
      const sitting = people > 0 ? [...others, { room, people, until: now + SITS_MS }] : others
      return { ...queue, sitting: sitting.slice(-SITTING_MOST) }
    }
  }
}

/** Who sit, as far as anybody knows of late. */
export const sittingNow = ({ sitting = [] }: Queue, now: Ms): Sitting[] => sitting.filter(({ until }) => until > now)

/** Somebody who comes back while a room is being made for them finds it: the offer goes on with their new token. */
function offeredTo(ticket: Ticket, queue: Queue, now: Ms): Queue | null {
  const { device } = ticket
  const found = queue.offers.find(({ made, seats }) => !made && [seats.a, seats.b].some(one => one.device === device))
  if (!found) return null
  // The room may be on its way with the token that is void now, so it is made anew: both go back to their places.
  const place = found.seats.a.device === device ? found.seats.a.since : found.seats.b.since
  const other = found.seats.a.device === device ? found.seats.b : found.seats.a
  const offers = queue.offers.filter(offer => offer !== found)
  return seated({ ...queue, offers }, [...queue.waiting, other, { ...ticket, since: place }], now)
}

/** The queue with these people in it, in their order, and nothing remembered of anybody else. */
function seated(queue: Queue, people: readonly Ticket[], now: Ms): Queue {
  const waiting = people.filter(({ servedUntil }) => servedUntil > now).sort(byPlace)
  const here = new Set(members({ ...queue, waiting }).map(({ id }) => id))
  const apart = queue.apart.filter(([one, other, until]) => until > now && here.has(one) && here.has(other))
  return { ...queue, waiting, apart }
}

/** Of two who came in the same millisecond the one that is in the queue already stays in front: sorting keeps their order. */
const byPlace = (one: Ticket, other: Ticket): number => one.since - other.since

/** Remembers who of those that wait must not meet whom. */
function related(queue: Queue, { relations, now }: Given): Queue {
  const ticketOf = new Map(members(queue).map(({ device, id }) => [device, id]))
  const known = new Map(queue.apart.map(apart => [nameOf(apart[0], apart[1]), apart]))
  for (const { devices, until } of relations) {
    const [one, other] = devices.map(device => ticketOf.get(device))
    if (one === undefined || other === undefined || one === other || until <= now) continue
    const name = nameOf(one, other)
    known.set(name, [one, other, Math.max(until, known.get(name)?.[2] ?? 0)])
  }
  return { ...queue, apart: [...known.values()] }
}

const nameOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** Takes out every two who fit: whoever has waited longest first, with whoever of the others has waited longest. */
function together(queue: Queue, { rooms, now }: Given): Queue {
  const { waiting } = queue
  // The usual case of a queue in which everybody is kept apart from everybody.
  const here = new Set(waiting.map(({ id }) => id))
  const kept = queue.apart.filter(([one, other]) => here.has(one) && here.has(other))
  if (kept.length === (waiting.length * (waiting.length - 1)) / 2) return queue
  const apart = new Set(kept.map(([one, other]) => nameOf(one, other)))
  const free = [...rooms]
  const taken = new Set<Ticket>()
  const offers = [...queue.offers]
  const paired = [...queue.paired]
  waiting.forEach((a, place) => {
    if (taken.has(a)) return
    const b = waiting.find((other, n) => n > place && !taken.has(other) && !apart.has(nameOf(a.id, other.id)))
    const room = free[0]
    if (!b || room === undefined) return
    free.shift()
    taken.add(a).add(b)
    offers.push({ room, seats: { a, b }, takenAt: now, made: false })
    paired.push({ at: now, waitedMs: Math.max(0, now - a.since) })
  })
  if (taken.size === 0) return queue
  const left = waiting.filter(ticket => !taken.has(ticket))
  return seated({ ...queue, offers, paired: paired.slice(-PAIRED_MOST) }, left, now)
}

function split<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter(one => !is(one))]
}

/** The offers that `after` has and `before` had not: two people each, who were taken in this act. */
export function newOffers(before: Queue, after: Queue): Offer[] {
  const known = new Set(before.offers.map(({ room }) => room))
  return after.offers.filter(({ room }) => !known.has(room))
}
