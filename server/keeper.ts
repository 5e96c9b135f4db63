// How is one decision about one room made, kept and shown? Loaded, decided by the engine, swapped into the store, and only
// then shown: one at a time for each room in this process, by compare-and-swap between processes.
import { advance, forgetAt, nextDue } from '../lib/protocol/advance.ts'
import { stoodStill } from '../lib/protocol/door.ts'
import { facts } from '../lib/protocol/facts.ts'
import { type Glance, glance } from '../lib/protocol/glance.ts'
import { type Ms, people, type Room, type SeatId, seatIds } from '../lib/protocol/room.ts'
import type { Refused, Stepped } from '../lib/protocol/step.ts'
import { farewell, view } from '../lib/protocol/view.ts'
import { nextBell } from '../lib/protocol/where.ts'
import type { RefusalCode, RoomView } from '../lib/wire/events.ts'
import { type Amend, createDebts } from './debts.ts'
import { looks } from './looks.ts'
import { type Clock, type Ids, type Log, type RoomStore, StoreDown } from './ports.ts'
import { Busy, createQueue } from './queue.ts'
import { createScheduler } from './scheduler.ts'
import { createShelf, type KeptRoom } from './shelf.ts'

/** Swaps between processes that lose their race this often in a row give up. */
const TRIES = 4
/** A boundary found this late, by a process that was watching for it, was slept through. */
const LATE_MS = 5000

/** What this process keeps in mind of a room that somebody here is connected to. It may be dropped at any time. */
interface Watch {
  kept: KeptRoom | null
  /** What each seat was shown last, without the instant of it: what looks the same is not sent again. */
  shown: Partial<Record<SeatId, string>>
  /** The instant for which the scheduler was asked to wake this room; null when it was not. */
  dueAt: Ms | null
  /** The room is no more, and nothing of it is kept here; the store need not be asked again for those still connected. */
  isGone: boolean
}

export type Outcome<Answer extends object = object> = ({ ok: true } & Answer) | { ok: false; code: RefusalCode }
export type Decide = (room: Room, now: Ms) => Stepped | Refused
export type Decided = Outcome<{ room: Room; now: Ms }>
/**
 * What belongs to a decision that seats a connection: called in the same turn in which the room was kept, before anybody
 * is shown it. Returns the seat, whose own answer carries the view.
 */
export type Seating = (room: Room, now: Ms) => SeatId

export interface KeeperPorts {
  store: RoomStore
  clock: Clock
  ids: Ids
  log: Log
  /** Shows a view to whoever holds a seat, if they are connected here. */
  tell: (room: string, seat: SeatId, view: RoomView) => void
  /** What a facilitator would see of a room of a workshop, whenever it may have changed. */
  seen?: (room: string, seen: Glance) => void
  /** False leaves every boundary to be found by whoever asks next: punctuality is lost, correctness is not. */
  punctual?: boolean
}

export interface Keeper {
  /** Stores a room that was just made, and keeps it in mind when somebody is seated in it who is here. */
  make(room: Room, now: Ms, seating: Seating | null): Promise<Outcome>
  /** Lets `decision` decide about a room that exists. With `seating` the room is kept in mind and shown from then on. */
  decide(room: string, decision: Decide, seating?: Seating): Promise<Decided>
  /** Amends the room before anything else is decided about it, as soon as the store takes it. Never rejects. */
  insist(room: string, amend: Amend): Promise<void>
  unwatch(room: string): void
  /** The room in mind, as it was kept last; null when nobody here is connected to it. */
  inMind(room: string): Room | null
  /** Resolves when no act is under way. */
  idle(): Promise<void>
  close(): void
}

