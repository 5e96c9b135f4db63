// What is a room? Plain data: the decisions of the people in it, and the schedule that follows from them.
// Nothing here reads a clock, draws a number or knows a socket: time, chance and identity are arguments.
import type { Tokens } from './tokens.ts'

/** Milliseconds: an instant when the name ends in `At`, `since` or is `now` (Unix epoch), a duration when it ends in `Ms`. */
export type Ms = number

export const SEATS = ['a', 'b', 'c'] as const
export type SeatId = (typeof SEATS)[number]

/** Who may be heard. */
export type Floor = SeatId | 'all' | 'none'

/** A place in the order of speaking, before it is known who speaks first. */
export type Position = 'first' | 'second' | 'third'

export const PHASE_KINDS = [
  'arrive',
  'picture',
  'speak',
  'settle',
  'say-back',
  'heard',
  'drop',
  'tell',
  'thanks',
  'quiet',
  'meet',
  'agree',
] as const
export type PhaseKind = (typeof PHASE_KINDS)[number]

/**
 * One phase of a format. `ms: null` has no end by time. `speaker` is whose turn the phase belongs to (a `heard`
 * phase has a speaker but no floor). Phases with the same `turn` are one round: their turns are equal.
 */
export interface Phase {
  kind: PhaseKind
  ms: Ms | null
  floor: Position | 'all' | 'none'
  speaker?: Position
  turn?: number
  /** On everybody's yes in this phase, one more round follows it, in the other order. */
  again?: boolean
  /** How many minutes were granted to this very phase. It stays with the phase, whatever holds go back over it. */
  granted?: number
}

export interface Format {
  id: string
  title: string
  phases: readonly Phase[]
}

export type Kind = 'friends' | 'workshop' | 'practice'
export type Medium = 'voice' | 'video' | 'text' | 'together'

/** `unhurried` keeps the clock and allows ten more minutes a turn instead of three; `none` has no clock at all. */
export type Clock = 'timed' | 'unhurried' | 'none'

/** Who would like to speak first, seen from the one who says it. */
export type Wish = 'me' | 'other' | 'either'

export interface Seat {
  name: string
  /** The public key that this browser uses for sealing; public, and new at every return. */
  key: string | null
  token: Tokens
  /** The hash by which a page is known again that asks for the seat again; none where it was not asked for by a name, or by an older client. */
  attempt?: string
  /** Since when nobody is connected for this seat; null while somebody is. */
  goneSince: Ms | null
  /** Gone only since the seat was handed to them anew, for all that is known: until then somebody was connected. */
  isHanded?: true
  wish: Wish | null
}

/** A sealed line, or the decision to write none. */
export type Line = { sealed: string } | 'kept'

export type HoldReason = 'asked' | 'away' | 'late' | 'facilitator'

export interface Hold {
  why: HoldReason
  by: SeatId | null
  since: Ms
  resume: SeatId[]
}

export type CloseReason = 'complete' | 'left' | 'empty' | 'expired' | 'facilitator'

/** How it was settled who speaks first; `both` is the wish that two people shared when a coin had to decide. */
export interface First {
  seat: SeatId
  how: 'wish' | 'coin'
  both: Wish | null
}

/** Who has said something for phase `n`. */
export interface Said {
  n: number
  seats: SeatId[]
}

/**
 * Where the sitting stands. `n` and `startedAt` are the last anchor that somebody decided (a start, a consent, a
 * resumption); every later boundary follows from the phases' lengths. While `hold` is set, `n` is the phase that is held
 * and `startedAt` is when it would have started had it run without a pause until `hold.since`.
 */
export interface Sitting {
  order: SeatId[]
  first: First
  /** The phases of this sitting, with every minute and repair that was granted since it began. */
  phases: Phase[]
  n: number
  startedAt: Ms
  /** Who has said `on`, and in which phase: in any other phase it says nothing. `before`: the same of phases that a hold may go back to. */
  on: Said & { before?: Said[] }
  /** Who has asked for one more minute of phase `n`; of any other phase it says nothing. */
  more: { n: number; asked: SeatId[] }
  /** How often each speaker has asked to be heard further. */
  repairs: Partial<Record<SeatId, number>>
  /** Whether everybody has already asked for one more round. */
  extraRound: boolean
  hold: Hold | null
  /** When a facilitator stopped the clock of all rooms, while they do. */
  stoppedAt?: Ms
  /** The clock that all rooms of a workshop's round share: when its first phase began for them, the facilitator's holds given back. */
  common?: { startedAt: Ms; catchUp: boolean }
  /** What each has answered to the closing question; null once everybody has had them for one phase. */
  lines: Partial<Record<SeatId, Line>> | null
  /** When the lines were opened to everybody; null until then. */
  revealedAt: Ms | null
}

