// What of a room is still on this device that nobody will come back to? Whatever nobody touched for a day: no room lives
// longer. Small on its own, so that any page can call it without loading a room's code.
import type { Ms } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, storedKeys, type Where } from './device-storage.ts'

/** Everything of every room stands under this, then the room, a dot, and what it is. */
export const ROOMS = 'clearing.room.'

/** Who this person is in a circle stands under this and its code. A gathering may go over a night. */
export const CIRCLES = 'clearing.circle.'

const STALE_MS: Ms = 24 * 3600_000
const CIRCLE_STALE_MS: Ms = 48 * 3600_000
const PLACES: readonly Where[] = ['device', 'tab']

/** Wipes rooms that nobody touched for a day, except `here`, and circles after two. Browser only. */
export function sweepDevice(here?: string, now: Ms = Date.now()): void {
  const newest = new Map<string, Ms>()
  for (const key of storedKeys('device', ROOMS)) {
    const room = key.slice(ROOMS.length).split('.')[0] ?? ''
    newest.set(room, Math.max(newest.get(room) ?? 0, writtenAt(key)))
  }
  for (const [room, at] of newest) if (room !== here && now - at > STALE_MS) forgetRoom(room)
  for (const key of storedKeys('device', CIRCLES)) {
    if (now - writtenAt(key) > CIRCLE_STALE_MS) dropStored('device', key)
  }
}

/** Wipes everything that this device has of a room. */
export function forgetRoom(room: string): void {
  for (const where of PLACES) for (const key of storedKeys(where, `${ROOMS}${room}.`)) dropStored(where, key)
}

function writtenAt(key: string): Ms {
  const stored = readStored('device', key)
  return typeof stored === 'object' && stored !== null && 'at' in stored && typeof stored.at === 'number'
    ? stored.at
    : 0
}
