// What becomes of the room when a person asks something of it? One intent makes a new room, or a refusal.
import { advance, close, hold } from './advance.ts'
import { allReady, begin, freed } from './begin.ts'
import { caughtUp } from './common-clock.ts'
import type { Intent, RefusalCode } from './intents.ts'
import { may, REPAIRS_MOST } from './may.ts'
import type { Ms, Phase, Room, Seat, SeatId, Sitting } from './room.ts'
import { people, seatIds } from './room.ts'
import { admitted, lent, settledVisit } from './visit.ts'
import { askedMore, holder, isFloorPhase, MORE_MS, saidOn, seatAt, whereAt, withOn } from './where.ts'

const REPAIR_MS = 60_000

export interface Stepped {
  ok: true
  room: Room
}

/** Carries the room too: time may have changed it, and a refusal must not hide a bell that rang. */
export interface Refused {
  ok: false
  code: RefusalCode
  room: Room
}

/** One intent of the person in `seat` at `now`. */
export function step(room: Room, seat: SeatId, intent: Intent, now: Ms): Stepped | Refused {
  const at = Math.max(now, room.at)
  const current = advance(room, at)
  const code = refusal(current, seat, intent, at)
  if (code) return { ok: false, code, room: current }
  const next = advance({ ...act(current, seat, intent, at), at }, at)
  // Neither the number nor the latest instant of a room may tell that something private was done.
  if (isPrivate(current, next, intent)) return { ok: true, room: { ...next, at: current.at } }
  return { ok: true, room: { ...next, rev: current.rev + 1 } }
}

function refusal(room: Room, seat: SeatId, intent: Intent, now: Ms): RefusalCode | null {
  if (!room.seats[seat] || room.left.includes(seat)) return room.closed ? 'closed' : 'not-yours'
  if (room.closed && intent.do !== 'leave') return 'closed'
  // Judged before permission: a late or repeated act for another phase must never be taken for this one's.
  if ('phase' in intent && intent.phase !== undefined) {
    if (!room.sitting) return 'not-now'
    if (whereAt(room.sitting, now).n !== intent.phase) return 'stale-phase'
  }
  // A yes is for the one who knocked then, and for nobody who comes later.
  if (intent.do === 'admit' && room.visit?.since !== intent.since) return room.visit ? 'stale-phase' : 'not-now'
  if (intent.do === 'resume' && intent.since !== undefined && room.sitting?.hold?.since !== intent.since) {
    return room.sitting ? 'stale-phase' : 'not-now'
  }
  if (!may(room, seat, now).includes(intent.do)) {
    return intent.do === 'help' && room.kind !== 'workshop' ? 'not-allowed' : 'not-now'
  }
  if (intent.do === 'unseat' && (intent.seat === seat || !room.seats[intent.seat])) return 'not-allowed'
  if (intent.do === 'heard' && !intent.heard && (room.sitting?.repairs[seat] ?? 0) >= REPAIRS_MOST) return 'not-allowed'
  return null
}

/**
 * An act that nobody else may notice leaves the revision alone, or its number would tell (rule V): what is written
 * before the lines open, a yes to a knock that others have still to answer, and a changed wish of somebody who was ready already.
 */
function isPrivate(before: Room, after: Room, intent: Intent): boolean {
  if (intent.do === 'line' || intent.do === 'keep') {
    return after.sitting !== null && after.sitting.revealedAt === before.sitting?.revealedAt
  }
  if (intent.do === 'admit') return intent.yes && before.visit?.stage === after.visit?.stage
  return intent.do === 'ready' && !after.sitting && readiness(before) === readiness(after)
}

const readiness = (room: Room): string =>
  seatIds(room)
    .filter(seat => room.seats[seat]?.wish)
    .join()

function act(room: Room, seat: SeatId, intent: Intent, now: Ms): Room {
  if (intent.do === 'leave') return leave(room, seat, now)
  if (intent.do === 'help') return { ...room, help: { by: seat, since: now } }
  const { sitting, visit } = room
  if (visit && intent.do === 'admit') return admitted(room, visit, seat, intent.yes, now)
  if (visit && intent.do === 'lend') return lent(room, visit, intent)
  if (!sitting) {
    if (intent.do === 'unseat') return freed(room, intent.seat)
    return intent.do === 'ready' ? ready(room, seat, intent.first ?? 'either', now) : room
  }
  if (intent.do === 'hold') return { ...room, sitting: hold(sitting, 'asked', now, seat) }
  if (intent.do === 'resume') return { ...room, sitting: resume(room, sitting, seat, now) }
  const { n } = whereAt(sitting, now)
  switch (intent.do) {
    case 'on':
      return { ...room, sitting: sayOn(room, sitting, n, seat, now) }
    case 'more':
      return { ...room, sitting: askMore(room, sitting, n, seat) }
    case 'heard':
      return { ...room, sitting: enter(intent.heard ? sitting : repair(sitting, n, seat, room), n + 1, now) }
    case 'line':
      return { ...room, sitting: answer(room, sitting, n, seat, { sealed: intent.sealed }, now) }
    case 'keep':
      return { ...room, sitting: answer(room, sitting, n, seat, 'kept', now) }
    default:
      return room
  }
}