export interface Room {
  v: 1
  id: string
  kind: Kind
  medium: Medium
  clock: Clock
  format: { id: string; title: string }
  /** The phases as they were agreed to. */
  plan: readonly Phase[]
  /** The order of the seats that a coin would choose; drawn when the room was made. */
  coin: SeatId[]
  createdAt: Ms
  /** The name of the store that the room was made in: under another one it is lost. */
  madeIn?: string
  /** The latest instant at which something happened that others can notice. It never goes back. */
  at: Ms
  rev: number
  seats: Partial<Record<SeatId, Seat | null>>
  /** Seats whose people have left for good. */
  left: SeatId[]
  sitting: Sitting | null
  /**
   * Set when a process took the room up without having watched it: since when nobody is known to have been served.
   * Every browser that returns may move it later, never earlier.
   */
  unwatchedSince: Ms | null
  /** When that process took it up: nobody can have been served later than this by the one before. */
  takenUpAt: Ms | null
  /** Who called the facilitator, and since when; until they come. */
  help?: { by: SeatId; since: Ms } | null
  /** The facilitator at the door of this room, or in it. */
  visit?: Visit | null
  /** When the facilitator's call back to the circle closes the room. */
  backBy?: Ms | null
  /** The store had lost the room: it came back from a capsule that was taken at `rev`, and these have come back to it since. */
  broughtBack?: { rev: number; seats: SeatId[]; epoch?: string }
  /** `dissolved` once somebody has let the closed room go: then nothing of it is kept any longer. */
  closed: { why: CloseReason; at: Ms; dissolved?: true } | null
}

/** A facilitator has no seat: they are in a room while everybody in it lets them be, and heard while they are lent the floor. */
export interface Visit {
  /** When they knocked. */
  since: Ms
  /** `waits`: nobody is asked yet. `asks`: everybody is. `not-now`, `out`: it is over, and only the facilitator still reads of it. */
  stage: 'waits' | 'asks' | 'in' | 'not-now' | 'out'
  /** When time alone ends this stage, where it does. */
  until: Ms | null
  /** Who has said that they may come in; when everybody has, they are in. */
  yes: SeatId[]
  /** In which phase they were lent the floor, and in which hold of it; in any other they do not have it. */
  lent: { phase: number; held: Ms | null } | null
}

/** What is needed to make a room. `coin` is chance, drawn by the caller; the first seat is taken at once by `opener`. */
export interface Plan {
  id: string
  kind: Kind
  medium: Medium
  clock: Clock
  format: Format
  seats: 2 | 3
  coin: SeatId[]
}

/** Makes an empty room at the instant `at`. The format must have passed `checkFormat`. */
export function createRoom(plan: Plan, at: Ms): Room {
  const seats: Room['seats'] = {}
  for (const seat of SEATS.slice(0, plan.seats)) seats[seat] = null
  return {
    v: 1,
    id: plan.id,
    kind: plan.kind,
    medium: plan.medium,
    clock: plan.clock,
    format: { id: plan.format.id, title: plan.format.title },
    plan: plan.clock === 'none' ? plan.format.phases.map(phase => ({ ...phase, ms: null })) : plan.format.phases,
    coin: plan.coin,
    createdAt: at,
    at,
    rev: 0,
    seats,
    left: [],
    sitting: null,
    unwatchedSince: null,
    takenUpAt: null,
    closed: null,
  }
}

/** The seats of the room, in order. */
export function seatIds(room: Room): SeatId[] {
  return SEATS.filter(seat => room.seats[seat] !== undefined)
}

/** The seats in which somebody sits who has not left. */
export function people(room: Room): SeatId[] {
  return seatIds(room).filter(seat => room.seats[seat] && !room.left.includes(seat))
}

/**
 * The instant from which everybody is taken to be gone who has not been seen since `since`. It is `since` itself, or the next
 * millisecond where a real absence began, or would hold the room, at exactly that instant: if Ann left at 1000 and `since` is 1000,
 * Ben is taken to be gone from 1001, so that the two can still be told apart.
 */
export function assumedSince(room: Room, since: Ms): Ms {
  // No hold goes back behind the beginning of a phase, or what has been revealed.
  const least = Math.max(room.sitting?.startedAt ?? 0, room.sitting?.revealedAt ?? 0)
  const holdsThen = (seat: SeatId) => Math.max(least, room.seats[seat]?.goneSince ?? since + 1) === since
  return people(room).some(holdsThen) ? since + 1 : since
}
