// Who waits, by whom are they spoken to, and what do they wait for?
import type { Ticket } from '../../lib/lobby/waiting.ts'
import type { Medium, Ms } from '../../lib/protocol/room.ts'
import type { PairedTold, WaitingTold } from '../../lib/wire/events.ts'

/** How somebody who waits is spoken to. */
export interface Teller {
  waiting(told: WaitingTold): void
  paired(told: PairedTold): void
  /** The same device waits somewhere else now. */
  elsewhere(): void
  /** Whether what is told still reaches anybody. */
  isThere(): boolean
}

/** What somebody waits for. */
export interface Wanted {
  queue: string
  medium: Medium
  /** A salted hash. */
  device: string
  name: string
  key: string | null
}

export interface Waiter extends Wanted {
  teller: Teller
  ticket: Ticket
  token: string
  told: string
}

/** Somebody who was paired here and whose sitting has not begun, or not lasted a minute. */
export interface Guest extends Wanted {
  teller: Teller
  since: Ms
  /** When the two were taken out together: the same for both, at whatever process they are. */
  takenAt: Ms
  pairedAt: Ms
  other: string
  /** Whether they have come in. */
  isIn: boolean
  began: boolean
  /** Since when the other has been gone from their sitting, while this one was there to see it; null when they are there. */
  aloneSince: Ms | null
}
