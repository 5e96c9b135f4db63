// How is one decision about one room made, kept and shown? Loaded, decided by the engine, swapped into the store, and only
// then shown: one at a time for each room in this process, by compare-and-swap between processes.
import { advance, forgetAt, nextDue } from '../../lib/protocol/advance.ts'
import { facts } from '../../lib/protocol/facts.ts'
import { type Glance, glance } from '../../lib/protocol/glance.ts'
import type { Ms, Room, SeatId } from '../../lib/protocol/room.ts'
import type { Refused, Stepped } from '../../lib/protocol/step.ts'
import { view } from '../../lib/protocol/view.ts'
import { nextBell } from '../../lib/protocol/where.ts'
import type { RefusalCode } from '../../lib/wire/events.ts'
import { type Clock, type Ids, type Kept, type Log, type RoomStore, StoreDown } from '../ports.ts'
import { Busy, createQueue } from '../queue.ts'
import { createTracked } from '../under-way.ts'
import type { Capsules } from './capsules.ts'
import { type Amend, createDebts } from './debts.ts'
import { createScheduler } from './scheduler.ts'
import { createShelf, type KeptRoom } from './shelf.ts'
import { bidFarewell, markShown, showAll, type Tell } from './showing.ts'
import { awake, newWatch, remember, type Watch } from './watch.ts'

/** Swaps between processes that lose their race this often in a row give up. */
const TRIES = 4

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
  tell: Tell
  /** What a facilitator would see of a room of a workshop, whenever it may have changed by what this process did. */
  seen?: (room: string, seen: Glance) => void
  /** The room in mind has changed: whoever holds a seat here may hold it no more. Called before anybody is shown it. */
  changed?: (room: string) => void
  /** What browsers keep of the rooms. */
  capsules: Pick<Capsules, 'take' | 'name' | 'look'>
  /** An open room is no more in the store, and nobody here has been told. */
  lost?: (room: string) => void
  /** False leaves every boundary to be found by whoever asks next: punctuality is lost, correctness is not. */
  punctual?: boolean
}

export interface Keeper {
  /** Stores a room that was just made, and keeps it in mind when somebody is seated in it who is here. */
  make(room: Room, now: Ms, seating: Seating | null): Promise<Outcome>
  /** Keeps a room again that the store had lost, unless it is there or may not be. Rejects with `StoreDown`. */
  bringBack(room: Room): Promise<void>
  /** Lets `decision` decide about a room that exists. With `seating` the room is kept in mind and shown from then on. */
  decide(room: string, decision: Decide, seating?: Seating): Promise<Decided>
  /** Amends the room before anything else is decided about it, as soon as the store takes it. Never rejects. */
  insist(room: string, amend: Amend): Promise<void>
  unwatch(room: string): void
  /** What another process has kept: shown to whoever is here, unless something later is in mind. Never rejects. */
  heard(room: string, kept: Kept): Promise<void>
  /** Something may have been missed: looks at the room, if it is in mind, as it is kept. Never rejects. */
  refresh(room: string): Promise<void>
  /** The rooms to which somebody here is connected. */
  watched(): string[]
  /** The room in mind, as it was kept last; null when nobody here is connected to it. */
  inMind(room: string): Room | null
  /** Resolves when no act is under way. */
  idle(): Promise<void>
  close(): void
}