/** Anchors the sitting at phase `n`, begun by consent at `now`. */
function enter(sitting: Sitting, n: number, now: Ms): Sitting {
  return { ...sitting, n, startedAt: now }
}

function ready(room: Room, seat: SeatId, wish: NonNullable<Seat['wish']>, now: Ms): Room {
  const seats = { ...room.seats }
  const own = seats[seat]
  if (own) seats[seat] = { ...own, wish }
  const next = { ...room, seats }
  return allReady(next, now) ? begin(next, now) : next
}

function sayOn(room: Room, sitting: Sitting, n: number, seat: SeatId, now: Ms): Sitting {
  const seats = [...saidOn(sitting, n), seat]
  const phase = sitting.phases[n]
  const completesTurn = phase !== undefined && phase.ms === null && isFloorPhase(phase)
  if (completesTurn || people(room).every(id => seats.includes(id))) return enter(sitting, n + 1, now)
  return { ...sitting, on: withOn(sitting, n, seats) }
}

function askMore(room: Room, sitting: Sitting, n: number, seat: SeatId): Sitting {
  const asked = [...askedMore(sitting, n), seat]
  return grantedMore(room, { ...sitting, more: { n, asked } }, n)
}

/** Grants what everybody who is there has asked for in phase `n`, if they have. */
function grantedMore(room: Room, sitting: Sitting, n: number): Sitting {
  const asked = askedMore(sitting, n)
  if (asked.length === 0 || !people(room).every(id => asked.includes(id))) return sitting
  const more = { n, asked: [] }
  const phase = sitting.phases[n]
  if (phase?.again) return { ...sitting, more, extraRound: true, phases: withExtraRound(room, sitting, n) }
  const grows = (other: Phase, i: number) =>
    i === n || (i > n && other.kind === 'speak' && other.turn !== undefined && other.turn === phase?.turn)
  const phases = sitting.phases.map((other, i) => {
    if (!grows(other, i) || other.ms === null) return other
    const grown = { ...other, ms: other.ms + MORE_MS }
    return i === n ? { ...grown, granted: (other.granted ?? 0) + 1 } : grown
  })
  return { ...sitting, more, phases }
}

/** The turns of the first round once more after phase `n`, in the other order, each as long as the shortest was. */
function withExtraRound(room: Room, sitting: Sitting, n: number): Phase[] {
  const before = sitting.phases.slice(0, n + 1)
  const there = people(room)
  const turns = before.filter(phase => phase.kind === 'speak' && there.some(id => id === holder(sitting, phase)))
  const shortest = turns.reduce<Ms | null>(
    (ms, { ms: own }) => (ms === null || own === null ? own : Math.min(ms, own)),
    turns[0]?.ms ?? null,
  )
  const settle = sitting.phases[n]?.ms ?? null
  const turn = 1 + Math.max(...sitting.phases.map(phase => phase.turn ?? 0))
  const extra = [...turns].reverse().flatMap(({ granted: _, ...phase }): Phase[] => [
    { ...phase, ms: shortest, turn },
    { kind: 'settle', ms: settle, floor: 'none' },
  ])
  return [...before, ...extra, ...sitting.phases.slice(n + 1)]
}

/** One more short turn, say-back and answer after phase `n`, for a speaker to whom there is more (rule R). */
function repair(sitting: Sitting, n: number, seat: SeatId, room: Room): Sitting {
  const phase = sitting.phases[n]
  const speaker = phase?.speaker
  if (!phase || !speaker) return sitting
  // None at all where whoever said things back has left, or where a sitting of one's own has none.
  const sayBack = sitting.phases.filter((p, i) => i < n && p.kind === 'say-back' && p.speaker === speaker).slice(-1)
  const ms = room.clock === 'none' ? null : REPAIR_MS
  const inserted: Phase[] = [
    { kind: 'speak', ms, floor: speaker, speaker },
    ...sayBack.map((said): Phase => ({ kind: 'say-back', ms, floor: said.floor, speaker })),
    { ...phase },
  ]
  const phases = [...sitting.phases.slice(0, n + 1), ...inserted, ...sitting.phases.slice(n + 1)]
  return { ...sitting, phases, repairs: { ...sitting.repairs, [seat]: (sitting.repairs[seat] ?? 0) + 1 } }
}

