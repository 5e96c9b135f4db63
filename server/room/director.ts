// What does the server think? Each thing that people do at the door or in a room, as one decision of the engine.
import { advance, nextDue } from '../../lib/protocol/advance.ts'
import { comeBack, seatOf, sit, went } from '../../lib/protocol/door.ts'
import {
  createRoom,
  type Kind,
  type Ms,
  type Plan,
  people,
  type Room,
  type SeatId,
  seatIds,
} from '../../lib/protocol/room.ts'
import { type Refused, type Stepped, step } from '../../lib/protocol/step.ts'
import { view } from '../../lib/protocol/view.ts'
import type { Intent, Peeked, RoomView } from '../../lib/wire/events.ts'
import { StoreDown } from '../ports.ts'
import { Busy } from '../queue.ts'
import type { Capsules } from './capsules.ts'
import type { Comer, Newcomer, Opener } from './comers.ts'
import { createDirecting, type Directing } from './directing.ts'
import { createKeeper, type Keeper, type KeeperPorts, type Outcome } from './keeper.ts'
import { seatsInOrder } from './order-by-coins.ts'
import { peeked } from './peeked.ts'
import { withCapsule } from './showing.ts'
import { type Holding, holdingOf, type RoomStatus, statusOf } from './status.ts'

export interface Entered {
  seat: SeatId
  /** The plain token, given out once. */
  token: string
  /** Names this entry into the seat among all that there ever were, whoever sat there: the hash of the token given. */
  entry: string
  view: RoomView
}

/** Gives a connection its seat, in the same turn in which the store has taken it. */
export type Seat = (room: string, entered: Entered) => void

export interface Director extends Directing {
  /** Makes a room and seats the one who opens it. */
  open(plan: Omit<Plan, 'id' | 'coin'>, opener: Opener, seat: Seat): Promise<Entering<{ room: string }>>
  /** Lets go of a seat for somebody who has turned to something else. Never rejects. */
  abandon(room: string, seat: SeatId): Promise<void>
  /** Takes a free seat, if whoever asked for it is still there: by now they may have taken it elsewhere, and would lose it. */
  sit(room: string, sitter: Newcomer, seat: Seat, isThere?: () => boolean): Promise<Entering>
  /** Comes back to a seat; `token` is the plain one that is shown. `present` and `isThere` are asked as the room is decided about. */
  comeBack(room: string, who: Comer, seat: Seat): Promise<Entering>
  peek(room: string): Promise<Outcome<Peeked>>
  /** `not-yours` when somebody has entered the seat since `entry`, here or elsewhere. */
  act(room: string, seat: SeatId, entry: string, intent: Intent): Promise<Outcome<{ rev: number }>>
  /** The last connection of a seat has ended. Never rejects: what the store does not take is tried again. */
  went(room: string, seat: SeatId, entry: string, left: Ms): Promise<void>
  /** Where the room stands now, from memory alone; null when nobody here is connected to it. */
  status(room: string): RoomStatus | null
  /** Whether every seat of a room that is open is taken, from memory alone; null when nobody here is connected to it. */
  gathered(room: string): { kind: Kind; isFull: boolean } | null
  /** Who holds a seat, from memory alone; null when nobody sits there, or nothing is known. */
  entryOf(room: string, seat: SeatId): Holding | null
  /** What another process has kept, or may have. Neither rejects. */
  heard: Keeper['heard']
  refresh: Keeper['refresh']
  /** The rooms to which somebody here is connected. */
  watched(): string[]
  /** Nobody here is connected to the room any more. */
  unwatch(room: string): void
  /** Resolves when no act is under way. */
  idle(): Promise<void>
  close(): void
}

/** A plain token and its hash, which is written down many times and held once. */
type Key = Pick<Entered, 'token' | 'entry'>
type TakeBack = (room: Room, seat: SeatId, now: Ms) => Room

export type Entering<More extends object = object> = Outcome<Entered & More>
export interface DirectorPorts extends KeeperPorts {
  hash: (token: string) => string
  capsules: Capsules
}

