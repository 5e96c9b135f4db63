// Who sits down, comes back or goes? These are not intents of a person in the room but what the server sees at its door:
// tokens shown, connections that began and ended, its own absences.
import { AWAY_AFTER_MS, advance, hold } from './advance.ts'
import { allReady, begin } from './begin.ts'
import { type Brought, withCapsule } from './capsule.ts'
import type { RefusalCode } from './intents.ts'
import type { Ms, Room, Seat, SeatId } from './room.ts'
import { assumedSince, people, seatIds } from './room.ts'
import type { Refused, Stepped } from './step.ts'
import { askedAnew, firstToken, opens, shown } from './tokens.ts'

export interface Sitter {
  name: string
  key: string | null
  /** The hash of the token that this person is given. */
  token: string
  /** The hash of what their page alone knows, and says again where it asks again; nobody else is shown it. */
  attempt?: string | null
}

export interface Returning {
  /** The hash of the token that is shown. */
  token: string
  /** The hash of the token that is given in its place. */
  next: string
  key: string | null
  /** The last instant of the server that this browser knows of; null when it knows none. */
  heard: Ms | null
  /** The seats that are connected at this moment, as far as the server can tell. */
  present: readonly SeatId[]
  /** What their browser kept of the room for the server, and in which seat; null when it kept nothing that is good. */
  capsule?: Brought | null
}

type SatDown = (Stepped & { seat: SeatId }) | Refused

const stepped = (room: Room, at: Ms): Room => ({ ...room, at, rev: room.rev + 1 })
const refused = (code: RefusalCode, room: Room): Refused => ({ ok: false, code, room })

/**
 * Takes the first free seat. A room takes as many people as it has seats and never one more (rule S). Whoever asks again
 * in the same attempt before the sitting, since the answer was lost on its way, is given the same seat and a new token.
 */
export function sit(room: Room, sitter: Sitter, now: Ms): SatDown {
  const at = Math.max(now, room.at)
  const current = advance(room, at)
  // A stranger at the door changes nothing: what time has done while nobody watched is for the room's people to settle.
  if (current.closed) return refused('closed', room)
  const before = current.sitting ? undefined : askedBefore(current, sitter)
  const seat = current.sitting ? undefined : (before ?? seatIds(current).find(id => !current.seats[id]))
  if (!seat) return refused('full', room)
  const own = before && current.seats[before]
  const taken: Seat = {
    name: sitter.name,
    key: sitter.key,
    token: own ? askedAnew(own.token, sitter.token) : firstToken(sitter.token),
    goneSince: null,
    wish: null,
    ...(sitter.attempt != null && { attempt: sitter.attempt }),
  }
  return { ok: true, seat, room: stepped({ ...current, seats: { ...current.seats, [seat]: taken } }, at) }
}

/** The seat that was taken in this attempt, and by nobody come back to yet. A name and a key would prove nothing: everybody in the room reads them. */
function askedBefore(room: Room, { attempt }: Sitter): SeatId | undefined {
  return people(room).find(id => {
    const own = room.seats[id]
    return attempt != null && own?.attempt === attempt && own.token.used === own.token.given
  })
}

/** Which seat a token's hash belongs to. */
export const seatOf = (room: Room, token: string): SeatId | undefined =>
  people(room).find(id => {
    const own = room.seats[id]
    return own != null && opens(own.token, token)
  })

/**
 * Hands the seat a token that its person has not shown yet, in place of all that they had: in a workshop a person is known by the
 * circle, and comes to their seat from there, whatever their browser has kept. Nobody is connected with what they had: until they
 * come in with the new one they are gone. Since when nobody was served is not known here, but by whoever comes in, so the room's
 * own instant stays where it was (rule H7).
 */
export function handed(room: Room, seat: SeatId, token: string, now: Ms): Stepped | Refused {
  const own = room.seats[seat]
  if (room.kind !== 'workshop') return refused('not-allowed', room)
  if (room.closed) return refused('closed', room)
  if (!own || room.left.includes(seat)) return refused('not-yours', room)
  const given = { ...room, seats: { ...room.seats, [seat]: { ...own, token: firstToken(token) } } }
  if (own.goneSince !== null) return { ok: true, room: given }
  const { seats, ...gone } = goneSince(given, [seat], Math.max(now, room.at))
  const waiting = seats[seat] && { ...seats[seat], isHanded: true as const }
  return { ok: true, room: { ...gone, seats: { ...seats, [seat]: waiting }, rev: room.rev + 1 } }
}

/** Comes back to the seat that the token belongs to. The seat's other connections are the same person's, and older. */
export function comeBack(room: Room, who: Returning, now: Ms): SatDown {
  const known = who.capsule ? withCapsule(room, who.capsule, now) : room
  // What a newer capsule knows may be of an instant before what was kept of the room it came back as.
  const at = Math.max(now, room.at, known.at)
  const seat = seatOf(known, who.token)
  if (!seat) return refused(advance(room, at).closed ? 'closed' : 'not-yours', room)
  const current = advance(takenUp(known, who, seat, at), at)
  const seated = current.seats[seat]
  if (!seated) return refused('not-yours', room)
  const { isHanded: _, ...own } = seated
  const wasAway = own.goneSince !== null && at >= own.goneSince + AWAY_AFTER_MS
  const back: Seat = {
    ...own,
    key: who.key ?? own.key,
    token: shown(own.token, who.token, who.next),
    goneSince: null,
    // Readiness said before a long absence is not readiness now.
    wish: wasAway ? null : own.wish,
  }
  const seats = { ...current.seats, [seat]: back }
  const watched = people(current).every(id => seats[id]?.goneSince == null)
  const next = { ...current, seats, ...(watched ? { unwatchedSince: null, takenUpAt: null } : {}) }
  const { broughtBack } = current
  if (broughtBack && !broughtBack.seats.includes(seat)) {
    next.broughtBack = { ...broughtBack, seats: [...broughtBack.seats, seat] }
  }
  return {
    ok: true,
    seat,
    room: stepped(!next.sitting && !next.closed && allReady(next, at) ? begin(next, at) : next, at),
  }
}

