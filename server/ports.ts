// Which holes does the server have in its wall? A store, a clock, identities and a log: everything else is decided
// inside. A test fills them with parts that it can turn by hand; only server/index.ts fills them with the real ones.
import type { Fact } from '../lib/protocol/facts.ts'
import type { Ms } from '../lib/protocol/room.ts'

/** Cancels what it was given for. Calling it twice is harmless. */
export type Cancel = () => void

export interface Clock {
  /** The present instant of the store's clock, as well as this process knows it; it never runs back. */
  now(): Ms
  /** Calls `ring` once at `at` or a little later, never when cancelled. */
  at(at: Ms, ring: () => void): Cancel
}

export interface Ids {
  /**
   * A room's id: 128 random bits, 22 characters of base64url. With `near` (two of them, see lib/wire/near.ts) it begins with that, and
   * 116 are random.
   */
  room(near?: string | null): string
  /** A seat's token: 256 random bits, 43 characters of base64url. */
  token(): string
  /** A mark for one commit to the store. It can never be read as a number, a boolean or JSON. */
  commit(): string
  /** A whole number from 0 to below `most`, each equally likely; `most` is below 2⁴⁸. */
  below(most: number): number
  /** True or false with equal chance. */
  coin(): boolean
}

export interface Kept {
  /** The room as JSON text. */
  body: string
  /** The mark of the commit that wrote it. */
  commit: string
}

/** What an answer of a store carries: the store's own instant. */
export interface Answered {
  now: Ms
}

/** Of an act that this process need not learn the time from, each time that it does it. */
export interface MaybeTimed {
  now: Ms | null
}

/**
 * Where rooms live: one key a room, a body and the mark of its last commit. Every method is one atomic act on the
 * primary copy. A method rejects with `StoreDown` when the store did not answer in time or answered nonsense, and then
 * nothing is known about whether the act happened: repeating it with the same marks is always safe.
 */
export interface RoomStore {
  /**
   * Writes a room that must not exist yet. `taken` when another commit made it; the same commit again is `made`. Answers with the name
   * of the store too, which is `next.commit` from now on where it has none yet.
   */
  create(id: string, next: Kept, ttlMs: Ms): Promise<Answered & { result: 'made' | 'taken'; epoch: string }>
  /** Reads a room. `kept` is null when there is none (never made, expired or forgotten). */
  load(id: string): Promise<Answered & { kept: Kept | null }>
  /** Replaces the room that `expected` wrote. `lost` when another commit came first; the same swap again is `swapped`. */
  swap(
    id: string,
    expected: string,
    next: Kept,
    ttlMs: Ms,
  ): Promise<MaybeTimed & { result: 'swapped' | 'lost' | 'gone' }>
  /**
   * Erases the room and leaves an empty tombstone for `tombstoneMs`, during which it can't be made again, also when there
   * was no room (`gone`): what brings lost rooms back must not bring back one that was dissolved. Where commits are told to
   * other processes, `last` is told in place of what is erased.
   */
  forget(id: string, tombstoneMs: Ms, last?: Kept): Promise<MaybeTimed & { result: 'forgotten' | 'gone' }>
  /**
   * The name that the store has borne since it was last empty; `mark` from now on where it has none yet. It does not expire: when
   * it is another one, everything that was kept under the one before is lost.
   */
  epoch(mark: string): Promise<Answered & { epoch: string }>
  /** Resolves when the store answers. */
  ready(): Promise<Answered>
  close(): Promise<void>
}

/** Two devices, by their salted hashes. */
export type Pair = readonly [string, string]

/** `avoid`: one of them said never again. `met`: they were brought together not long ago. */
export type ApartWhy = 'avoid' | 'met'

/**
 * Where small documents lie by key (queues, devices, reports, workshops), and which two devices are kept apart. As with rooms each method is one
 * atomic act, may be repeated with the same marks, and rejects with `StoreDown` alone; and all of it expires by itself.
 */
export interface LobbyStore {
  load(key: string): Promise<Answered & { kept: Kept | null }>
  /**
   * Writes the document that must be as `expected` wrote it (null: must not be there), if no pair of `fit` is kept apart
   * at this very moment. With `anyway`, having met keeps nobody apart. `lost` when another commit came first.
   */
  swap(
    key: string,
    expected: string | null,
    next: Kept,
    ttlMs: Ms,
    check?: { fit: readonly Pair[]; anyway: boolean },
  ): Promise<Answered & { result: 'swapped' | 'lost' | 'apart' }>
  /** Until when each pair is kept apart, and why; null when it is not. */
  between(pairs: readonly Pair[]): Promise<Answered & { apart: ({ why: ApartWhy; until: Ms } | null)[] }>
  /** Keeps two apart for `ttlMs`, whichever of them asked. Having met never shortens what somebody asked for. */
  part(pair: Pair, why: ApartWhy, ttlMs: Ms): Promise<Answered>
  close(): Promise<void>
}

/**
 * How the processes of one site speak with each other. Nothing that is said is kept anywhere. What is said while the line is
 * down is lost: whoever hears is told by `missed` once it is up again, and looks for themselves.
 */
export interface Bus {
  /** Under this name this process speaks. It does not hear itself. */
  readonly self: string
  /** There is no other process to hear anything. */
  readonly isAlone: boolean
  /** Hears what others say on a channel until `stop`; all that they say after `ready`. */
  hear(channel: string, heard: (text: string) => void): { ready: Promise<void>; stop: Cancel }
  /** Resolves with how many other processes it was sent to, 0 while the line is down. Never rejects. */
  say(channel: string, text: string): Promise<number>
  /** Calls back whenever something may have been missed. */
  onMissed(missed: () => void): void
  isUp(): boolean
  close(): Promise<void>
}

/** The store can't be reached, or didn't answer as a store does. Carries no part of what was asked, on purpose. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown'
  /** `full` and `too-big` are refusals of this one act by a store that is well; of the others nobody knows if it happened. */
  readonly why: 'timeout' | 'refused' | 'open-breaker' | 'bad-answer' | 'too-big' | 'full'
  constructor(why: StoreDown['why']) {
    super(`store down: ${why}`)
    this.why = why
  }
}

/** What can go wrong here: by this it is found in the log, and counted. */
export type FaultName =
  | 'ask'
  | 'store'
  | 'touch'
  | 'heard'
  | 'epoch'
  | 'lobby'
  | 'circle'
  | 'circle-room'
  | 'circle-farewell'
  | 'report-webhook'
  | 'metrics'
  | 'fatal'

/** A log of facts. No method takes free text of a person, and no field may hold a word, a name, a token or an address. */
export interface Log {
  fact(fact: Fact): void
  /** Something that an operator should know. `event` is a fixed kebab-case word. */
  note(event: string, fields?: Record<string, string | number | boolean | null>): void
  /** Something that went wrong. The error's message and stack are not written: only its name and, when it has one, its `why` or `code`. */
  fault(event: FaultName, error: unknown, fields?: Record<string, string | number | boolean | null>): void
}
