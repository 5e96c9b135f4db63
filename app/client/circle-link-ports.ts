// What does a page's link to its circle stand on? A connection, its bells, and the page of the room that it leads to.
import type { Opened } from './room-link-ports.ts'
import type { Wire } from './socket.ts'

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
