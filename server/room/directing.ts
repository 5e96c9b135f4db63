// What is done to rooms from outside of them? They are made for people who were brought together, a token is looked up in them, and in a
// workshop they are begun, held and looked into by a facilitator: each as one decision of the engine, whoever is in the room.
import { type Direction, direct } from '../../lib/protocol/direct.ts'
import { handed, type Sitter, seatOf, sit, went } from '../../lib/protocol/door.ts'
import { type Glance, glance } from '../../lib/protocol/glance.ts'
import { createRoom, type Ms, type Plan, type SeatId } from '../../lib/protocol/room.ts'
import { step } from '../../lib/protocol/step.ts'
import { farewell } from '../../lib/protocol/view.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Clock, Ids } from '../ports.ts'
import type { Keeper, Outcome } from './keeper.ts'
import { seatsInOrder } from './order-by-coins.ts'

export interface Directing {
  /** Whose token this is; null when it opens no seat of the room, or there is no such room. */
  whose(room: string, token: string): Promise<Outcome<{ seat: SeatId | null }>>
  /** Makes a room for people who were brought together, and seats them in their order before any is connected. Tokens are hashes. */
  gather(plan: Omit<Plan, 'coin'>, sitters: readonly Sitter[]): Promise<Outcome>
  /**
   * A new token for a seat of a workshop's room, in place of all that opened it before. `isWanted` is asked as the room is decided about:
   * whoever has come in by an earlier one meanwhile would be put out by it.
   */
  hand(room: string, seat: SeatId, isWanted?: () => boolean): Promise<Outcome<{ token: string }>>
  /** What a facilitator asked of the room at `at`. */
  direct(room: string, direction: Direction, at: Ms): Promise<Outcome>
  /** Lets somebody out who did not ask for it: they read that the connection ended. Never rejects. */
  dismiss(room: string, seat: SeatId): Promise<void>
  /** What a facilitator may see of the room; null when there is none, and where it can't be read at this moment. */
  glance(room: string): Promise<Glance | null>
}

export interface DirectingPorts {
  keeper: Keeper
  clock: Pick<Clock, 'now'>
  ids: Ids
  hash: (token: string) => string
  tell: (room: string, seat: SeatId, view: RoomView) => void
}

export function createDirecting({ keeper, clock, ids, hash, tell }: DirectingPorts): Directing {
  return {
    async whose(id, token) {
      const out = await keeper.decide(id, room => ({ ok: true, room }))
      if (!out.ok) return out.code === 'gone' ? { ok: true, seat: null } : out
      return { ok: true, seat: seatOf(out.room, hash(token)) ?? null }
    },

    async gather(plan, sitters) {
      const now = clock.now()
      let room = createRoom({ ...plan, coin: seatsInOrder(plan.seats, ids) }, now)
      for (const sitter of sitters) {
        const sat = sit(room, sitter, now)
        if (!sat.ok) return { ok: false, code: sat.code }
        // Nobody is there until they come in with their token.
        room = went(sat.room, sat.seat, sitter.token, now)
      }
      return keeper.make(room, now, null)
    },

    async hand(id, seat, isWanted = () => true) {
      const token = ids.token()
      const out = await keeper.decide(id, (room, now) =>
        isWanted() ? handed(room, seat, hash(token), now) : { ok: false, code: 'not-now', room },
      )
      return out.ok ? { ok: true, token } : out
    },

    async direct(id, direction, at) {
      const out = await keeper.decide(id, (room, now) => direct(room, direction, at, now))
      return out.ok ? { ok: true } : out
    },

    async dismiss(id, seat) {
      let last: RoomView | null = null
      await keeper.insist(id, (room, now) => {
        const out = step(room, seat, { do: 'leave' }, now)
        last = out.ok ? farewell(room, seat, now, out.room.rev) : null
        return out.room
      })
      if (last) tell(id, seat, last)
    },

    async glance(id) {
      const out = await keeper.decide(id, room => ({ ok: true, room }))
      return out.ok ? glance(out.room, out.now) : null
    },
  }
}