export function createDirector(ports: DirectorPorts): Director {
  const { clock, ids, hash, capsules } = ports
  const keeper = createKeeper(ports)
  /** Asked for with every word: true of a room as it is kept until time alone changes it. */
  const statuses = new WeakMap<Room, RoomStatus & { from: Ms; until: Ms }>()

  function newKey(): Key {
    const token = ids.token()
    return { token, entry: hash(token) }
  }

  /** If the store kept it after all, somebody would be taken to sit there whom nobody can reach. */
  function undo(id: string, entry: string, takeBack: TakeBack): void {
    void keeper.insist(id, (room, now) => {
      const ghost = enteredSeat(room, entry)
      return ghost ? takeBack(room, ghost, now) : room
    })
  }

  /** Seats somebody by a decision, and takes it back when the store does not say that it kept it. */
  async function enter(
    id: string,
    { token, entry }: Key,
    seat: Seat,
    decision: (room: Room, now: Ms) => Stepped | Refused,
    takeBack: TakeBack,
  ): Promise<Entering> {
    let who: Entered | null = null
    const out = await keeper.decide(id, decision, (room, now) => {
      who = entered(room, token, entry, now, capsules.take)
      seat(id, who)
      return who.seat
    })
    if (out.ok) return who === null ? { ok: false, code: 'gone' } : { ok: true, ...(who as Entered) }
    if (out.code === 'store-down') undo(id, entry, takeBack)
    return out
  }

  return {
    async open(plan, { near, ...sitter }, seat) {
      const [id, { token, entry }] = [ids.room(near), newKey()]
      const now = clock.now()
      const room = createRoom({ ...plan, id, coin: seatsInOrder(plan.seats, ids) }, now)
      const seated = sit(room, { ...sitter, token: entry }, now)
      if (!seated.ok) return { ok: false, code: seated.code }
      let who: Entered | null = null
      const made = await keeper.make(seated.room, now, kept => {
        who = entered(kept, token, entry, now, capsules.take)
        seat(id, who)
        return who.seat
      })
      if (made.ok) return who === null ? { ok: false, code: 'gone' } : { ok: true, room: id, ...(who as Entered) }
      if (made.code === 'store-down') undo(id, entry, leave)
      return made
    },

    ...createDirecting({ keeper, clock, ids, hash, tell: ports.tell }),

    abandon: (id, seat) => keeper.insist(id, (room, now) => leave(room, seat, now)),

    sit(id, sitter, seat, isThere = () => true) {
      const key = newKey()
      const attempt = sitter.attempt == null ? null : hash(sitter.attempt)
      const decision = (room: Room, now: Ms): Stepped | Refused =>
        isThere() ? sit(room, { ...sitter, attempt, token: key.entry }, now) : { ok: false, code: 'not-now', room }
      return enter(id, key, seat, decision, leave)
    },

    async comeBack(id, { present, isThere = () => true, capsule: kept, ...who }, seat) {
      const key = newKey()
      let brought: ReturnType<Capsules['open']> | undefined
      // Once, however often the room is decided about: when all come back at once it is felt.
      const opened = () => {
        if (brought === undefined) brought = kept === undefined ? null : capsules.open(kept, id, clock.now())
        return brought
      }
      const shown = { ...who, token: hash(who.token), next: key.entry }
      const decision = (room: Room, now: Ms): Stepped | Refused => {
        if (!isThere()) return { ok: false, code: 'not-now', room }
        // A process that has the room in mind knows by itself what its store had kept, and need not open it.
        const capsule = room.broughtBack || !keeper.inMind(id) ? opened() : null
        return comeBack(room, { ...shown, capsule, present: present() }, now)
      }
      const come = () => enter(id, key, seat, decision, leaveBehind)
      const out = await come()
      if (out.ok || out.code !== 'gone') return out
      const capsule = opened()
      if (!capsule || !seatOf(capsule.room, shown.token)) return out
      try {
        const room = await capsules.toBringBack(capsule)
        if (room && isThere()) await keeper.bringBack(room)
        return room ? await come() : out
      } catch (error) {
        if (error instanceof Busy) return { ok: false, code: 'busy' }
        if (!(error instanceof StoreDown)) throw error
        ports.log.fault('store', error)
        return { ok: false, code: 'store-down' }
      }
    },

    async peek(id) {
      // A look from outside changes nothing: what time has done is for the room's people to settle.
      const out = await keeper.decide(id, room => ({ ok: true, room }))
      if (!out.ok) return out
      const room = advance(out.room, out.now)
      return room.closed ? { ok: false, code: 'gone' } : { ok: true, ...peeked(room) }
    },

    async act(id, seat, entry, intent) {
      const out = await keeper.decide(id, (room, now) =>
        enteredSeat(room, entry) === seat ? step(room, seat, intent, now) : { ok: false, code: 'not-yours', room },
      )
      return out.ok ? { ok: true, rev: out.room.rev } : out
    },

    went(id, seat, entry, left) {
      // The instant of leaving counts, not the one at which the store could be told.
      return keeper.insist(id, room => (enteredSeat(room, entry) === seat ? leaveBehind(room, seat, left) : room))
    },

    status(id) {
      const room = keeper.inMind(id)
      if (!room) return null
      const now = clock.now()
      const known = statuses.get(room)
      if (known && known.from <= now && now < known.until) return known
      const current = advance(room, now)
      const until = nextDue(current, now) ?? Number.POSITIVE_INFINITY
      const status = { ...statusOf(current, now), from: now, until }
      statuses.set(room, status)
      return status
    },

    gathered(id) {
      const room = keeper.inMind(id)
      return room && { kind: room.kind, isFull: !room.closed && people(room).length === seatIds(room).length }
    },

    entryOf(id, seat) {
      const room = keeper.inMind(id)
      return room && holdingOf(room, seat)
    },

    heard: keeper.heard,
    refresh: keeper.refresh,
    watched: keeper.watched,
    unwatch: keeper.unwatch,
    idle: keeper.idle,
    close: keeper.close,
  }
}

/** The seat that an entry still holds. */
function enteredSeat(room: Room, entry: string): SeatId | undefined {
  return seatIds(room).find(id => room.seats[id]?.token.given === entry)
}

function entered(room: Room, token: string, entry: string, now: Ms, take: Capsules['take']): Entered {
  const seat = enteredSeat(room, entry)
  if (!seat) throw new Error('nobody entered')
  return { seat, token, entry, view: withCapsule(view(room, seat, now), take(room, seat, now)) }
}

/** Whoever sits there has never been told of it. */
function leave(room: Room, seat: SeatId, now: Ms): Room {
  return step(room, seat, { do: 'leave' }, now).room
}

/** The connection of a seat's present entry has ended. */
function leaveBehind(room: Room, seat: SeatId, left: Ms): Room {
  return went(room, seat, room.seats[seat]?.token.given ?? '', left)
}
