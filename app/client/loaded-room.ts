// Where is everything that a room needs to be live? In a part of its own, loaded once the page is on the screen: a visitor
// first sees where they are, and the connection, the keys and the bell come after.
import type { RoomHook } from './use-room.ts'

export interface LiveRooms {
  /** Keeps the room going for as long as somebody looks at it. Returns how to stop looking. */
  lookAt(room: string, listener: () => void): () => void
  /** What is known of the room; null before anybody looks at it. The same object until something changes. */
  roomNow(room: string): RoomHook | null
}

const AGAIN_MS = 2000

let live: LiveRooms | null = null
let isFailing = false

/** Says that the part is there; called by the part itself. */
export function isLoaded(rooms: LiveRooms): void {
  live = rooms
}

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

  const look = () => {
    if (isOver || !live) return
    stop = live.lookAt(room, listener)
    listener()
  }
  const load = () =>
    import('./room-here.ts').then(
      () => {
        isFailing = false
        look()
      },
      () => {
        isFailing = true
        listener()
        again = setTimeout(load, AGAIN_MS)
      },
    )
  if (live) look()
  else load()
  return () => {
    isOver = true
    clearTimeout(again)
    stop()
  }
}
