// What is a circle? The people of a workshop, what was agreed about its rounds, and who sits with whom in the one that runs:
// plain data. Nothing here reads a clock, draws a number or knows a socket.
import { formatFor, type RoundId, totalMs } from '../formats/formats.ts'
import type { CloseReason, Format, Ms, Phase } from '../protocol/room.ts'
import type { Tokens } from '../protocol/tokens.ts'
import type { CircleMedium, ConveneAsk, LateMode, LeftMode, OddMode, PersonId } from '../wire/circle.ts'
import { type Learning, nothingLearned } from './learned.ts'
import { nothingYet, type Remembered } from './remembered.ts'

export interface Person {
  name: string
  token: Tokens
  /** Since when nobody is connected for this person; null while somebody is. */
  goneSince: Ms | null
  /** Of which rounds they have given how it was, and it is in a sum. */
  gave: number[]
  /** Of which rounds they offered a line, to the last release; now `offered` of the circle holds it. */
  offered?: number[]
}

export interface CircleRoom {
  room: string
  /** In the order of the seats. */
  people: PersonId[]
  /** Set when it ended before its time: those who are still there wait for somebody. */
  over?: CloseReason
  /** Who has left it for good while the others sit on. */
  gone?: PersonId[]
}

export interface Round {
  n: number
  rooms: CircleRoom[]
  /** Who is in no room: beside the facilitator, or at rest. */
  alone: PersonId | null
  /** Of a pair, with every minute that was added. */
  phases: Phase[]
  /** When the first phase began on the clock of all, time that the facilitator held given back; null before. */
  startedAt: Ms | null
  stoppedAt: Ms | null
  /** When it last went on after it was held. */
  resumedAt?: Ms
  backBy: Ms | null
  /** Of whom it was said in this round that, alone, they sit with its question, or that they don't. */
  reflects?: Record<PersonId, boolean>
}

/** What somebody has offered to the wall, without their name, their room or the round. */
export interface OfferedLine {
  /** Chance, and nothing else. */
  id: string
  sealed: string
}

export interface Circle {
  v: 1
  id: string
  code: string
  /** When its code was last kept for longer; at first it was kept as the circle was convened. */
  codeAt?: Ms
  /** The hash of the facilitator's key. */
  key: string
  title: string
  audience: string
  format: { id: RoundId; minutes?: number }
  medium: CircleMedium
  odd: OddMode
  late: LateMode
  left: LeftMode
  prompts: string[]
  createdAt: Ms
  /** The latest instant at which something happened. It never goes back. */
  at: Ms
  rev: number
  people: Record<PersonId, Person>
  /** How many people there ever were; ids are not used again. */
  came: number
  fixed: [PersonId, PersonId][]
  apart: [PersonId, PersonId][]
  remembered: Remembered
  round: Round | null
  learned: Learning
  /** By whom, in marks: each tells nothing to whoever has not this site's secret, nor does their order. */
  offered?: string[]
  /** Sealed for `lock`, in an order of chance. */
  lines?: OfferedLine[]
  lock?: string
  closed: { at: Ms } | null
}

/** Nobody has done anything in it for this long: it closes. */
export const IDLE_MS = 12 * 3600_000
/** What the facilitator harvests can be read for this long after the end. */
export const CLOSED_MS = 3600_000
/** Whoever has been gone for less is still here: a page that is loaded anew, a phone in a pocket, a lift. */
export const HERE_MS = 60_000

export function convened(
  ask: ConveneAsk,
  { id, code, key, lock }: { id: string; code: string; key: string; lock: string },
  now: Ms,
): Circle {
  return {
    v: 1,
    id,
    code,
    key,
    lock,
    title: ask.title,
    audience: ask.audience ?? '',
    format: { id: ask.format.id, ...(ask.format.minutes !== undefined && { minutes: ask.format.minutes }) },
    medium: ask.medium,
    odd: ask.odd,
    late: ask.late ?? 'finish',
    left: ask.left ?? 'wait',
    prompts: ask.prompts,
    createdAt: now,
    at: now,
    rev: 0,
    people: {},
    came: 0,
    fixed: [],
    apart: [],
    remembered: nothingYet(),
    round: null,
    learned: nothingLearned(),
    lines: [],
    closed: null,
  }
}

/** Who sits in it, or did when it ended. */
export const sitters = ({ people, gone = [] }: CircleRoom): PersonId[] => people.filter(id => !gone.includes(id))

/** When it must be gone from every store. */
export const forgetAt = ({ at, closed }: Circle): Ms => (closed ? closed.at + CLOSED_MS : at + IDLE_MS)

export const pairFormat = ({ format }: Pick<Circle, 'format'>): Format => formatFor(format.id, 2, format.minutes)

/** When the running round is over by the clock of all; null before it begins. */
export const roundEndsAt = ({ startedAt, phases }: Round): Ms | null =>
  startedAt === null ? null : startedAt + totalMs(phases)

/** Whether everybody of this round has been called back: its rooms are over. */
export const isCalledBack = ({ backBy }: Round, now: Ms): boolean => backBy !== null && now >= backBy

/** Whether the round has begun and, by the clock of all, is not over. */
export function isRunning({ round }: Circle, now: Ms): boolean {
  if (!round || round.startedAt === null || isCalledBack(round, now)) return false
  return now < (roundEndsAt(round) ?? now) || round.stoppedAt !== null
}

/** Whether somebody is counted, and counted in when pairs are made. */
export const isHere = ({ goneSince }: Person, now: Ms): boolean => goneSince === null || now < goneSince + HERE_MS

/** When the next of those who have gone is here no longer, should they not come back; null while nobody has gone just now. */
export function missedAt({ people }: Circle, now: Ms): Ms | null {
  const at = Object.values(people).flatMap(({ goneSince }) => (goneSince === null ? [] : [goneSince + HERE_MS]))
  return at.filter(due => due > now).sort((one, other) => one - other)[0] ?? null
}

/** The circle after an act that others can notice. */
export const acted = (circle: Circle, change: Partial<Circle>, now: Ms): Circle => ({
  ...circle,
  ...change,
  at: Math.max(now, circle.at),
  rev: circle.rev + 1,
})
