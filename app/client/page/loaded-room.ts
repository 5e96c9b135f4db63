// Where is everything that a room needs to be live? In a part of its own, loaded once the page is on the screen: a visitor
// first sees where they are, and the connection, the keys and the bell come after.
import type { LiveRooms } from './live-rooms.ts'
import type { RoomHook } from './room-hook.ts'

const AGAIN_MS = 2000

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
  let stop = () => {}
  let isOver = false
  let again: ReturnType<typeof setTimeout> | undefined

  const look = (rooms: LiveRooms) => {
    if (isOver) return
    stop = rooms.lookAt(room, listener)
    listener()
  }
  const load = () =>
    import('./room-here.ts').then(
      ({ rooms }) => {
        live = rooms
        isFailing = false
        look(rooms)
      },
      () => {
        isFailing = true
        listener()
        again = setTimeout(load, AGAIN_MS)
      },
    )
  if (live) look(live)
  else load()
  return () => {
    isOver = true
    clearTimeout(again)
    stop()
  }
}
