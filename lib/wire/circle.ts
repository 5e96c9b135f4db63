// What goes over the socket about a workshop? The contract of WIRE.md for its facilitator and its people, as types.
import type { RoundId } from '../formats/formats.ts'
import type { HoldReason, Ms, PhaseKind, SeatId } from '../protocol/room.ts'
import type { Ack } from './ack.ts'

/** What becomes of one too many: a room of three, a seat beside the facilitator, or a round of rest. */
export type OddMode = 'trio' | 'facilitator' | 'rest'
/** What becomes of a room that was held alone: it finishes late, or leaves out what the others have had meanwhile. */
export type LateMode = 'finish' | 'catch-up'
/** What becomes of whoever is left alone while a round runs: they wait for somebody, or sit with its question until it ends. */
export type LeftMode = 'wait' | 'reflect'
/** Three can sit together only where nothing has to reach a browser to be heard. */
export type CircleMedium = 'together' | 'text' | 'voice'

/** A person of a circle, as short as it can be: `p1`, `p2` … in the order in which they came. */
export type PersonId = string

/** Also the form of a plan that can be saved as a file and loaded again. */
export interface ConveneAsk {
  title: string
  /** Who it is for, in the facilitator's words. */
  audience?: string | undefined
  format: { id: RoundId; minutes?: number | undefined }
  medium: CircleMedium
  odd: OddMode
  late?: LateMode | undefined
  left?: LeftMode | undefined
  /** What each round is about, in order; a round beyond the last has none. */
  prompts: string[]
}

export interface Convened {
  circle: string
  /** Eight characters without vowels or look-alikes. Spaces, dashes and small letters are forgiven when it is asked for. */
  code: string
  /** 256 random bits. Whoever has it is the facilitator, on as many devices as they like. */
  key: string
}

/** To come in with a name, or to come back as the same person. */
export type JoinAsk = { code: string; name: string } | { code: string; token: string }

export interface Joined {
  circle: string
  person: PersonId
  token: string
  view: CircleView
  /**
   * The seat that this person has in a room of the running round, with a token that was made for this answer and makes every other
   * void; null when they have none, or when this connection is in that room already.
   */
  seat: { room: string; seat: SeatId; token: string } | null
}

/** The clock that all rooms of a round share. */
export interface CommonClock {
  /** The phases of a pair, each with added minutes and the seven seconds after its bell; a room of three is as long in all. */
  phases: { kind: PhaseKind; ms: Ms; turn?: number }[]
  /** When the first one began, or would have begun had the facilitator never stopped the clock. */
  startedAt: Ms
  /** Since when the facilitator holds all; null while the clock runs. */
  stoppedAt: Ms | null
  endsAt: Ms
}

export type CircleStage = 'gathering' | 'paired' | 'running' | 'closed'

/** What anybody may know who has the code, and all that a projector shows: it holds no name. */
export interface CircleFace {
  circle: string
  code: string
  rev: number
  now: Ms
  title: string
  audience: string
  medium: CircleMedium
  format: { id: string; title: string; totalMs: Ms }
  stage: CircleStage
  /** How many have come and not left, and how many of them are connected, or were within a minute. */
  people: number
  here: number
  /** Rounds that were paired so far, and rounds that were planned. */
  round: number
  rounds: number
  /** Of the round that is paired or runs. */
  prompt: string | null
  /** Of the one after it. */
  nextPrompt: string | null
  /** Null before the first beginning and when all rooms of the round are over by the clock. */
  clock: CommonClock | null
  /** When everybody is called back to the circle. */
  backBy: Ms | null
}

/** What one person of the circle sees of it. */
export interface CircleView extends CircleFace {
  you: { person: PersonId; name: string }
  /**
   * Where they sit in this round: a room, beside the facilitator, at rest, with its question until it ends as their partner left,
   * or nowhere yet, as they came late or wait for somebody else.
   */
  place: { at: 'room'; room: string; seat: SeatId } | { at: 'facilitator' | 'rest' | 'reflect' | 'waiting' } | null
}

export interface BoardPerson {
  id: PersonId
  name: string
  here: boolean
  /** The number of their room in this round; null when they have none. */
  room: number | null
  /** How often they were one too many. */
  odd: number
  /** They sit with the question of the round until it ends, and are seated with nobody meanwhile. */
  reflects: boolean
}

/** A room as its facilitator sees it: where it stands and whether somebody needs them, and no word, line or note. */
export interface BoardRoom {
  /** From 1, in the order in which the rooms of this round were made. */
  n: number
  room: string
  people: PersonId[]
  /** Who of them has a connection to the room. */
  here: PersonId[]
  stage: 'gathering' | 'sitting' | 'closed'
  phase: null | { kind: PhaseKind; n: number; startedAt: Ms; endsAt: Ms | null; speaker: PersonId | null }
  held: null | { why: HoldReason; since: Ms }
  /** How much later than the others it will be over. */
  behindMs: Ms
  /** While it is held by itself: from when on, as that grows and is not told again and again. */
  behindSince: Ms | null
  help: null | { by: PersonId; since: Ms }
  /** How it stands with the facilitator who knocked there: not yet asked, asked, in, in and heard, refused or unanswered, shown out. */
  visit: null | 'waits' | 'asks' | 'in' | 'heard' | 'not-now' | 'out'
  closed: null | { why: string }
}

