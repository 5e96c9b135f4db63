// What goes over the socket? The contract of WIRE.md, as types. Both ends import this file; it holds no code that runs.
import type {
  Clock,
  CloseReason,
  First,
  Floor,
  HoldReason,
  Kind,
  Medium,
  Ms,
  PhaseKind,
  SeatId,
  Wish,
} from '../protocol/room.ts'
import type { CircleAsks, CircleTellings } from './circle.ts'
import type { CommittedTo, Mark, ReplayAsk, ReportAsk } from './marked.ts'
import type { PracticeAnswer } from './practice.ts'

/** Stable answers to what cannot be done. A code is never used for something else later. */
export type RefusalCode =
  | 'bad-request'
  | 'too-big'
  | 'too-fast'
  | 'gone'
  | 'full'
  | 'not-yours'
  | 'not-now'
  | 'stale-phase'
  | 'not-allowed'
  | 'busy'
  | 'store-down'
  | 'closed'
  | 'draining'

export interface Refusal {
  ok: false
  code: RefusalCode
  /** For a developer; never shown to a person, never holding anything that a person said. */
  message: string
}

export type Ack<Answer extends object = object> = ({ ok: true } & Answer) | Refusal

/**
 * What a person asks of a room. Those that name a phase are refused in any other (`stale-phase`), and a `resume` that
 * names the hold it is for is refused in any other, so that a late or repeated one never acts.
 */
export type Intent =
  | { do: 'ready'; first?: Wish | undefined }
  | { do: 'unseat'; seat: SeatId }
  | { do: 'on'; phase: number }
  | { do: 'hold'; phase?: number | undefined }
  | { do: 'resume'; since?: Ms | undefined }
  | { do: 'more'; phase: number }
  | { do: 'heard'; phase: number; heard: boolean }
  | { do: 'line'; phase: number; sealed: string; commitment?: string | undefined }
  | { do: 'keep'; phase: number }
  | { do: 'help' }
  | { do: 'admit'; yes: boolean; since: Ms }
  | { do: 'lend'; phase: number; on: boolean }
  | { do: 'leave' }

export type Doing = Intent['do']

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

export interface CustomPhase {
  kind: PhaseKind
  seconds: number
  floor: 'none' | 'first' | 'second' | 'all'
}

export type FormatAsk = { id: string; minutes?: number | undefined } | { phases: CustomPhase[] }

export interface OpenAsk {
  kind: 'friends'
  format: FormatAsk
  medium: Medium
  clock?: Clock | undefined
  name: string
  key?: string | undefined
  locale?: string | undefined
}

export type EnterAsk =
  | { room: string; token: string; heard?: Ms | undefined; key?: string | undefined; capsule?: string | undefined }
  | { room: string; name: string; key?: string | undefined; attempt?: string | undefined }

/** One utterance or live draft of whoever has the floor. `id` counts this sender's utterances from 1. */
export interface WordsAsk {
  phase: number
  id: number
  sealed: string
  /** Between strangers: what its writer committed themselves to, 43 characters of base64url. */
  commitment?: string | undefined
}

export interface Seated {
  seat: SeatId
  token: string
  rev: number
  view: RoomView
}

export interface Peeked {
  host: string
  medium: Medium
  format: { id: string; title: string; totalMs: Ms | null }
  free: number
}

export interface IceAnswer {
  iceServers: { urls: string | string[]; username?: string; credential?: string }[]
  relayOnly: boolean
  expiresAt: Ms | null
}

/** A language as its two or three letters; strangers are brought together within one. */
export interface WaitAsk {
  name: string
  medium: 'text' | 'voice'
  language: string
  /** At least 128 random bits that this browser made and keeps: no account, and never shown to anybody. */
  device: string
  key?: string | undefined
}

/** Why somebody may not wait, beside the code `not-allowed`: what was decided about the device, or a door that is shut. */
export type BarredWhy = 'rest' | 'paused' | 'banned' | ShutWhy
/** Why a door is shut: the operator has left no address, or nothing keeps strangers' addresses from each other. */
export type ShutWhy = 'no-contact' | 'no-relay'

export interface BarredRefusal extends Refusal {
  why?: BarredWhy
  until?: Ms | null
}

export type ReportReason = 'sexual' | 'harassment' | 'hate' | 'minor' | 'danger' | 'recording' | 'other'

export interface WaitingTold {
  ahead: number
  here: number
  usualMs: Ms | null
}

export interface PairedTold {
  room: string
  seat: SeatId
  token: string
}

type Reply<Answer extends object = object> = (ack: Ack<Answer>) => void

/** Browser → server. */
export interface Asks extends CircleAsks {
  clock: (reply: Reply<{ now: Ms }>) => void
  open: (ask: OpenAsk, reply: Reply<{ room: string } & Seated>) => void
  enter: (ask: EnterAsk, reply: Reply<Seated>) => void
  peek: (ask: { room: string }, reply: Reply<Peeked>) => void
  intent: (ask: Intent, reply: Reply<{ rev: number }>) => void
  words: (ask: WordsAsk, reply: Reply) => void
  again: (ask: { to: SeatId; since: number }, reply: Reply) => void
  replay: (ask: ReplayAsk, reply: Reply) => void
  signal: (ask: { to: SeatId; data: unknown }, reply: Reply) => void
  ice: (reply: Reply<IceAnswer>) => void
  practice: (reply: Reply<PracticeAnswer>) => void
  wait: (ask: WaitAsk, reply: (ack: { ok: true } | BarredRefusal) => void) => void
  unwait: (reply: Reply) => void
  /** Once more with the same person: nothing happens unless both have said it. */
  meet: (ask: { room: string; token: string }, reply: Reply) => void
  report: (ask: ReportAsk, reply: Reply) => void
  avoid: (ask: { room: string; token: string; about: SeatId }, reply: Reply) => void
}

/** Server → browser. */
export interface Tellings extends CircleTellings {
  view: (view: RoomView) => void
  words: (told: WordsAsk & { from: SeatId } & Partial<Mark>) => void
  again: (told: { from: SeatId; since: number }) => void
  replay: (told: { from: SeatId; sealed: string; said?: (CommittedTo & Mark)[] | undefined }) => void
  signal: (told: { from: SeatId; data: unknown }) => void
  waiting: (told: WaitingTold) => void
  paired: (told: PairedTold) => void
  moved: (told: { why: 'draining'; withinMs: Ms } | { why: 'other-tab' | 'waits-elsewhere' }) => void
}
