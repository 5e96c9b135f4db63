// What does a page's link to its room stand on? A connection, and whoever is told of what comes over it.
import type { OwnKeys } from '../../../lib/seal/own-keys.ts'
import type { Seated, Tellings } from '../../../lib/wire/events.ts'
import type { OfCircle, Relayed } from './seat-line-ports.ts'
import type { Wire } from './socket.ts'

/** A seat on a connection that is already there. `secret`: null between strangers, who have no link. */
export interface Opened {
  wire: Wire
  keys: OwnKeys
  secret: string | null
  seated: Seated
}

export interface RoomLinkPorts {
  /** Makes a connection; by default a real one. */
  dial?: () => Wire
  changed(): void
  /** The seat was entered on a connection: the first time, and each time after. */
  entered(): void
  told: { [Name in Relayed]: Tellings[Name] } & { [Name in OfCircle]?: Tellings[Name] }
}
