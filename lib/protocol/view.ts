// What is one pair of eyes given? A view is built field by field from what these eyes may see: nothing of a room is ever
// spread into it, so a field that is added to the room stays unseen until somebody adds it here.
import { totalMs } from '../formats/formats.ts'
import { advance, OFFER_END_AFTER_MS } from './advance.ts'
import { MORE_MOST, may, REPAIRS_MOST } from './may.ts'
import type { Ms, Phase, Room, Seat, SeatId, Sitting } from './room.ts'
import { seatIds } from './room.ts'
import type { PhaseView, RoomView, SeatView } from './room-view.ts'
import { visitorIsHeard } from './visit.ts'
import { askedMore, bounds, floorAt, type Here, saidOn, seatAt, whereAt } from './where.ts'

/** The room as `you` may see it at `now`. */
export function view(room: Room, you: SeatId, now: Ms): RoomView {
  const at = Math.max(now, room.at)
  const current = advance(room, at)
  const { sitting, closed } = current
  const here = sitting ? whereAt(sitting, at) : null
  const seen: RoomView = {
    room: current.id,
    rev: current.rev,
    now: at,
    stage: closed ? 'closed' : sitting ? 'sitting' : 'gathering',
    kind: current.kind,
    medium: current.medium,
    clock: current.clock,
    format: formatView(current),
    you,
    can: may(current, you, at),
    seats: seatsView(current),
    first: sitting ? { seat: sitting.first.seat, how: sitting.first.how, both: sitting.first.both } : null,
    phase: sitting && here ? runningView(current, sitting, here, at) : null,
    held: sitting && here ? heldView(sitting, here, at) : null,
    more: sitting && here ? moreView(current, sitting, here) : null,
    lines: sitting ? linesView(sitting) : null,
    wish: sitting ? null : (current.seats[you]?.wish ?? null),
    answered: sitting ? answeredView(sitting, you) : null,
    closed: closed ? { why: closed.why } : null,
  }
  if (current.kind !== 'workshop') return seen
  // What stands between a workshop's room and its facilitator everybody in the room may know.
  const { help, backBy } = current
  seen.help = help ? { by: help.by, since: help.since } : null
  seen.backBy = backBy ?? null
  seen.visit = visitView(current, you, at)
  return seen
}

/** What others have answered is nobody's business: a no looks the same as no answer, and as a facilitator who went again. */
function visitView(room: Room, you: SeatId, now: Ms): NonNullable<RoomView['visit']> | null {
  const { visit, closed } = room
  if (closed || (visit?.stage !== 'asks' && visit?.stage !== 'in')) return null
  const isIn = visit.stage === 'in'
  return { since: visit.since, yes: visit.yes.includes(you), isIn, hasFloor: visitorIsHeard(room, now) }
}

/**
 * What somebody reads who was asked out of the room as it was before: the same as anybody whose connection ended.
 * `rev` is the revision of the room without them, so that no browser takes this for something older than it has.
 */
export function farewell(room: Room, you: SeatId, now: Ms, rev: number): RoomView {
  const last = view(room, you, now)
  return { ...last, rev, stage: 'closed', can: [], phase: null, held: null, more: null, closed: { why: 'left' } }
}

function formatView(room: Room): RoomView['format'] {
  const { sitting } = room
  const phases = sitting ? sitting.phases : room.plan
  return {
    id: room.format.id,
    title: room.format.title,
    totalMs: room.clock === 'none' ? null : totalMs(phases),
    phases: phases.map(phase => phaseView(phase, sitting)),
  }
}

/** Before it is known who speaks first, a floor is a place in the order; afterwards it is a seat. */
function phaseView(phase: Phase, sitting: Sitting | null): PhaseView {
  const { floor } = phase
  const who = floor === 'none' || floor === 'all' ? floor : sitting ? (seatAt(sitting, floor) ?? 'none') : floor
  const seen: PhaseView = { kind: phase.kind, ms: phase.ms, floor: who }
  if (phase.turn !== undefined) seen.turn = phase.turn
  return seen
}

function seatsView(room: Room): RoomView['seats'] {
  const seats: RoomView['seats'] = {}
  for (const id of seatIds(room)) {
    const seat = room.seats[id]
    seats[id] = seat && !room.left.includes(id) ? seatView(seat) : null
  }
  return seats
}

function seatView(seat: Seat): SeatView {
  const seen: SeatView = { name: seat.name, here: seat.goneSince === null, ready: seat.wish !== null }
  if (seat.key !== null) seen.key = seat.key
  return seen
}

function runningView(room: Room, sitting: Sitting, here: Here, now: Ms): RoomView['phase'] {
  const phase = sitting.phases[here.n]
  if (!phase) return null
  const { bellAt, endsAt } = sitting.hold ? { bellAt: null, endsAt: null } : bounds(phase, here.startedAt)
  const seen: NonNullable<RoomView['phase']> = {
    n: here.n,
    kind: phase.kind,
    floor: floorAt(room, now),
    startedAt: here.startedAt,
    bellAt,
    endsAt,
    on: [...saidOn(sitting, here.n)],
  }
  const speaker = phase.speaker ? seatAt(sitting, phase.speaker) : undefined
  if (speaker) seen.speaker = speaker
  if (phase.turn !== undefined) seen.turn = phase.turn
  return seen
}

function heldView(sitting: Sitting, here: Here, now: Ms): RoomView['held'] {
  const held = sitting.hold
  if (!held) return null
  const phase = sitting.phases[here.n]
  const end = phase ? bounds(phase, here.startedAt).endsAt : null
  const seen: NonNullable<RoomView['held']> = {
    why: held.why,
    since: held.since,
    leftMs: end === null ? null : end - held.since,
    resume: [...held.resume],
    offerEnd: now >= held.since + OFFER_END_AFTER_MS,
  }
  if (held.by) seen.by = held.by
  return seen
}

function moreView(room: Room, sitting: Sitting, here: Here): RoomView['more'] {
  const phase = sitting.phases[here.n]
  if (!phase || sitting.hold) return null
  if (phase.kind === 'heard') {
    const speaker = phase.speaker ? seatAt(sitting, phase.speaker) : undefined
    return { asked: [], granted: speaker ? (sitting.repairs[speaker] ?? 0) : 0, most: REPAIRS_MOST }
  }
  const asked = [...askedMore(sitting, here.n)]
  if (phase.again) return { asked, granted: sitting.extraRound ? 1 : 0, most: 1 }
  if (phase.kind !== 'speak' || phase.ms === null) return null
  return { asked, granted: phase.granted ?? 0, most: MORE_MOST[room.clock] }
}

/** Keeping looks the same as not having written (rule D). */
function linesView(sitting: Sitting): RoomView['lines'] {
  if (sitting.revealedAt === null || sitting.lines === null) return null
  const seen: NonNullable<RoomView['lines']> = {}
  for (const id of sitting.order) {
    const line = sitting.lines[id]
    seen[id] = line === undefined || line === 'kept' ? 'kept' : { sealed: line.sealed }
  }
  return seen
}

function answeredView(sitting: Sitting, you: SeatId): RoomView['answered'] {
  const line = sitting.lines?.[you]
  return line === undefined ? null : line === 'kept' ? 'kept' : 'line'
}
