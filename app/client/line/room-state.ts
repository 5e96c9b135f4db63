// What can this page be to a room? One of these, and each is a different thing to show.
import type { Peeked, RefusalCode, RoomView } from '../../../lib/wire/events.ts'
import type { Link, Why } from './seat-line-ports.ts'

export type RoomState =
  /** Nothing is known yet. */
  | { at: 'knocking' }
  /** A seat is free for whoever says a name. */
  | { at: 'doorstep'; peeked: Peeked }
  /** The address lacks what stands behind #. */
  | { at: 'incomplete' }
  /** The seat is open in another tab of this person. */
  | { at: 'other-tab' }
  | { at: 'refused'; code: RefusalCode | 'no-crypto' }
  | { at: 'in'; view: RoomView }
  | { at: 'left' }
  | { at: 'let-go' }

/** `offline`: the device says so. `store-down`: the server is there, its memory is not. `moving`: it is being replaced. */
export type Trouble = Why | 'offline' | null

export interface LinkSnapshot {
  state: RoomState
  link: Link
  trouble: Trouble
  /** The whole address to send to the other person; null while it is not known. */
  invite: string | null
}

/** Of two views the greater revision counts, and at the same revision the later instant. */
export function isNewer(view: RoomView, than: RoomView | null): boolean {
  return !than || view.rev > than.rev || (view.rev === than.rev && view.now > than.now)
}
