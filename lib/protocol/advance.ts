// What has time alone done to the room by `now`? Each event happens at its own instant and in the order of those
// instants, so it does not matter how often, or how late, anybody looks.
import type { CloseReason, Ms, Room, SeatId, Sitting } from './room.ts'
import { people, seatIds } from './room.ts'
import { visitDue } from './visit.ts'
import { ACCEPT_MS, endOf, saidOn, whereAt } from './where.ts'

/** Gone for this long is away, and holds the room from the moment of leaving (rule H). */
export const AWAY_AFTER_MS = 5000
/** A hold this old comes with the offer to end kindly. */
export const OFFER_END_AFTER_MS = 10 * 60_000
/** With everyone gone this long, the room dissolves. */
export const EMPTY_AFTER_MS = 15 * 60_000
/** A room that nobody began is kept this long; one of a workshop for `UNTIMED_MS`. */
export const UNBEGUN_MS = 24 * 3600_000
/** A sitting without a clock, or held, or a room of a workshop that nobody began, is kept this long after the last thing that anybody did. */
export const UNTIMED_MS = 3 * 3600_000
/** A closed room is gone this long after it closed. */
export const CLOSED_MS = 60_000

interface Due {
  at: Ms
  happen: (room: Room, at: Ms) => Room
}

/** The room as it is at `now`; the same object when time has changed nothing that is kept. */
export function advance(room: Room, now: Ms): Room {
  const at = Math.max(now, room.at)
  let current = room
  for (;;) {
    const next = soonest(current)
    if (!next || next.at > at) return current
    const happened = next.happen(current, next.at)
    // A clock that is set back must not find the room before something that it has already opened, held or closed.
    current = { ...happened, at: Math.max(happened.at, next.at) }
  }
}

/** The next instant at which time alone changes what somebody is shown, or null. The room must be advanced to `now`. */
export function nextDue(room: Room, now: Ms): Ms | null {
  const { sitting } = room
  if (room.closed) return forgetAt(room) > now ? forgetAt(room) : null
  const dues: Ms[] = []
  const kept = soonest(room)
  if (kept) dues.push(kept.at)
  if (sitting?.hold) dues.push(sitting.hold.since + OFFER_END_AFTER_MS)
  if (sitting && !sitting.hold) {
    const end = endOf(sitting, whereAt(sitting, now).n)
    if (end !== null) dues.push(end)
  }
  const ahead = dues.filter(due => due > now)
  return ahead.length > 0 ? Math.min(...ahead) : null
}

/**
 * When the room must be gone from every store, server or no server (rule E). An open one closes first, and stays for as
 * long as any closed one: whoever still looks at it must find it there, to read that it closed.
 */
export function forgetAt(room: Room): Ms {
  if (room.closed) return room.closed.dissolved ? room.at : room.closed.at + CLOSED_MS
  return closesAt(room) + CLOSED_MS
}

/** When an open room closes by itself, whatever its sitting has come to. */
function closesAt(room: Room): Ms {
  if (!room.sitting) return unbegunUntil(room)
  const empty = emptyAt(room)
  if (empty !== null) return empty
  const end = room.sitting.hold ? null : endOf(room.sitting, room.sitting.phases.length - 1)
  return end === null ? room.at + UNTIMED_MS : end + EMPTY_AFTER_MS
}

/** A workshop makes hundreds of rooms at one word, and makes them anew when it needs them. */
function unbegunUntil({ kind, createdAt, at }: Room): Ms {
  if (kind === 'workshop') return at + UNTIMED_MS
  return createdAt + (kind === 'practice' ? ACCEPT_MS : UNBEGUN_MS)
}

/** Closes a room. What was said in it goes at once; who sat in it stays until the last of them has read that it closed. */
export function close(room: Room, why: CloseReason, at: Ms): Room {
  return { ...room, at: Math.max(at, room.at), sitting: null, closed: { why, at } }
}

