// How is one decision about one room made, kept and shown? Loaded, decided by the engine, swapped into the store, and only
// then shown: one at a time for each room in this process, by compare-and-swap between processes.
import { advance, forgetAt, nextDue } from '../lib/protocol/advance.ts'
import { stoodStill } from '../lib/protocol/door.ts'
import { facts } from '../lib/protocol/facts.ts'
import { type Ms, people, type Room, type SeatId, seatIds } from '../lib/protocol/room.ts'
import type { Refused, Stepped } from '../lib/protocol/step.ts'
import { farewell, view } from '../lib/protocol/view.ts'
import type { RefusalCode, RoomView } from '../lib/wire/events.ts'
import { type Clock, type Ids, type Log, type RoomStore, StoreDown } from './ports.ts'
import { Busy, createQueue } from './queue.ts'
import { createScheduler } from './scheduler.ts'

/** Swaps between processes that lose their race this often in a row give up. */
const TRIES = 4
/** A boundary found this late, by a process that was watching for it, was slept through. */
const LATE_MS = 5000
/** How soon something that the store did not take is tried again, and how often. */
const AGAIN_MS = 1000
const AGAIN_MOST = 30
/** How long an erased room's name stays taken. */
const TOMBSTONE_MS = 60_000

/** What this process keeps in mind of a room that somebody here is connected to. It may be dropped at any time. */
interface Watch {
  kept: { room: Room; commit: string } | null
  /** What each seat was shown last, without the instant of it: what looks the same is not sent again. */
  shown: Map<SeatId, string>
  /** The instant for which the scheduler was asked to wake this room; null when it was not. */
  dueAt: Ms | null
}

export type Outcome<Answer extends object = object> = ({ ok: true } & Answer) | { ok: false; code: RefusalCode }
export type Decide = (room: Room, now: Ms) => Stepped | Refused
export type Decided = Outcome<{ room: Room; now: Ms }>

export interface KeeperPorts {
  store: RoomStore
  clock: Clock
  ids: Ids
  log: Log
  /** Shows a view to whoever holds a seat, if they are connected here. */
  tell: (room: string, seat: SeatId, view: RoomView) => void
  /** False leaves every boundary to be found by whoever asks next: punctuality is lost, correctness is not. */
  punctual?: boolean
}

export interface Keeper {
  /** Stores a room that was just made. */
  make(room: Room, now: Ms): Promise<Outcome>
  /** Lets `decision` decide about a room that exists. */
  decide(room: string, decision: Decide): Promise<Decided>
  /** The same, tried again for a while when the store does not take it. Never rejects. */
  insist(room: string, decision: Decide): Promise<void>
  /** Begins to keep the room in mind, and to show it. */
  watch(room: string): void
  unwatch(room: string): void
  /** The room in mind, as it was kept last; null when nobody here is connected to it. */
  inMind(room: string): Room | null
  /** Resolves when no act is under way. */
  idle(): Promise<void>
  close(): void
}

