// In which form does a room lie in the store, and when is it taken out? As JSON under the mark of its last commit, until
// the instant that the engine names.
import { forgetAt } from '../../lib/protocol/advance.ts'
import { keptAgain } from '../../lib/protocol/capsule.ts'
import type { Ms, Room } from '../../lib/protocol/room.ts'
import { type Ids, type Kept, type RoomStore, StoreDown } from '../ports.ts'

export interface KeptRoom {
  room: Room
  commit: string
  /** The store holds an older one under this mark: it has gone back behind what it had kept. */
  isAhead?: true
}

/** Every method rejects with `StoreDown` as the store does. */
export interface Shelf {
  /** Null when the room's id is taken. */
  create(room: Room, now: Ms): Promise<KeptRoom | null>
  /** The same for a new room, which comes to bear the name of the store that it is in; `expected`: what the store was named before. */
  make(room: Room, expected: string | null, now: Ms): Promise<KeptRoom | null>
  /** `last`: what it is known to have kept; a replica that took the place of its primary may not have been told of that. */
  load(id: string, last?: KeptRoom | null): Promise<KeptRoom | null>
  /** What another process says that it has kept; as it is kept now, where that may be older than `last`. */
  told(id: string, told: Kept, last?: KeptRoom | null): Promise<KeptRoom | null>
  swap(held: KeptRoom, next: Room, now: Ms): Promise<KeptRoom | 'lost' | 'gone'>
}

/** How long an erased room's name stays taken. */
const TOMBSTONE_MS = 60_000

export function createShelf(store: RoomStore, ids: Ids): Shelf {
  const written = ({ room, commit }: KeptRoom) => ({ body: JSON.stringify(room), commit })
  async function put(room: Room, now: Ms): Promise<{ kept: KeptRoom; epoch: string } | null> {
    const kept = { room, commit: ids.commit() }
    const { result, epoch } = await store.create(room.id, written(kept), forgetAt(room) - now)
    return result === 'taken' ? null : { kept, epoch }
  }

  const shelf: Shelf = {
    create: async (room, now) => (await put(room, now))?.kept ?? null,
    async make(room, expected, now) {
      const made = await put(expected === null ? room : { ...room, madeIn: expected }, now)
      if (made === null || made.epoch === expected) return made?.kept ?? null
      const named = await shelf.swap(made.kept, { ...room, madeIn: made.epoch }, now)
      return typeof named === 'string' ? null : named
    },
    async load(id, last) {
      const { kept, now } = await store.load(id)
      if (kept === null) return null
      const { commit } = kept
      const room = readRoom(kept.body)
      if (room === null) return null
      return last && room.rev < last.room.rev
        ? { room: keptAgain(room, last.room, now), commit, isAhead: true }
        : { room, commit }
    },
    async told(id, { body, commit }, last) {
      const room = readRoom(body)
      if (room === null) return null
      // What is done in private leaves the number as it is: which of two came later, the store alone knows.
      const isUnsure = last && last.commit !== commit && last.room.rev === room.rev
      return isUnsure ? shelf.load(id, last) : { room, commit }
    },
    async swap(held, room, now) {
      const kept = { room, commit: ids.commit() }
      const isDissolved = room.closed?.dissolved === true
      if (!isDissolved || !held.room.closed) {
        const { result } = await store.swap(room.id, held.commit, written(kept), Math.max(1, forgetAt(room) - now))
        if (result !== 'swapped') return result
      }
      // Of a room that was closed already nothing can be lost to somebody else's act, so it need not be compared first.
      // Who watches it in another process has been told of it, when it was kept before it was erased.
      if (isDissolved) await store.forget(room.id, TOMBSTONE_MS, held.room.closed ? written(kept) : undefined)
      return kept
    },
  }
  return shelf
}

/**
 * Null for a room of another version, which a later release has kept: to this one it is not there, and its id is taken, so it is not
 * written over. To call the store away would have its people wait for what never comes.
 */
export function readRoom(body: string): Room | null {
  let room: Room | null
  try {
    room = JSON.parse(body)
  } catch {
    throw new StoreDown('bad-answer')
  }
  if (typeof room?.v !== 'number') throw new StoreDown('bad-answer')
  return room.v === 1 ? room : null
}