/**
 * Stops the clock as of `since`, and no earlier than what people have decided or seen opened after it: a consent and a
 * reveal are never undone (rules H, D).
 */
export function hold(
  sitting: Sitting,
  why: 'asked' | 'away' | 'late' | 'facilitator',
  since: Ms,
  by: SeatId | null,
): Sitting {
  const from = Math.max(since, sitting.startedAt, sitting.revealedAt ?? 0)
  const here = whereAt(sitting, from)
  const held: Sitting = { ...sitting, ...here, hold: { why, by, since: from, resume: [] } }
  // What was said for a phase that is now ahead again would come true before anybody means it; for the one that runs again it stands.
  held.on = { n: here.n, seats: [...saidOn(sitting, here.n)] }
  if (held.more.n !== here.n) held.more = { n: here.n, asked: [] }
  return held
}

function soonest(room: Room): Due | null {
  if (room.closed) return null
  const dues = room.sitting ? sittingDues(room, room.sitting) : []
  dues.push({ at: closesAt(room), happen: (r, at) => close(r, emptyAt(r) === null ? 'expired' : 'empty', at) })
  if (room.backBy != null) dues.push({ at: room.backBy, happen: (r, at) => close(r, 'facilitator', at) })
  const visit = visitDue(room)
  if (visit) dues.push({ at: visit.at, happen: r => ({ ...r, visit: visit.visit }) })
  return dues.reduce((first, due) => (due.at < first.at ? due : first))
}

function sittingDues(room: Room, sitting: Sitting): Due[] {
  if (sitting.hold) return []
  const dues: Due[] = []
  const over = endOf(sitting, sitting.phases.length - 1)
  if (over !== null) dues.push({ at: over, happen: (r, at) => close(r, 'complete', at) })

  const reveal = revealDue(sitting)
  if (reveal !== null) dues.push({ at: reveal, happen: (r, at) => withSitting(r, { revealedAt: at }) })
  const erase = eraseDue(sitting)
  if (erase !== null) dues.push({ at: erase, happen: r => withSitting(r, { lines: null }) })

  const gone = firstGone(room)
  if (gone !== null) {
    dues.push({
      at: gone + AWAY_AFTER_MS,
      happen: r => (r.sitting ? { ...r, sitting: hold(r.sitting, 'away', gone, null) } : r),
    })
  }
  return dues
}

/** When the time for writing lines is over; null when they are open already, or nothing by time leads there. */
function revealDue(sitting: Sitting): Ms | null {
  if (sitting.revealedAt !== null) return null
  const drop = sitting.phases.findIndex(phase => phase.kind === 'drop')
  return drop < sitting.n ? null : endOf(sitting, drop)
}

/** When everybody who was there has had the opened lines for one phase, and no copy is needed any more (rule E). */
function eraseDue(sitting: Sitting): Ms | null {
  if (sitting.revealedAt === null || sitting.lines === null) return null
  const shown = sitting.phases.findIndex(phase => phase.kind === 'drop') + 1
  return shown < sitting.n ? sitting.startedAt : endOf(sitting, shown)
}

function withSitting(room: Room, change: Partial<Sitting>): Room {
  return room.sitting ? { ...room, sitting: { ...room.sitting, ...change } } : room
}

function firstGone(room: Room): Ms | null {
  const gone = people(room).flatMap(seat => room.seats[seat]?.goneSince ?? [])
  return gone.length > 0 ? Math.min(...gone) : null
}

/** When a sitting that everybody has left without a word dissolves; null while somebody is there, or a facilitator lets phones sleep. */
function emptyAt(room: Room): Ms | null {
  if (!room.sitting || room.sitting.hold?.why === 'facilitator') return null
  const there = people(room)
  const gone = there.flatMap(seat => room.seats[seat]?.goneSince ?? [])
  return gone.length === there.length && seatIds(room).length > 0 ? Math.max(...gone) + EMPTY_AFTER_MS : null
}