/**
 * The last connection of a seat has ended at `now`. `entry` names the entry that it belonged to, by the hash of the token
 * that was given then: the farewell of an earlier connection says nothing about a person who has come back since, or
 * about somebody else who sits there now. Returns the same object when nothing has changed.
 */
export function went(room: Room, seat: SeatId, entry: string, now: Ms): Room {
  const at = Math.max(now, room.at)
  const current = advance(room, at)
  const own = current.seats[seat]
  if (!own || own.token.given !== entry || own.goneSince !== null || current.closed) return current
  const next = { ...current, seats: { ...current.seats, [seat]: { ...own, goneSince: at } } }
  const held = next.sitting?.hold
  // To resume, everyone must be present and say so: what an absent person said before they went is not said now.
  if (next.sitting && held) {
    next.sitting = { ...next.sitting, hold: { ...held, resume: held.resume.filter(id => id !== seat) } }
  }
  return stepped(next, at)
}

/** The process stood still over the boundary at `due`: the room holds there, and nobody's turn is spent (rule T). */
export function stoodStill(room: Room, due: Ms, now: Ms): Room {
  const at = Math.max(now, room.at)
  const since = Math.max(due, room.at)
  const current = advance(room, since)
  if (!current.sitting || current.sitting.hold) return current
  return stepped({ ...current, sitting: hold(current.sitting, 'late', since, null) }, at)
}

/**
 * A process that was not watching takes the room up. Whoever is said to be there and is not has been unserved for an
 * unknown time, and so has the one who returns; what returning browsers last heard bounds it, the latest counting (rule H).
 */
function takenUp(room: Room, who: Returning, seat: SeatId, now: Ms): Room {
  const assumed = room.unwatchedSince !== null && room.seats[seat]?.goneSince === room.unwatchedSince
  // Since the room was taken up, time has passed in it: what somebody was shown then happened before they are corrected.
  const current = assumed ? advance(room, now) : room
  if (current.closed) return current
  const isThere = (id: SeatId) => who.present.includes(id) && isServed(current, id)
  if (!current.sitting) return current.broughtBack ? goneSince(current, unsureOf(current, isThere), now) : current
  const known = assumed ? betterKnown(current, who.heard) : current
  const unsure = unsureOf(known, isThere)
  if (unsure.length === 0) return known
  const heard = Math.min(now, Math.max(known.at, who.heard ?? now))
  const since = assumedSince(known, heard)
  const gone = goneSince(known, unsure, since)
  // Only others can know better than the one who has just said it.
  return unsure.some(id => id !== seat) ? { ...gone, unwatchedSince: since, takenUpAt: now } : gone
}

/** Whoever is connected, but has not come to the room since it came back, may know more of it than what it came back from: they come anew. */
const isServed = ({ broughtBack }: Room, seat: SeatId): boolean => !broughtBack || broughtBack.seats.includes(seat)

const unsureOf = (room: Room, isThere: (seat: SeatId) => boolean): SeatId[] =>
  people(room).filter(id => (room.seats[id]?.goneSince === null || room.seats[id]?.isHanded) && !isThere(id))

/** Somebody who was assumed to be gone returns and has heard later than that from the process that was lost. */
function betterKnown(room: Room, heard: Ms | null): Room {
  const { unwatchedSince: since, takenUpAt } = room
  if (since === null || takenUpAt === null || heard === null) return room
  const until = Math.min(heard, takenUpAt)
  if (until <= since) return room
  const assumed = people(room).filter(id => room.seats[id]?.goneSince === since)
  return heldLater({ ...goneSince(room, assumed, until), unwatchedSince: until }, since, until)
}

/** Marks seats as gone, at the latest since they were handed anew. What they said towards resuming was said before, and is not said now. */
function goneSince(room: Room, gone: readonly SeatId[], since: Ms): Room {
  const seats = { ...room.seats }
  for (const id of gone) {
    const seat = seats[id]
    if (!seat) continue
    const { isHanded, ...own } = seat
    seats[id] = { ...own, goneSince: isHanded ? Math.min(own.goneSince ?? since, since) : since }
  }
  const held = room.sitting?.hold
  if (!room.sitting || !held) return { ...room, seats }
  const resume = held.resume.filter(id => !gone.includes(id))
  return { ...room, seats, sitting: { ...room.sitting, hold: { ...held, resume } } }
}

/**
 * Moves a hold that was assumed from too early an instant to a later one; a hold that was there before, or that
 * somebody's real leaving began, stays. What time did up to then (lines that opened, a sitting that was over) has
 * happened after all.
 */
function heldLater(room: Room, assumed: Ms, since: Ms): Room {
  const { sitting } = room
  const held = sitting?.hold
  if (!sitting || !held || held.why !== 'away' || held.resume.length > 0) return room
  const reallyGone = people(room).some(id => (room.seats[id]?.goneSince ?? since) < since)
  if (reallyGone || held.since < assumed || held.since >= since) return room
  const ran = advance({ ...room, at: held.since, sitting: { ...sitting, hold: null } }, since)
  const next = { ...ran, at: room.at }
  return next.sitting ? { ...next, sitting: hold(next.sitting, 'away', since, null) } : next
}
