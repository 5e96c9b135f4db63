// What does this process keep in mind of a room that somebody here is connected to, and did it sleep through something? What is kept in
// mind may be dropped at any time.
import { stoodStill } from '../../lib/protocol/door.ts'
import type { Ms, Room } from '../../lib/protocol/room.ts'
import type { KeptRoom } from './shelf.ts'
import type { Shown } from './showing.ts'

export interface Watch {
  /** As it is in the store; null when that is not known. */
  kept: KeptRoom | null
  /** As it was last known to be there: nothing older is shown after it. */
  last: KeptRoom | null
  shown: Shown
  /** The room as it was shown last. */
  seen: Room | null
  /** The instant for which the scheduler was asked to wake this room; null when it was not. */
  dueAt: Ms | null
  /** The room is no more, and nothing of it is kept here; the store need not be asked again for those still connected. */
  isGone: boolean
}

export const newWatch = (): Watch => ({ kept: null, last: null, shown: {}, seen: null, dueAt: null, isGone: false })

/** A boundary found this late, by a process that was watching for it, was slept through. */
const LATE_MS = 5000

/** A boundary that this process was watching for and slept through holds the room there (rule T). */
export function awake(room: Room, watch: Watch | undefined, now: Ms): Room {
  if (!watch || watch.dueAt === null || now <= watch.dueAt + LATE_MS) return room
  return stoodStill(room, watch.dueAt, now)
}

/** Remembers a room as it was just read or written. Where the store holds an older one, it is in mind only once it has been kept again. */
export function remember(watch: Watch, kept: KeptRoom): void {
  watch.kept = kept.isAhead ? null : kept
  watch.last = kept
}
