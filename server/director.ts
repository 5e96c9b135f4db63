// What does the server think? Each thing that people do at the door or in a room, as one decision of the engine.
import { totalMs } from '../lib/formats/formats.ts'
import { advance } from '../lib/protocol/advance.ts'
import { comeBack, type Returning, type Sitter, sit, went } from '../lib/protocol/door.ts'
import {
  createRoom,
  type Floor,
  type Ms,
  type Plan,
  people,
  type Room,
  type SeatId,
  seatIds,
} from '../lib/protocol/room.ts'
import { type Refused, type Stepped, step } from '../lib/protocol/step.ts'
import { view } from '../lib/protocol/view.ts'
import { floorAt, whereAt } from '../lib/protocol/where.ts'
import type { Intent, Peeked, RoomView } from '../lib/wire/events.ts'
import { createKeeper, type KeeperPorts, type Outcome } from './keeper.ts'
import type { Ids } from './ports.ts'

export interface Entered {
  seat: SeatId
  /** The plain token, given out once. */
  token: string
  entry: number
  view: RoomView
}

export interface Standing {
  /** The number of the phase that runs; -1 when none does. */
  n: number
  floor: Floor
  seats: SeatId[]
}

export interface Director {
  /** Makes a room and seats the one who opens it. */
  open(plan: Omit<Plan, 'id' | 'coin'>, sitter: Omit<Sitter, 'token'>): Promise<Outcome<Entered & { room: string }>>
  /** Takes a free seat. */
  sit(room: string, sitter: Omit<Sitter, 'token'>): Promise<Outcome<Entered>>
  /** Comes back to a seat; `token` is the plain one that is shown. */
  comeBack(room: string, who: Omit<Returning, 'next'>): Promise<Outcome<Entered>>
  peek(room: string): Promise<Outcome<Peeked>>
  act(room: string, seat: SeatId, intent: Intent): Promise<Outcome<{ rev: number }>>
  /** The last connection of a seat has ended. Never rejects: what the store does not take is tried again. */
  went(room: string, seat: SeatId, entry: number): Promise<void>
  /** Where the room stands now, from memory alone; null when nobody here is connected to it. */
  standing(room: string): Standing | null
  /** Nobody here is connected to the room any more. */
  unwatch(room: string): void
  /** Resolves when no act is under way. */
  idle(): Promise<void>
  close(): void
}

export interface DirectorPorts extends KeeperPorts {
  hash: (token: string) => string
}

export function createDirector(ports: DirectorPorts): Director {
  const { clock, ids, hash } = ports
  const keeper = createKeeper(ports)

  /** Seats somebody by a decision that says which seat it was. */
  async function enter(
    id: string,
    token: string,
    decision: (room: Room, now: Ms) => (Stepped & { seat: SeatId }) | Refused,
  ): Promise<Outcome<Entered>> {
    keeper.watch(id)
    let seat: SeatId | null = null
    const out = await keeper.decide(id, (room, now) => {
      const decided = decision(room, now)
      seat = decided.ok ? decided.seat : null
      return decided
    })
    if (!out.ok) return out
    return seat === null ? { ok: false, code: 'gone' } : { ok: true, ...entered(out.room, seat, token, out.now) }
  }

  return {
    async open(plan, sitter) {
      const id = ids.room()
      const token = ids.token()
      const now = clock.now()
      const room = createRoom({ ...plan, id, coin: seatsInOrder(plan.seats, ids) }, now)
      const seated = sit(room, { ...sitter, token: hash(token) }, now)
      if (!seated.ok) return { ok: false, code: seated.code }
      const made = await keeper.make(seated.room, now)
      return made.ok ? { ok: true, room: id, ...entered(seated.room, seated.seat, token, now) } : made
    },

    sit(id, sitter) {
      const token = ids.token()
      return enter(id, token, (room, now) => sit(room, { ...sitter, token: hash(token) }, now))
    },

    comeBack(id, who) {
      const next = ids.token()
      const hashes = { token: hash(who.token), next: hash(next) }
      return enter(id, next, (room, now) => comeBack(room, { ...who, ...hashes }, now))
    },

    async peek(id) {
      const out = await keeper.decide(id, (room, now) => ({ ok: true, room: advance(room, now) }))
      if (!out.ok) return out
      return out.room.closed ? { ok: false, code: 'gone' } : { ok: true, ...peeked(out.room) }
    },

    async act(id, seat, intent) {
      const out = await keeper.decide(id, (room, now) => step(room, seat, intent, now))
      return out.ok ? { ok: true, rev: out.room.rev } : out
    },

    went(id, seat, entry) {
      // The instant of leaving counts, not the one at which the store could be told.
      const left = clock.now()
      return keeper.insist(id, (room, now) => ({ ok: true, room: advance(went(room, seat, entry, left), now) }))
    },

    standing(id) {
      const room = keeper.inMind(id)
      if (!room) return null
      const now = clock.now()
      const current = advance(room, now)
      const n = current.sitting ? whereAt(current.sitting, now).n : -1
      return { n, floor: floorAt(current, now), seats: people(current) }
    },

    unwatch: keeper.unwatch,
    idle: keeper.idle,
    close: keeper.close,
  }
}

function entered(room: Room, seat: SeatId, token: string, now: Ms): Entered {
  return { seat, token, entry: room.seats[seat]?.entries ?? 0, view: view(room, seat, now) }
}

function peeked(room: Room): Peeked {
  const [host] = people(room)
  return {
    host: (host && room.seats[host]?.name) ?? '',
    medium: room.medium,
    format: {
      id: room.format.id,
      title: room.format.title,
      totalMs: room.clock === 'none' ? null : totalMs(room.plan),
    },
    free: room.sitting ? 0 : seatIds(room).filter(seat => room.seats[seat] === null).length,
  }
}

/** The seats in an order drawn by coins. */
function seatsInOrder(seats: 2 | 3, ids: Ids): SeatId[] {
  const order: SeatId[] = ids.coin() ? ['a', 'b'] : ['b', 'a']
  if (seats === 2) return order
  // Three places of equal chance from fair coins: two coins, thrown again when they name a fourth.
  for (;;) {
    const place = (ids.coin() ? 2 : 0) + (ids.coin() ? 1 : 0)
    if (place < 3) return [...order.slice(0, place), 'c', ...order.slice(place)]
  }
}
