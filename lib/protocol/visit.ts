// How does a facilitator come into a room, and when are they heard there? They knock; nobody is asked while somebody has the floor;
// everybody in the room lets them in, or nobody has to; anybody shows them out; and whoever has the floor may lend it.
import type { Doing, Intent } from './intents.ts'
import type { Ms, Room, SeatId, Visit } from './room.ts'
import { people } from './room.ts'
import { endOf, floorAt, whereAt } from './where.ts'

/** A knock that nobody answers goes out by itself after this long. */
export const KNOCK_MS = 60_000
/** How long the facilitator reads that it is not now. */
export const OVER_MS = 3 * 60_000

const isUnderWay = ({ stage }: Visit): boolean => stage !== 'not-now' && stage !== 'out'

/** Somebody who is at the door already, or in the room, stays there. */
export function knocked(room: Room, at: Ms): Room {
  if (room.visit && isUnderWay(room.visit)) return room
  return { ...room, visit: { since: at, stage: 'waits', until: null, yes: [], lent: null } }
}

/** The facilitator goes, or knocks no more. What they were answered stays for them to read. */
export const withdrawn = (room: Room): Room => (room.visit && isUnderWay(room.visit) ? { ...room, visit: null } : room)

/** What time alone does to a visit next, and when; null for nothing. */
export function visitDue(room: Room): { at: Ms; visit: Visit | null } | null {
  const { visit } = room
  if (visit?.stage === 'waits') {
    const at = askableAt(room)
    return at === null ? null : { at, visit: { ...visit, stage: 'asks', until: at + KNOCK_MS } }
  }
  if (!visit || visit.until === null) return null
  const { until } = visit
  return { at: until, visit: visit.stage === 'asks' ? over(visit, 'not-now', until) : null }
}

/** From when on people may be asked: at once where they have called, else when nobody has the floor alone. */
function askableAt(room: Room): Ms | null {
  const { sitting, help } = room
  if (help || !sitting) return room.at
  for (let { at } = room; ; ) {
    const floor = floorAt(room, at)
    if (floor === 'none' || floor === 'all') return at
    const end = endOf(sitting, whereAt(sitting, at).n)
    if (end === null) return null
    at = end
  }
}

/** Nothing of what anybody said to it is kept. */
const over = (visit: Visit, stage: 'not-now' | 'out', at: Ms): Visit => ({
  since: visit.since,
  stage,
  until: at + OVER_MS,
  yes: [],
  lent: null,
})

/** What `seat` may do about whoever is at the door or in the room. The room must be advanced to `now`. */
export function mayOfVisit(room: Room, seat: SeatId, now: Ms): Doing[] {
  const { visit, sitting } = room
  if (visit?.stage === 'asks') return ['admit']
  if (visit?.stage !== 'in') return []
  if (!sitting) return ['admit']
  const floor = floorAt(room, now)
  // Nobody lends what somebody else holds, and nobody breaks a silence that all share.
  const isTheirs = sitting.hold !== null || floor === seat || floor === 'all'
  return isTheirs ? ['admit', 'lend'] : ['admit']
}

/** A no is enough at any time; it need not be the first answer. */
export function admitted(room: Room, visit: Visit, seat: SeatId, yes: boolean, now: Ms): Room {
  if (!yes) return { ...room, visit: over(visit, visit.stage === 'in' ? 'out' : 'not-now', now) }
  if (visit.yes.includes(seat)) return room
  return settledVisit({ ...room, visit: { ...visit, yes: [...visit.yes, seat] } })
}

/** They are in when everybody in the room has said so; then whoever called has been heard. */
export function settledVisit(room: Room): Room {
  const { visit } = room
  if (visit?.stage !== 'asks' || !people(room).every(seat => visit.yes.includes(seat))) return room
  return { ...room, help: null, visit: { ...visit, stage: 'in', until: null } }
}

/** The floor is lent for the phase, or for the hold, in which it was lent. */
export function lent(room: Room, visit: Visit, { on, phase }: Intent & { do: 'lend' }): Room {
  const held = room.sitting?.hold?.since ?? null
  return { ...room, visit: { ...visit, lent: on ? { phase, held } : null } }
}

/** Whether the facilitator may be heard in the room. The room must be advanced to `now`. */
export function visitorIsHeard({ visit, sitting, closed }: Room, now: Ms): boolean {
  if (visit?.stage !== 'in' || !visit.lent || !sitting || closed) return false
  const { phase, held } = visit.lent
  return whereAt(sitting, now).n === phase && (sitting.hold?.since ?? null) === held
}
