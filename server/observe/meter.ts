// What is counted of what happens here? As with the log, nothing of a person has a way in: no word, name, token, address or
// room, only events of fixed lists and how long they took.
import type { Fact } from '../../lib/protocol/facts.ts'
import type { Ack } from '../../lib/wire/events.ts'
import type { FaultName, LobbyStore, RoomStore } from '../ports.ts'
import type { Stage } from '../room/status.ts'

/** How things stand at this moment, counted when somebody looks. */
export interface Present {
  /** Connections, seated or not. */
  sockets: number
  /** Where each room stands in which somebody sits who is connected here. */
  stages: readonly Stage[]
  /** People who wait to be brought together, by this process. */
  waiting: number
  circles: number
  isDraining: boolean
  /** Whether the other processes of this site are heard; true where there can be none. */
  isBusUp: boolean
}

export type StoreName = 'rooms' | 'lobby'
export type StoreAct = Exclude<keyof RoomStore | keyof LobbyStore, 'close'>
export type LimitName = 'handshakes' | 'connections' | 'opens' | 'joins' | 'guesses'

/** How a relay is reached. */
export type Transport = 'udp' | 'tcp' | 'tls'

export interface Meter {
  fact(fact: Fact): void
  fault(event: FaultName): void
  /** Somebody asks, by whatever word they like. What is returned is to be told the answer. */
  asked(event: string): (answer: Ack) => void
  /** This process stood still. */
  stood(): void
  /** Words were handed on at once. */
  passed(): void
  /** An address has used up its share. */
  reached(limit: LimitName): void
  /** A store has answered an act, or has not; `outcome` is its answer's kind, or why there is none. */
  acted(store: StoreName, act: StoreAct, outcome: string, seconds: number): void
  breaker(store: StoreName, isOpen: boolean): void
  /** Whether the relay answers. */
  relay(transport: Transport, isUp: boolean): void
  /** Where to look for how things stand. */
  look(present: () => Present): void
}