/** What the group gave of how it was, in sums of at least five people who gave theirs since the sum before. */
export interface Learned {
  /** How many are in these sums. */
  givers: number
  /** How many chose each of the seven steps, before and after. */
  before: number[]
  after: number[]
  /** How many said that they felt heard. */
  heard: number
}

export interface BoardHead extends CircleFace {
  odd: OddMode
  late: LateMode
  fixed: [PersonId, PersonId][]
  apart: [PersonId, PersonId][]
  /** Who is beside the facilitator or rests in this round. */
  alone: PersonId | null
  learned: Learned | null
}

export interface Board {
  head: BoardHead
  people: BoardPerson[]
  rooms: BoardRoom[]
}

/** What has changed since the last one: people and rooms by their ids, each whole. A new `round` begins with no rooms. */
export interface BoardChange {
  head: BoardHead
  people: BoardPerson[]
  rooms: BoardRoom[]
  /** How many rooms there are: those with a greater `n` are no more. */
  roomsInAll?: number
  gone: PersonId[]
}

/** What a facilitator asks of all, of one room or of one person. */
export type DirectAsk =
  /**
   * `all` makes the next round; `same` the pairs of the round before. `waiting` seats those who have no room in this one: before it
   * begins one alone too, as the third of a pair where that is how the odd seat goes.
   */
  | { do: 'pair'; who?: 'all' | 'waiting' | 'same' | undefined }
  | { do: 'begin' }
  | { do: 'hold' }
  | { do: 'resume' }
  /** A minute more of each turn that is not over in this round. */
  | { do: 'more' }
  /** Rooms close in so many seconds; null takes it back. */
  | { do: 'call-back'; seconds: number | null }
  /** A sentence that everybody reads for a while, kept nowhere; without a text only the bell rings. */
  | { do: 'say'; text: string | null }
  /** `off`: no longer. */
  | { do: 'fix' | 'apart'; people: [PersonId, PersonId]; off?: boolean | undefined }
  | { do: 'remove'; person: PersonId }
  /** Somebody who has no room sits with the question of the round until it ends; `off`: they wait for somebody. */
  | { do: 'reflect'; person: PersonId; off?: boolean | undefined }
  /** I have been with them: their call is answered. */
  | { do: 'attend'; room: number }
  /** Asks to be let into a room, on foot, and no longer into any other: everybody in it must say yes. `off`: no longer, or out again. */
  | { do: 'knock'; room: number; off?: boolean | undefined }
  /** A line that was offered goes from the wall. */
  | { do: 'take-down'; line: string }
  | { do: 'late'; late: LateMode }
  | { do: 'close' }

/** Why no pairs could be made, and who stands in the way. */
export interface PairingRefusal {
  why: string
  who: PersonId[]
}

/** What somebody gives of a round, without their name: steps of closeness from 1 to 7, and whether they felt heard. */
export interface GiveAsk {
  round: number
  before?: number | undefined
  after?: number | undefined
  heard?: boolean | undefined
}

/** A line that somebody has written in a room, and offers to the wall: without their name, once for each round. */
export interface OfferAsk {
  round: number
  text: string
}

/** A line on the wall. Its id is chance, and so is the order. */
export interface WallLine {
  id: string
  text: string
}

type Reply<Answer extends object = object> = (ack: Ack<Answer>) => void

/** Browser → server. */
export interface CircleAsks {
  convene: (ask: ConveneAsk, reply: Reply<Convened>) => void
  join: (ask: JoinAsk, reply: Reply<Joined>) => void
  /** Leaves the circle for good. */
  unjoin: (reply: Reply) => void
  give: (ask: GiveAsk, reply: Reply) => void
  offer: (ask: OfferAsk, reply: Reply) => void
  /** What a projector shows; from then on `face` and `offered` are told. */
  watch: (ask: { code: string }, reply: Reply<{ face: CircleFace; lines: WallLine[] }>) => void
  facilitate: (ask: { circle: string; key: string }, reply: Reply<{ board: Board; lines: WallLine[] }>) => void
  direct: (
    ask: DirectAsk,
    reply: (ack: { ok: true; rev: number } | (Extract<Ack, { ok: false }> & Partial<PairingRefusal>)) => void,
  ) => void
}

/** Server → browser. */
export interface CircleTellings {
  circle: (view: CircleView) => void
  face: (face: CircleFace) => void
  board: (change: BoardChange) => void
  /** All lines that stand on the wall now. */
  offered: (told: { lines: WallLine[] }) => void
  /** The facilitator's bell, and what they say with it. */
  said: (told: { text: string | null; at: Ms }) => void
}
