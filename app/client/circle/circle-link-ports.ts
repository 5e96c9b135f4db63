// What does a page's link to its circle stand on, and what can be asked of it? A connection, its bells, and the page of the room that
// it leads to.
import type { GiveAsk, OfferAsk } from '../../../lib/wire/circle.ts'
import type { Done } from '../line/intents.ts'
import type { Opened } from '../line/room-link-ports.ts'
import type { Wire } from '../line/socket.ts'
import type { CircleSnapshot } from './circle-state.ts'

export interface CirclePorts {
  code: string
  dial?: () => Wire
  changed(): void
  /** The facilitator rings. */
  rings(): void
  /** Somebody is there to sit with. */
  arrives(): void
  /** Hands the connection on to the page of the room. */
  handOver(room: string, opened: Opened): void
}

export interface CircleLink {
  /** The same object until something changes. */
  snapshot(): CircleSnapshot
  /** Goes on with a connection that is there, or dials. */
  start(given?: Wire | null): void
  comeIn(name: string): Promise<Done>
  /** To their room, where the way there was lost before. */
  goToRoom(): void
  give(ask: GiveAsk): Promise<Done>
  offer(ask: OfferAsk): Promise<Done>
  /** Leaves the circle for good. */
  leave(): Promise<void>
  /** Nobody looks at it any more. */
  end(): void
}