export function createKeeper(ports: KeeperPorts): Keeper {
  const { store, clock, ids, log, tell } = ports
  const queue = createQueue()
  const watches = new Map<string, Watch>()
  const underWay = new Set<Promise<unknown>>()
  const scheduler = createScheduler(clock, room => void touch(room))

  function watchOf(id: string): Watch {
    const known = watches.get(id)
    if (known) return known
    const watch: Watch = { kept: null, shown: new Map(), dueAt: null }
    watches.set(id, watch)
    return watch
  }

  async function loaded(id: string, watch: Watch | undefined): Promise<Watch['kept']> {
    if (watch?.kept) return watch.kept
    const { kept } = await store.load(id)
    return kept === null ? null : { room: readRoom(kept.body), commit: kept.commit }
  }

  /** One decision about one room: loaded, decided, kept and shown, one at a time in this process. */
  function decide(id: string, decision: Decide): Promise<Decided> {
    return track(
      queue.run(id, async (): Promise<Decided> => {
        try {
          return await tryToDecide(id, decision)
        } catch (error) {
          // Whether the store took the last write is not known: what is in mind here must not be shown again.
          const watch = watches.get(id)
          if (watch) watch.kept = null
          if (!(error instanceof StoreDown)) throw error
          log.fault('store', error)
          return { ok: false, code: 'store-down' }
        }
      }),
    ).catch((error): Decided => {
      if (error instanceof Busy) return { ok: false, code: 'busy' }
      throw error
    })
  }

  async function tryToDecide(id: string, decision: Decide): Promise<Decided> {
    for (let tries = 0; tries < TRIES; tries++) {
      const watch = watches.get(id)
      const held = await loaded(id, watch)
      if (held === null) {
        drop(id)
        return { ok: false, code: 'gone' }
      }
      const now = clock.now()
      const out = decision(awake(held.room, watch, now), now)
      const next = out.room
      if (next !== held.room) {
        const commit = ids.commit()
        const ttl = Math.max(1, forgetAt(next) - now)
        const { result } = await store.swap(id, held.commit, { body: JSON.stringify(next), commit }, ttl)
        if (result === 'lost') {
          if (watch) watch.kept = null
          continue
        }
        if (result === 'gone') {
          drop(id)
          return { ok: false, code: 'gone' }
        }
        if (watch) watch.kept = { room: next, commit }
        for (const fact of facts(held.room, next)) log.fact(fact)
        await forgetWhenDissolved(id, next)
      } else if (watch) {
        watch.kept = held
      }
      show(id, next, now, held.room)
      return out.ok ? { ok: true, room: next, now } : { ok: false, code: out.code }
    }
    return { ok: false, code: 'busy' }
  }

  /** A boundary that this process was watching for and slept through holds the room there (rule T). */
  function awake(room: Room, watch: Watch | undefined, now: Ms): Room {
    if (!watch || watch.dueAt === null || now <= watch.dueAt + LATE_MS) return room
    const due = watch.dueAt
    watch.dueAt = null
    return stoodStill(room, due, now)
  }

  async function forgetWhenDissolved(id: string, room: Room): Promise<void> {
    if (room.closed?.dissolved) await store.forget(id, TOMBSTONE_MS)
  }

  /** Time alone may have changed what people see; only a change of what is kept is written. */
  async function touch(id: string): Promise<void> {
    if (watches.has(id)) await insist(id, (room, now) => ({ ok: true, room: advance(room, now) }))
  }

  async function insist(id: string, decision: Decide, tries = 0): Promise<void> {
    const out = await decide(id, decision)
    if (out.ok || out.code === 'gone' || tries >= AGAIN_MOST) return
    clock.at(clock.now() + AGAIN_MS, () => void insist(id, decision, tries + 1))
  }

  function show(id: string, room: Room, now: Ms, before: Room | null): void {
    const watch = watches.get(id)
    if (!watch) return
    for (const seat of people(room)) showTo(watch, id, seat, view(room, seat, now))
    // Somebody who was asked out reads what anybody reads whose connection ended.
    if (before && !room.sitting) {
      for (const seat of seatIds(before)) {
        if (before.seats[seat] && !room.seats[seat] && !room.closed) tell(id, seat, farewell(before, seat, now))
      }
    }
    const due = ports.punctual === false ? null : nextDue(advance(room, now), now)
    watch.dueAt = due
    scheduler.arm(id, due)
  }

  function showTo(watch: Watch, id: string, seat: SeatId, seen: RoomView): void {
    const looks = JSON.stringify({ ...seen, now: 0 })
    if (watch.shown.get(seat) === looks) return
    watch.shown.set(seat, looks)
    tell(id, seat, seen)
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
    async make(room, now) {
      const commit = ids.commit()
      try {
        const kept = { body: JSON.stringify(room), commit }
        const { result } = await track(store.create(room.id, kept, forgetAt(room) - now))
        if (result === 'taken') return { ok: false, code: 'busy' }
      } catch (error) {
        if (!(error instanceof StoreDown)) throw error
        log.fault('store', error)
        return { ok: false, code: 'store-down' }
      }
      for (const fact of facts(null, room)) log.fact(fact)
      watchOf(room.id).kept = { room, commit }
      show(room.id, room, now, null)
      return { ok: true }
    },
    decide,
    insist,
    watch: id => void watchOf(id),
    unwatch: drop,
    inMind: id => watches.get(id)?.kept?.room ?? null,
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
    close() {
      scheduler.close()
      watches.clear()
    },
  }
}

/** A room of another version is left alone: what this release can't read it must not write over. */
function readRoom(body: string): Room {
  const room = JSON.parse(body) as Room
  if (room.v !== 1) throw new StoreDown('bad-answer')
  return room
}
