// Who asks, and at which desk? What is known of one connection, and what each desk stands on and answers.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { Ack, IceAnswer, RoomView, Tellings } from '../../lib/wire/events.ts'
import type { Elsewhere, Relay } from '../fan-out/elsewhere.ts'
import type { Asking } from '../ice.ts'
import { newTrace, type Trace } from '../observe/asking.ts'
import type { Clock } from '../ports.ts'
import type { Director } from '../room/director.ts'
import type { Franking } from '../safety/franking.ts'
import { type Admitted, type Haste, noHaste } from './doorman.ts'
import type { Limits } from './limits.ts'
import type { Presence } from './presence.ts'

/** What is known of one connection. Who somebody is was settled when they entered; no later payload can say otherwise. */
export interface Caller {
  address: string
  /** Page and server are on one machine. */
  isLocal: boolean
  /** By what its browser asked to be brought to one process with whoever is to come to it; null when by nothing. */
  near: string | null
  seated: { room: string; seat: SeatId; entry: string } | null
  /** Has a seat and was not answered so yet; with the newest view that was to be shown meanwhile. */
  entering: { view: RoomView | null } | null
  /** Who asked this person to send again, and how many pieces of an answer are still let through. */
  asked: Map<SeatId, number> | null
  /** The connection has ended; something that it asked for may still be under way. */
  isGone: boolean
  haste: Haste
  /** By which its asks are found in the log. */
  trace: Trace
}

export const newCaller = (address: string, isLocal = false, near: string | null = null): Caller => ({
  address,
  isLocal,
  near,
  seated: null,
  entering: null,
  asked: null,
  isGone: false,
  haste: noHaste(),
  trace: newTrace(),
})

export type CircleAsk = 'convene' | 'join' | 'unjoin' | 'give' | 'offer' | 'watch' | 'facilitate' | 'direct'

/** Answers what is asked about workshops; what is asked of rooms is answered in asks.ts. */
export interface CircleDesk<C> {
  answer(connection: C, caller: Caller, admitted: Extract<Admitted, { name: CircleAsk }>): Promise<Ack<object>>
  /** Whether somebody of a circle, its wall or its board is connected by this one. */
  isFor(connection: C): boolean
  gone(connection: C): void
}

export type LobbyAsk = 'practice' | 'wait' | 'unwait' | 'meet' | 'report' | 'avoid'

/** What strangers ask for has its own desk. */
export interface LobbyDesk<C> {
  answer(connection: C, caller: Caller, admitted: Extract<Admitted, { name: LobbyAsk }>): Promise<Ack>
  /** Whether somebody waits by this one. */
  isFor(connection: C): boolean
  /** This connection holds the seat now. */
  entered(connection: C, room: string, seat: SeatId): void
  /** Somebody left by their own act. */
  left(room: string, seat: SeatId): void
  gone(connection: C): void
}

/** What of a connection is needed here: to tell it that another one took its seat, and to know who it is. */
export interface Connection {
  emit: <Event extends keyof Tellings>(event: Event, ...told: Parameters<Tellings[Event]>) => unknown
  data: { caller: Caller }
}

/** Where everything is answered. */
export interface Desk<C extends Connection> {
  director: Director
  clock: Clock
  limits: Limits
  presence: Presence<C>
  /** Tells something to whoever holds a seat, here or at another process. */
  relay: Relay
  elsewhere: Pick<Elsewhere, 'isAlone' | 'follow' | 'leave' | 'present' | 'mayHold' | 'isHeard'>
  /** Sends a packet of the wire as it is. */
  pass: (connection: C, packet: string) => void
  franking: Pick<Franking, 'mark'>
  isDraining: () => boolean
  /** How somebody may reach the others of their room. */
  ice: (who: Asking) => IceAnswer
  lobby: LobbyDesk<C>
  circles: CircleDesk<C>
}
