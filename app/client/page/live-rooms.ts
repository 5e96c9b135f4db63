// What does the part of a room's page offer that is loaded later?
import type { RoomHook } from './room-hook.ts'

export interface LiveRooms {
  /** Keeps the room going for as long as somebody looks at it. Returns how to stop looking. */
  lookAt(room: string, listener: () => void): () => void
  /** What is known of the room; null before anybody looks at it. The same object until something changes. */
  roomNow(room: string): RoomHook | null
}