function answer(
  room: Room,
  sitting: Sitting,
  n: number,
  seat: SeatId,
  line: { sealed: string } | 'kept',
  now: Ms,
): Sitting {
  const lines = { ...sitting.lines, [seat]: line }
  const answered = { ...sitting, lines }
  if (room.kind === 'workshop') return answered
  if (!people(room).every(id => lines[id] !== undefined)) return answered
  return { ...enter(answered, n + 1, now), revealedAt: now }
}

function resume(room: Room, sitting: Sitting, seat: SeatId, now: Ms): Sitting {
  if (!sitting.hold) return sitting
  return settledHold(room, { ...sitting, hold: { ...sitting.hold, resume: [...sitting.hold.resume, seat] } }, now)
}

/**
 * Ends the hold once everyone is there and has said so. Held time is given back exactly: the phase starts as much later
 * as the clock stood still (rule H).
 */
function settledHold(room: Room, sitting: Sitting, now: Ms): Sitting {
  const { hold: held } = sitting
  if (!held || !people(room).every(id => held.resume.includes(id) && room.seats[id]?.goneSince === null)) return sitting
  const resumed = caughtUp({ ...sitting, hold: null, startedAt: sitting.startedAt + (now - held.since) }, now)
  return settled(room, resumed, resumed.n, now)
}

/**
 * Before the sitting a leaver frees the seat. In it, two who remain of three go on without the turns of the third;
 * one who remains of two reads that the connection ended.
 */
function leave(room: Room, seat: SeatId, now: Ms): Room {
  if (room.closed) return { ...room, closed: { ...room.closed, dissolved: true } }
  if (!room.sitting) {
    // Strangers were brought together for each other: nobody is waited for in the place of one who declines (rule A).
    if (room.kind === 'practice') return close({ ...room, left: [...room.left, seat] }, 'left', now)
    const next = settledVisit(freed(room, seat))
    return people(next).length === 0 ? dissolved(close(next, 'left', now)) : next
  }
  const next = settledVisit({ ...room, left: [...room.left, seat] })
  if (people(next).length < 2) return close(next, 'left', now)
  const sitting = without(next, room.sitting, seat, now)
  // Of a phase that begins in a hold nothing has run yet: what somebody heard of the one before is not taken from it.
  return { ...next, sitting, ...(sitting.hold && sitting.n !== room.sitting.n && { takenUpAt: null }) }
}

const dissolved = (room: Room): Room => (room.closed ? { ...room, closed: { ...room.closed, dissolved: true } } : room)

function without(room: Room, sitting: Sitting, seat: SeatId, now: Ms): Sitting {
  const { n } = whereAt(sitting, now)
  const mine = (phase: Phase) =>
    holder(sitting, phase) === seat || (phase.speaker !== undefined && seatAt(sitting, phase.speaker) === seat)
  const running = sitting.phases[n]
  const losesPhase = running !== undefined && mine(running)
  // The running phase keeps its number: an act that somebody sent for it must not be taken for the next one's.
  const phases = sitting.phases.filter((phase, i) => i <= n || !mine(phase))
  const next = { ...sitting, phases }
  // Where all rooms share a clock the turn of a leaver becomes silence.
  if (room.kind === 'workshop') return sitting.hold ? settledHold(room, next, now) : next
  if (sitting.hold) return settledHold(room, losesPhase ? enter(next, n + 1, sitting.hold.since) : next, now)
  return losesPhase ? enter(next, n + 1, now) : settled(room, next, n, now)
}

/** A consent that only a leaver had withheld is complete now, or as soon as the room is no longer held. */
function settled(room: Room, sitting: Sitting, n: number, now: Ms): Sitting {
  if (room.kind === 'workshop') return sitting
  const there = people(room)
  const said = saidOn(sitting, n)
  if (said.length > 0 && there.every(id => said.includes(id))) return enter(sitting, n + 1, now)
  const drop = sitting.phases[n]?.kind === 'drop'
  if (drop && there.every(id => sitting.lines?.[id] !== undefined))
    return { ...enter(sitting, n + 1, now), revealedAt: now }
  return grantedMore(room, sitting, n)
}
