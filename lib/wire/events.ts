// What goes over the socket? The contract of WIRE.md, as types. Both ends import this file; it holds no code that runs.
import type { CustomPhase } from '../formats/custom.ts'
import type { Intent } from '../protocol/intents.ts'
import type { Clock, Medium, Ms, SeatId } from '../protocol/room.ts'
import type { RoomView } from '../protocol/room-view.ts'
import type { Ack, Refusal } from './ack.ts'
import type { CircleAsks, CircleTellings } from './circle.ts'
import type { CommittedTo, Mark, ReplayAsk, ReportAsk } from './marked.ts'
import type { PracticeAnswer, ShutWhy } from './practice.ts'

export type { CustomPhase } from '../formats/custom.ts'
export type { Doing, Intent, RefusalCode } from '../protocol/intents.ts'
export type { PhaseView, RoomView, SeatView } from '../protocol/room-view.ts'
export type { Ack, Refusal } from './ack.ts'
export type { ReportReason } from './marked.ts'
export type { ShutWhy } from './practice.ts'

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

export interface BarredRefusal extends Refusal {
  why?: BarredWhy
  until?: Ms | null
}

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
