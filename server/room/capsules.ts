// How does a room lie in its people's browsers, so that a store that lost it can have it back? Sealed for this site's own eyes: no
// browser can read, change or make one. And only for a store that is another one than the one in which the room was kept, or
// that still holds it as it was before, so that nothing which ended there ever comes back.
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { forgetAt } from '../../lib/protocol/advance.ts'
import { type Brought, broughtBack, capsuleOf } from '../../lib/protocol/capsule.ts'
import type { Ms, Room, SeatId } from '../../lib/protocol/room.ts'
import type { Ids, Log, RoomStore } from '../ports.ts'
import { createSiteSeal } from '../site-seal.ts'

/** What the wire takes. */
const TEXT_MOST = 16 * 1024
/** Far above any room. */
const BYTES_MOST = 256 * 1024

/** A room is small: the window need not be wide, nor the search long. */
const SMALL = { level: 1, memLevel: 4, windowBits: 12, finishFlush: constants.Z_FINISH } as const

/** `epoch`: the name of the store that the room was kept in. */
type Opened = Brought & { epoch: string }

export interface Capsules {
  /** The room for the browser of a seat; undefined when it has closed, or is too large, or was made in a store whose name is not known. */
  take(room: Room, seat: SeatId, now: Ms): string | undefined
  /**
   * What a capsule of this room holds; null when it is none of ours, or of a room that would have ended by now. However old it is: whoever waits
   * for a friend, or holds, is shown nothing new for hours, and their page has no other.
   */
  open(text: string, room: string, now: Ms): Opened | null
  /**
   * The room to be kept again, or null when the store in which it was kept is still the same and so has not lost it. Rejects with
   * `StoreDown`.
   */
  toBringBack(brought: Opened): Promise<Room | null>
  /** The store may have become another one. Never rejects. */
  look(): Promise<void>
  /** What the store was named when it was asked last; null while it has never answered. */
  name(): string | null
}

export interface CapsulePorts {
  /** What every process of the site knows, and nobody else. */
  secret: string
  store: Pick<RoomStore, 'epoch'>
  ids: Pick<Ids, 'commit'>
  log: Pick<Log, 'fault'>
}

export function createCapsules({ secret, store, ids, log }: CapsulePorts): Capsules {
  const site = createSiteSeal(secret, 'clearing capsule 1')
  let epoch: string | null = null
  let looking: Promise<void> | null = null

  async function learn(): Promise<string> {
    const answer = await store.epoch(ids.commit())
    epoch = answer.epoch
    return epoch
  }

  function look(): Promise<void> {
    // Whoever brings something back asks again.
    looking ??= learn()
      .then(() => {})
      .catch(error => log.fault('epoch', error))
      .finally(() => {
        looking = null
      })
    return looking
  }

  return {
    look,
    name: () => epoch,
    take(room, seat, now) {
      if (room.closed) return undefined
      // Not what this process knows of its store: it may have become another one since, before anybody asks for the room there.
      const name = room.broughtBack?.epoch ?? room.madeIn ?? epoch
      if (name === null) {
        // A store that did not answer when the process began does by now: this room was just kept there.
        void look()
        return undefined
      }
      // `at`: the last release takes no capsule without the instant at which it was made.
      const told = JSON.stringify({ at: now, epoch: name, seat, room: capsuleOf(room, seat, now) })
      const text = site.seal(room.id, deflateRawSync(told, SMALL))
      return text.length <= TEXT_MOST ? text : undefined
    },
    open(text, id, now) {
      const told = inflated(site.open(id, text))
      if (told === null) return null
      const { room, seat, ...kept } = JSON.parse(told.toString('utf8')) as Opened
      const isGood = room.v === 1 && room.id === id && now < forgetAt(room)
      return isGood ? { room, seat, epoch: kept.epoch } : null
    },
    async toBringBack(brought) {
      const now = await learn()
      return now === brought.epoch ? null : broughtBack(brought.room, now)
    },
  }
}

/** What deflates to little may be large: no more is made of it than any room is. */
function inflated(bytes: Buffer | null): Buffer | null {
  try {
    return bytes && inflateRawSync(bytes, { maxOutputLength: BYTES_MOST })
  } catch {
    return null
  }
}
