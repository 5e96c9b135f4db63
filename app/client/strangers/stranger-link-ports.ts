// What can be done on the way to a partner, and what does it need around it?
import type { Met } from '../device/met.ts'
import type { Opened } from '../line/room-link-ports.ts'
import type { Wire } from '../line/socket.ts'
import type { Seeking, StrangerSnapshot } from './stranger-state.ts'

export interface StrangerLink {
  /** The same object until something changes. */
  snapshot(): StrangerSnapshot
  wait(seeking: Seeking): void
  /** Waits for the one who was met, and for nobody else. */
  meetAgain(met: Met): void
  /** Goes on with a meeting that a reload interrupted. False when there is none. */
  comeBack(seeking: Seeking): boolean
  accept(): Promise<void>
  decline(): void
  /** Waits no more. */
  stop(): void
  /** Nobody looks at it any more. */
  end(): void
}

export interface StrangerPorts {
  dial?: () => Wire
  changed(): void
  /** Hands the connection on to the page of the room. */
  handOver(room: string, opened: Opened): void
}
