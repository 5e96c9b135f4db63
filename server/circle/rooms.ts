// How do the rooms of a circle become what its facilitator has asked for? Made, directed and left, each order as often as it takes:
// all of them may be done again without harm.
import { type Circle, type CircleRoom, isRunning } from '../../lib/circle/circle.ts'
import { placeOf } from '../../lib/circle/circle-view.ts'
import type { Order } from '../../lib/circle/orders.ts'
import { roomFormat } from '../../lib/circle/room-format.ts'
import type { Direction } from '../../lib/protocol/direct.ts'
import { SEATS } from '../../lib/protocol/room.ts'
import type { PersonId } from '../../lib/wire/circle.ts'
import type { PairedTold } from '../../lib/wire/events.ts'
import type { Cancel, Clock, Ids, Log } from '../ports.ts'
import type { Director } from '../room/director.ts'
import { bringUp } from './due.ts'
import { AGAIN_MOST_MS, AGAIN_MS } from './farewells.ts'
import type { Ear } from './telling.ts'
import type { Watch } from './watches.ts'

export interface CircleRooms {
  /** Never rejects: what a store did not take is in the log, and is found missing by the next look, or by whoever comes to that room. */
  carryOut(circle: Circle, orders: readonly Order[]): Promise<void>
  /**
   * The seat of somebody who has one in the running round, with a new token, as long as one is wanted for that room. Makes the room
   * where it should be and is not.
   */
  seatFor(circle: Circle, person: PersonId, isWanted: (room: string) => boolean): Promise<PairedTold | null>
  /** What rooms of the running round missed, as the store was away or others were quicker, is asked of them again. */
  bringUp(watch: Watch<Ear>): Promise<void>
  close(): void
}

export interface CircleRoomPorts {
  director: Pick<Director, 'gather' | 'hand' | 'direct' | 'dismiss' | 'glance'>
  clock: Clock
  ids: Pick<Ids, 'token' | 'below'>
  hash: (token: string) => string
  log: Log
}

/** What a circle does not hold, so that nobody finds it missing (`due.ts` finds the rest): it is tried again from here. */
const ONCE: ReadonlySet<Direction['do']> = new Set(['close', 'attend'])
const AGAIN_FOR_MS = 3_600_000

export function createCircleRooms({ director, clock, ids, hash, log }: CircleRoomPorts): CircleRooms {
  const waiting = new Set<Cancel>()
  let isClosed = false

  async function make(circle: Circle, { room, people }: CircleRoom, isNew: boolean): Promise<void> {
    const seats = people.length === 3 ? 3 : 2
    // Nobody knows these tokens: everybody is handed one of their own when they are told of the room.
    const sitters = people.map(id => ({ name: circle.people[id]?.name ?? '', key: null, token: hash(ids.token()) }))
    const plan = { id: room, kind: 'workshop', medium: circle.medium, clock: 'timed', seats } as const
    const out = await director.gather({ ...plan, format: roomFormat(circle, seats, isNew) }, sitters)
    // `busy`: this very room is there already.
    if (!out.ok && out.code !== 'busy') log.note('circle-room', { code: out.code })
  }

  async function dismiss(room: string, n: number): Promise<void> {
    const seat = SEATS[n]
    if (seat) await director.dismiss(room, seat)
  }

  async function directOne(room: string, order: Order & { do: 'direct' }, failures: number): Promise<void> {
    const { direction, at } = order
    const out = await director.direct(room, direction, at)
    if (out.ok || (out.code !== 'busy' && out.code !== 'store-down')) return
    if (failures === 0) log.note('circle-room', { code: out.code })
    // Where the store was away it may have been done, and a minute more is none that may be given twice.
    const isAgain = ONCE.has(direction.do) || (direction.do === 'more' && out.code === 'busy')
    const now = clock.now()
    if (!isAgain || isClosed || now > at + AGAIN_FOR_MS) return
    const wait = Math.min(AGAIN_MS * 2 ** failures, AGAIN_MOST_MS)
    const stop = clock.at(now + wait + ids.below(wait), () => {
      waiting.delete(stop)
      void directOne(room, order, failures + 1).catch(error => log.fault('circle-room', error))
    })
    waiting.add(stop)
  }

  async function carryOutOne(circle: Circle, order: Order): Promise<void> {
    switch (order.do) {
      case 'make':
        await Promise.all(order.rooms.map(room => make(circle, room, true)))
        return
      case 'direct':
        await Promise.all(order.rooms.map(room => directOne(room, order, 0)))
        return
      case 'leave':
        await dismiss(order.room, order.seat)
    }
  }

  return {
    async carryOut(circle, orders) {
      for (const order of orders) {
        await carryOutOne(circle, order).catch(error => log.fault('circle-room', error))
      }
    },
    async seatFor(circle, person, isWanted) {
      const now = clock.now()
      const place = placeOf(circle, person, now)
      const { round } = circle
      const room = place?.at === 'room' && round?.rooms.find(one => one.room === place.room)
      if (!round || !room || place?.at !== 'room') return null
      const { seat } = place
      const hand = () => director.hand(room.room, seat, () => isWanted(room.room))
      // Asked first: a hall that joins on the connections of its rooms need not have them all decided about.
      if (!isWanted(room.room)) return null
      let out = await hand()
      // A round that is over has no rooms, and gets none.
      const isDue = round.startedAt === null || isRunning(circle, now)
      if (!out.ok && out.code === 'gone' && isDue) {
        // The process that took the pairs was lost before it made their rooms.
        await make(circle, room, false)
        if (round.startedAt !== null) {
          const direction = { do: 'begin', catchUp: circle.late === 'catch-up' } as const
          await director.direct(room.room, direction, round.startedAt)
          if (round.stoppedAt !== null) await director.direct(room.room, { do: 'hold' }, round.stoppedAt)
        }
        await Promise.all((room.gone ?? []).map(id => dismiss(room.room, room.people.indexOf(id))))
        if (round.backBy !== null) await director.direct(room.room, { do: 'call-back', by: round.backBy }, now)
        out = await hand()
      }
      return out.ok ? { room: room.room, seat, token: out.token } : null
    },
    bringUp: watch => bringUp(watch, director, clock),
    close() {
      isClosed = true
      for (const stop of waiting) stop()
    },
  }
}
