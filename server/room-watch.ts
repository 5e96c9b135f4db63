// What does this process keep in mind of a room that somebody here is connected to, and did it sleep through something? What is kept in
// mind may be dropped at any time.
import { stoodStill } from '../lib/protocol/door.ts'
import type { Ms, Room } from '../lib/protocol/room.ts'
import type { KeptRoom } from './shelf.ts'
import type { Shown } from './showing.ts'

export interface Watch {
  kept: KeptRoom | null
  shown: Shown
  /** The room as it was shown last, whatever is kept in mind by now: nothing older is shown after it, and when it is gone its people are told. */
  seen: Room | null
  /** The instant for which the scheduler was asked to wake this room; null when it was not. */
  dueAt: Ms | null
  /** The room is no more, and nothing of it is kept here; the store need not be asked again for those still connected. */
  isGone: boolean
}

export const newWatch = (): Watch => ({ kept: null, shown: {}, seen: null, dueAt: null, isGone: false })

/** A boundary found this late, by a process that was watching for it, was slept through. */
const LATE_MS = 5000

/** A boundary that this process was watching for and slept through holds the room there (rule T). */
export function awake(room: Room, watch: Watch | undefined, now: Ms): Room {
  if (!watch || watch.dueAt === null || now <= watch.dueAt + LATE_MS) return room
  return stoodStill(room, watch.dueAt, now)
}
