// How does a room come back that its store has lost, or lost the last of? From what its people's browsers kept of it for the server: of
// each the room as it stood when they were last shown it, without what the others did in private.
import { advance, hold } from './advance.ts'
import { assumedSince, type Line, type Ms, people, type Room, type SeatId, seatIds } from './room.ts'

/**
 * A store can't have lost more revisions than this since a capsule was taken that is still good. A room that comes back leaves
 * them out: every browser must take what comes now for newer than all that it was shown before.
 */
const LOST_MOST = 1_000

/** What a good capsule held: the room, and whose browser it was made for. */
export interface Brought {
  room: Room
  seat: SeatId
}

/** What the browser of `you` keeps at `now`. Nothing in it, nor its length, depends on what only others may know (rules V1, V4, D4). */
export function capsuleOf(room: Room, you: SeatId, now: Ms): Room {
  const current = advance(room, now)
  const seats = { ...current.seats }
  for (const id of seatIds(current)) {
    const seat = seats[id]
    if (seat && id !== you) seats[id] = { ...seat, wish: null }
  }
  const kept: Room = { ...current, seats }
  const { sitting, visit } = current
  if (visit) kept.visit = { ...visit, yes: visit.yes.filter(id => id === you) }
  if (sitting?.lines) {
    const isOpen = sitting.revealedAt !== null
    // That others keep theirs looks the same as that they have written none (rule D2).
    const known = (id: SeatId, line: Line) => id === you || (isOpen && line !== 'kept')
    const lines = Object.entries(sitting.lines).filter(([id, line]) => known(id as SeatId, line))
    kept.sitting = { ...sitting, lines: Object.fromEntries(lines) }
  }
  return kept
}

/** The room of a capsule, to be kept where there is none, in the store of that name. Whoever comes in then finds everybody gone, as after any outage. */
export const broughtBack = (capsule: Room, epoch: string): Room => ({
  ...capsule,
  rev: capsule.rev + LOST_MOST,
  broughtBack: { rev: capsule.rev, seats: [], epoch },
})

/**
 * The room that was brought back, or that has fallen behind, with what the capsule of somebody who comes in knows beyond it. Returns the
 * same object where that is nothing: of any other room a capsule says nothing, and one that was taken since it came back, no more than
 * the store itself.
 */
export function withCapsule(stored: Room, { room: capsule, seat }: Brought, now: Ms): Room {
  if (stored.closed || capsule.createdAt !== stored.createdAt) return stored
  const room = fallenBehind(stored, capsule)
  if (!room.broughtBack) return room
  if (room === stored && capsule.broughtBack?.epoch === room.broughtBack.epoch) return room
  const isNewer = capsule.rev > room.broughtBack.rev
  const taken = isNewer
    ? mayReplace(room, capsule)
      ? replaced(room, capsule, now)
      : withToken(room, capsule, seat)
    : room
  return withOwnLine(taken, capsule, seat)
}

/**
 * The store has kept what a capsule tells of, so one that holds less has gone back, as when its machine lost power before all was written
 * down. What it lost comes back to it as to a store that lost the room, under the name that it still has.
 */
function fallenBehind(room: Room, capsule: Room): Room {
  const epoch = room.broughtBack?.epoch ?? room.madeIn
  if (capsule.rev <= room.rev || epoch === undefined) return room
  return { ...room, broughtBack: { rev: room.rev, seats: [], epoch } }
}

/**
 * What is to be kept where a process knows the room newer than the store holds it. A store that has gone back is told what it had kept;
 * but to one that lost the room, and has it back from a capsule, what the process knows is no more than a newer capsule.
 */
export function keptAgain(stored: Room, known: Room, now: Ms): Room {
  if (!stored.broughtBack || stored.broughtBack.epoch === known.broughtBack?.epoch) return known
  // Whoever was shown what the process knows takes nothing for newer that has a lower number.
  const newer = { ...stored, rev: Math.max(stored.rev, known.rev + LOST_MOST) }
  return stored.closed || known.closed || !mayReplace(stored, known) ? newer : replaced(stored, known, now)
}

/**
 * Nothing has gone on since: somebody of a sitting is still missing, or none has begun. Where nobody has come back at all (whoever
 * brought it went before they were let in), nobody is marked as missing yet.
 */
function mayReplace(room: Room, capsule: Room): boolean {
  if (!room.sitting) return true
  const isMissed = room.unwatchedSince !== null || room.broughtBack?.seats.length === 0
  return isMissed && capsule.sitting !== null
}

/** The newer state, in which whoever has come back since sits as they do, unless by then they no longer had the seat. */
function replaced(room: Room, capsule: Room, now: Ms): Room {
  const seats = { ...capsule.seats }
  const back = room.broughtBack?.seats.filter(id => isSame(room, capsule, id)) ?? []
  for (const id of back) seats[id] = room.seats[id] ?? null
  const { sitting } = capsule
  // Towards resuming they said something before they were lost, and say it again.
  const held = sitting?.hold ? { sitting: { ...sitting, hold: { ...sitting.hold, resume: [] } } } : {}
  const rev = Math.max(room.rev, capsule.rev + LOST_MOST)
  const { unwatchedSince, takenUpAt } = room
  const next = { ...capsule, ...held, seats, unwatchedSince, takenUpAt, rev }
  return unserved({ ...next, broughtBack: { ...room.broughtBack, rev: capsule.rev, seats: back } }, back, room, now)
}

/** Nobody was served since some instant: let to run on, the newer state would spend its turns on the time that was lost. */
function unserved(next: Room, back: readonly SeatId[], room: Room, now: Ms): Room {
  if (room.unwatchedSince === null) return next
  const since = assumedSince(next, Math.max(room.unwatchedSince, next.at))
  const seats = { ...next.seats }
  for (const id of seatIds(next)) {
    const seat = seats[id]
    // Whoever had left before the store was lost had left then.
    if (seat && !back.includes(id)) seats[id] = { ...seat, goneSince: seat.goneSince ?? since }
  }
  const gone = { ...next, seats, unwatchedSince: since }
  // Whoever has been shown that the room is held goes on by their word alone (H2), however short it proves to have been lost.
  if (!advance(room, now).sitting?.hold) return gone
  const from = Math.min(since, ...people(gone).flatMap(id => seats[id]?.goneSince ?? []))
  const ran = advance(gone, from)
  return ran.sitting && !ran.sitting.hold ? { ...ran, sitting: hold(ran.sitting, 'away', from, null) } : ran
}

/** Their token may have been given after the capsule was taken from which the room came back; what they were given since is newer. */
function withToken(room: Room, capsule: Room, seat: SeatId): Room {
  const [own, then] = [room.seats[seat], capsule.seats[seat]]
  if (!own || !then || !isSame(room, capsule, seat) || room.broughtBack?.seats.includes(seat)) return room
  return { ...room, seats: { ...room.seats, [seat]: { ...own, token: then.token } } }
}

const isSame = (room: Room, capsule: Room, seat: SeatId): boolean =>
  room.seats[seat]?.name === capsule.seats[seat]?.name && !room.left.includes(seat) && !capsule.left.includes(seat)

/** What they answered is in no other capsule than their own. */
function withOwnLine(room: Room, capsule: Room, seat: SeatId): Room {
  const { sitting } = room
  const own = capsule.sitting?.lines?.[seat]
  if (!sitting?.lines || own === undefined || sitting.lines[seat] !== undefined) return room
  return { ...room, sitting: { ...sitting, lines: { ...sitting.lines, [seat]: own } } }
}
