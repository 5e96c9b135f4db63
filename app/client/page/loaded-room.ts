// Where is everything that a room needs to be live? In a part of its own, loaded once the page is on the screen: a visitor
// first sees where they are, and the connection, the keys and the bell come after.
import type { LiveRooms } from './live-rooms.ts'
import { loadLater } from './load-later.ts'
import type { RoomHook } from './room-hook.ts'

let live: LiveRooms | null = null
let isFailing = false

export function loadedRoom(room: string): RoomHook | null {
  return live?.roomNow(room) ?? null
}

/** True while the part can't be loaded. */
export function isUnreachable(): boolean {
  return isFailing
}

/** Looks at a room as soon as that can be done. Returns how to stop looking. Browser only. */
export function lookAtRoom(room: string, listener: () => void): () => void {
  const look = (rooms: LiveRooms) => {
    live = rooms
    isFailing = false
    const stop = rooms.lookAt(room, listener)
    listener()
    return stop
  }
  if (live) return look(live)
  return loadLater(
    () => import('./room-here.ts'),
    ({ rooms }) => look(rooms),
    () => {
      isFailing = true
      listener()
    },
  )
}
