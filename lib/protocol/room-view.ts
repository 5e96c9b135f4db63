// What does one pair of eyes see of a room?
import type { Doing } from './intents.ts'
import type { Clock, CloseReason, First, Floor, HoldReason, Kind, Medium, Ms, PhaseKind, SeatId, Wish } from './room.ts'

export interface PhaseView {
  kind: PhaseKind
  ms: Ms | null
  floor: Floor | 'first' | 'second' | 'third'
  turn?: number
}

/** Everything that one pair of eyes may see of a room. Whole each time: a newer one replaces an older one. */
export interface RoomView {
  room: string
  rev: number
  now: Ms
  stage: 'gathering' | 'sitting' | 'closed'
  kind: Kind
  medium: Medium
  clock: Clock
  format: { id: string; title: string; totalMs: Ms | null; phases: PhaseView[] }
  you: SeatId
  can: Doing[]
  seats: Partial<Record<SeatId, SeatView | null>>
  /** Who speaks first and how that was settled; null before the sitting. */
  first: First | null
  phase: null | {
    n: number
    kind: PhaseKind
    floor: Floor
    speaker?: SeatId
    turn?: number
    startedAt: Ms
    bellAt: Ms | null
    endsAt: Ms | null
    on: SeatId[]
  }
  held: null | {
    why: HoldReason
    by?: SeatId
    since: Ms
    /** What was left to `endsAt` when the clock was stopped; null where there is no clock. */
    leftMs: Ms | null
    resume: SeatId[]
    /** After ten minutes the room offers to end kindly. */
    offerEnd: boolean
  }
  more: null | { asked: SeatId[]; granted: number; most: number }
  /** Null until the lines are open to everybody. */
  lines: null | Partial<Record<SeatId, { sealed: string } | 'kept'>>
  /** What this seat has said itself about who speaks first, before the sitting. Never in another seat's view. */
  wish: Wish | null
  /** What this seat has answered itself, so that a reloaded page need not guess. Never in another seat's view. */
  answered: null | 'line' | 'kept'
  closed: null | { why: CloseReason }
  /** In a workshop's room: who called the facilitator, and when the facilitator calls everybody back. */
  help?: null | { by: SeatId; since: Ms }
  /** The facilitator at the door (`isIn: false`) or in the room; whether you have let them in, and whether they may be heard now. */
  visit?: null | { since: Ms; yes: boolean; isIn: boolean; hasFloor: boolean }
  backBy?: Ms | null
  capsule?: string
}

export interface SeatView {
  name: string
  here: boolean
  ready: boolean
  key?: string
}