export function createKeeper(ports: KeeperPorts): Keeper {
  const { clock, log, tell } = ports
  const shelf = createShelf(ports.store, ports.ids)
  const queue = createQueue()
  const watches = new Map<string, Watch>()
  const underWay = new Set<Promise<unknown>>()
  const scheduler = createScheduler(clock, room => void touch(room))
  const isWatched = (room: string) => watches.has(room)
  const debts = createDebts(clock, isWatched, room => void touch(room))

  function watchOf(id: string): Watch {
    const known = watches.get(id)
    if (known) return known
    const watch: Watch = { kept: null, shown: {}, dueAt: null, isGone: false }
    watches.set(id, watch)
    return watch
  }

  async function loaded(id: string, watch: Watch | undefined): Promise<Watch['kept']> {
    if (watch?.kept) return watch.kept
    return shelf.load(id)
  }

  /** One decision about one room: loaded, decided, kept and shown, one at a time in this process. */
  function decide(id: string, decision: Decide, seating?: Seating): Promise<Decided> {
    return track(
      queue.run(id, async (): Promise<Decided> => {
        try {
          const out = await tryToDecide(id, decision, seating)
          if (out.ok || out.code !== 'busy') debts.rest(id)
          return out
        } catch (error) {
          // Whether the store took the last write is not known: what is in mind here must not be shown again.
          const watch = watches.get(id)
          if (watch) watch.kept = null
          if (!(error instanceof StoreDown)) throw error
          log.fault('store', error)
          if (watch || debts.isOwed(id)) debts.tryLater(id)
          return { ok: false, code: 'store-down' }
        }
      }),
    ).catch((error): Decided => {
      if (error instanceof Busy) return { ok: false, code: 'busy' }
      throw error
    })
  }

  async function tryToDecide(id: string, decision: Decide, seating: Seating | undefined): Promise<Decided> {
    for (let tries = 0; tries < TRIES; tries++) {
      const watch = watches.get(id)
      if (watch?.isGone) return { ok: false, code: 'gone' }
      const held = await loaded(id, watch)
      if (held === null) return gone(id)
      const now = clock.now()
      // What is gone from the store is not kept in mind either, however long somebody leaves the page open.
      if (held.room.closed && forgetAt(held.room) <= now) return gone(id)
      const amended = debts.apply(id, awake(held.room, watch, now), now)
      const out = decision(amended.room, now)
      const next = out.room
      if (next !== held.room) {
        const kept = await shelf.swap(held, next, now)
        if (kept === 'lost') {
          if (watch) watch.kept = null
          continue
        }
        if (kept === 'gone') return gone(id)
        if (watch) watch.kept = kept
        for (const fact of facts(held.room, next)) log.fact(fact)
        if (out.ok && seating) seat(id, kept, now, seating)
      } else if (watch) {
        watch.kept = held
      }
      amended.paid()
      show(id, next, now, held.room)
      return out.ok ? { ok: true, room: next, now } : { ok: false, code: out.code }
    }
    return { ok: false, code: 'busy' }
  }

  /** A boundary that this process was watching for and slept through holds the room there (rule T). */
  function awake(room: Room, watch: Watch | undefined, now: Ms): Room {
    if (!watch || watch.dueAt === null || now <= watch.dueAt + LATE_MS) return room
    return stoodStill(room, watch.dueAt, now)
  }

  function seat(id: string, kept: KeptRoom, now: Ms, seating: Seating): void {
    const watch = watchOf(id)
    watch.kept = kept
    const seated = seating(kept.room, now)
    watch.shown[seated] = looks(view(kept.room, seated, now))
  }

  /** Time alone may have changed what people see; only a change of what is kept is written. */
  async function touch(id: string): Promise<void> {
    if (!isWatched(id) && !debts.isOwed(id)) return
    try {
      const out = await decide(id, (room, now) => ({ ok: true, room: advance(room, now) }))
      if (!out.ok && out.code === 'busy') debts.tryLater(id)
    } catch (error) {
      // Nobody waits for this one: what went wrong with one room must not end the process of all the others.
      log.fault('touch', error)
    }
  }

  function insist(id: string, amend: Amend): Promise<void> {
    debts.owe(id, amend)
    return touch(id)
  }

  function show(id: string, room: Room, now: Ms, before: Room | null): void {
    if (room.kind === 'workshop') ports.seen?.(id, glance(room, now))
    const watch = watches.get(id)
    if (!watch) return
    for (const seat of people(room)) showTo(watch, id, seat, view(room, seat, now))
    // Somebody who was asked out reads what anybody reads whose connection ended.
    if (before && !room.sitting) {
      for (const seat of seatIds(before)) {
        if (before.seats[seat] && !room.seats[seat] && !room.closed)
          tell(id, seat, farewell(before, seat, now, room.rev))
      }
    }
    const ahead = advance(room, now)
    const due = ports.punctual === false ? null : nextDue(ahead, now)
    watch.dueAt = due
    // A bell changes nothing, and is no boundary that could be slept through: it is only said when it is due.
    scheduler.arm(id, due === null ? null : Math.min(due, nextBell(ahead, now) ?? due))
  }

  function showTo(watch: Watch, id: string, seat: SeatId, seen: RoomView): void {
    const now = looks(seen)
    if (watch.shown[seat] === now) return
    watch.shown[seat] = now
    tell(id, seat, seen)
  }

  function gone(id: string): Decided {
    const watch = watches.get(id)
    if (watch) {
      watch.isGone = true
      watch.kept = null
      watch.shown = {}
    }
    scheduler.arm(id, null)
    debts.cancel(id)
    return { ok: false, code: 'gone' }
  }

  function drop(id: string): void {
    watches.delete(id)
    scheduler.arm(id, null)
  }

  function track<T>(work: Promise<T>): Promise<T> {
    underWay.add(work)
    const done = () => underWay.delete(work)
    work.then(done, done)
    return work
  }

  return {
    async make(room, now, seating) {
      let kept: KeptRoom | null
      try {
        kept = await track(shelf.create(room, now))
      } catch (error) {
        if (!(error instanceof StoreDown)) throw error
        log.fault('store', error)
        return { ok: false, code: 'store-down' }
      }
      if (kept === null) return { ok: false, code: 'busy' }
      for (const fact of facts(null, room)) log.fact(fact)
      if (seating) seat(room.id, kept, now, seating)
      show(room.id, room, now, null)
      return { ok: true }
    },
    decide,
    insist,
    unwatch: drop,
    inMind: id => watches.get(id)?.kept?.room ?? null,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
    close() {
      scheduler.close()
      debts.close()
      watches.clear()
    },
  }
}