export function createKeeper(ports: KeeperPorts): Keeper {
  const { clock, log, tell, capsules } = ports
  const shelf = createShelf(ports.store, ports.ids)
  const queue = createQueue()
  const watches = new Map<string, Watch>()
  const { track, idle } = createTracked()
  const scheduler = createScheduler(clock, room => void touch(room))
  const look = (id: string) => takeIn(id, () => shelf.load(id, watches.get(id)?.last))
  const debts = createDebts(clock, room => watches.has(room), touch, look)

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
          if (watch || debts.isOwed(id)) debts.wasDown(id)
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
      const held = watch?.kept ?? (await shelf.load(id, watch?.last))
      if (held === null) return gone(id)
      const now = clock.now()
      // What is gone from the store is not kept in mind either, however long somebody leaves the page open.
      if (held.room.closed && forgetAt(held.room) <= now) return gone(id)
      const amended = debts.apply(id, awake(held.room, watch, now), now)
      const out = decision(amended.room, now)
      const next = out.room
      if (next !== held.room || held.isAhead) {
        const kept = await shelf.swap(held, next, now)
        if (kept === 'lost') {
          // Whoever was quicker has watched over the boundaries that this process may have slept through.
          if (watch) Object.assign(watch, { kept: null, dueAt: null })
          continue
        }
        if (kept === 'gone') return gone(id)
        if (watch) remember(watch, kept)
        for (const fact of facts(held.room, next)) log.fact(fact)
        if (out.ok && seating) seat(id, kept, now, seating)
      } else if (watch) remember(watch, held)
      amended.paid()
      tellSeen(id, next, now)
      show(id, next, now)
      return out.ok ? { ok: true, room: next, now } : { ok: false, code: out.code }
    }
    return { ok: false, code: 'busy' }
  }

  function seat(id: string, kept: KeptRoom, now: Ms, seating: Seating): void {
    const watch = watches.get(id) ?? newWatch()
    watches.set(id, watch)
    remember(watch, kept)
    const seated = seating(kept.room, now)
    // The answer carries it.
    markShown(watch.shown, seated, view(kept.room, seated, now))
  }

  /** Time alone may have changed what people see; only a change of what is kept is written. */
  async function touch(id: string): Promise<void> {
    if (!watches.has(id) && !debts.isOwed(id)) return
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

  /** What others have kept is looked at in its turn: what this process is keeping at this moment may be older or newer. */
  async function takeIn(id: string, read: () => KeptRoom | null | Promise<KeptRoom | null>): Promise<void> {
    if (!watches.has(id)) return
    const inTurn = queue.run(id, async () => {
      const kept = await read()
      const watch = watches.get(id)
      if (!watch || watch.isGone || (kept && watch.kept?.commit === kept.commit)) return
      if (kept === null) gone(id)
      if (kept === null || kept.room.rev < (watch.last?.room.rev ?? 0)) return
      remember(watch, kept)
      if (kept.isAhead) return void touch(id)
      show(id, kept.room, clock.now())
    })
    await track(inTurn).catch(error => {
      log.fault('heard', error)
      // What is in mind may be old: the next act asks the store.
      const watch = watches.get(id)
      if (watch) watch.kept = null
      debts.tryLater(id)
    })
  }

  function show(id: string, room: Room, now: Ms): void {
    const watch = watches.get(id)
    if (!watch) return
    if (watch.seen) bidFarewell(watch.seen, room, now, tell)
    watch.seen = room
    ports.changed?.(id)
    if (watches.get(id) !== watch) return
    showAll(watch.shown, room, now, tell, capsules.take)
    const ahead = advance(room, now)
    watch.dueAt = ports.punctual === false ? null : nextDue(ahead, now)
    // A bell changes nothing, and is no boundary that could be slept through: it is only said when it is due.
    scheduler.arm(id, watch.dueAt && Math.min(watch.dueAt, nextBell(ahead, now) ?? watch.dueAt))
  }

  function tellSeen(id: string, room: Room, now: Ms): void {
    if (room.kind === 'workshop') ports.seen?.(id, glance(room, now))
  }

  /** A room that was open when it was last known of was lost by the store, or dissolved while this process heard nothing. */
  function gone(id: string): Decided {
    const watch = watches.get(id)
    const wasOpen = watch?.last?.room.closed === null
    if (watch) Object.assign(watch, { isGone: true, kept: null, last: null, shown: {} })
    scheduler.arm(id, null)
    debts.cancel(id)
    if (wasOpen) ports.lost?.(id)
    return { ok: false, code: 'gone' }
  }

  return {
    async make(room, now, seating) {
      const kept = await track(shelf.make(room, capsules.name(), now)).catch(error => {
        if (!(error instanceof StoreDown)) throw error
        log.fault('store', error)
        return 'store-down' as const
      })
      if (kept === null || kept === 'store-down') return { ok: false, code: kept ?? 'busy' }
      // It has come back empty, and nobody here has noticed yet.
      if (kept.room.madeIn !== capsules.name()) void capsules.look()
      for (const fact of facts(null, kept.room)) log.fact(fact)
      if (seating) seat(room.id, kept, now, seating)
      tellSeen(room.id, kept.room, now)
      show(room.id, kept.room, now)
      return { ok: true }
    },
    bringBack(room) {
      const again = async () => {
        if (watches.get(room.id)?.isGone) watches.delete(room.id)
        const kept = await shelf.create(room, clock.now())
        if (kept) for (const fact of facts(null, room)) log.fact(fact)
      }
      return track(queue.run(room.id, again))
    },
    decide,
    insist,
    unwatch(id) {
      watches.delete(id)
      scheduler.arm(id, null)
    },
    heard: (id, told) => takeIn(id, () => shelf.told(id, told, watches.get(id)?.last)),
    refresh: look,
    watched: () => [...watches.keys()],
    inMind: id => watches.get(id)?.kept?.room ?? null,
    idle,
    close() {
      scheduler.close()
      debts.close()
      watches.clear()
    },
  }
}
