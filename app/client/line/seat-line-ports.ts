// What does a seat's line stand on, and what can be asked of it? A connection, and whoever is told what comes over it.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { RefusalCode, Seated, Tellings } from '../../../lib/wire/events.ts'
import type { AnswerOf, Wire } from './socket.ts'

/** `live`: the seat is held, or whoever has none knows what they are invited to. `quiet`: neither, for 3 s. */
export type Link = 'connecting' | 'live' | 'quiet'
export type Why = 'unreachable' | 'store-down' | 'moving'
export type Relayed = 'words' | 'again' | 'replay' | 'signal'
/** What is told of the circle that a workshop's room belongs to. */
export type OfCircle = 'circle' | 'said' | 'paired'

export interface SeatLinePorts {
  room: string
  /** Makes a connection; by default a real one. */
  dial?: (() => Wire) | undefined
  /** What is said beside the token when the seat is entered. */
  entering(): { heard?: Ms; key?: string; capsule?: string }
  seated(seated: Seated): void
  /** A connection is there and no seat is known yet. */
  knocked(): void
  told: { [Name in Relayed | 'view']: Tellings[Name] } & { [Name in OfCircle]?: Tellings[Name] }
  refused(code: RefusalCode): void
  otherTab(): void
  /** `link` or `why` has changed. */
  changed(): void
}

export interface SeatLine {
  /** Dials; `knocked` or, when there is a token, `seated` follows. */
  start(token: string | null): void
  /** Goes on with a connection that holds the seat already. */
  adopt(wire: Wire, seated: Seated): void
  /** Asks on the connection that holds the seat, or on the only one there is. */
  ask: Wire['ask']
  /** Asks what the room is, without a seat. Null where the connection was lost meanwhile: the next one calls `knocked` again. */
  knock(): Promise<AnswerOf<'peek'> | null>
  /**
   * Takes a free seat. Asked again with the same name and key when no answer came: whoever took it is answered as if it
   * were the first time.
   */
  sitDown(name: string): Promise<AnswerOf<'enter'>>
  isLive(): boolean
  /** Resolves with whether the seat is held, when it is or when there is no more hope, at the latest after `withinMs`. */
  whenLive(withinMs: Ms): Promise<boolean>
  link(): Link
  why(): Why
  /** The last instant of the server at which it certainly served us. */
  heard(): Ms | null
  redial(): void
  /** Lets go of the connection without ending it; null where there is none. */
  release(): Wire | null
  hangUp(): void
}
