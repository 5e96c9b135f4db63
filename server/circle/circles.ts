// Which circles are looked after here, and what becomes of each act in them? Decided on the circle as it is kept, its rooms brought
// into order, and then told to everybody of it who is connected to this process.
import { type Circle, missedAt } from '../../lib/circle/circle.ts'
import { type RoomGlance, roomsSeen } from '../../lib/circle/left-behind.ts'
import type { Glance } from '../../lib/protocol/glance.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import { createScheduler } from '../room/scheduler.ts'
import { createUnderWay } from '../under-way.ts'
import { createBelonging, type Own } from './belonging.ts'
import type { CirclePorts, Circles } from './care.ts'
import type { Decision, Seen } from './docs.ts'
import { createFarewells } from './farewells.ts'
import { type CircleSaid, createCircleNews } from './news.ts'
import { lineReader, lockOf } from './offered-lines.ts'
import { createRoll } from './roll.ts'
import { createSeating } from './seating.ts'
import { boardChange, type Ear, hasNobody, tellAll, tellLines, tellPeople, wholeBoard } from './telling.ts'
import { isUnread, linesFor, linesOn, readElsewhere } from './wall-lines.ts'
import { glanceAll, type Watch, type Watches } from './watches.ts'

/** How often what other processes did is looked for, should it not have been heard. */
export const LOOK_MS = 2_000
/** People who come by the dozen are told of together; a facilitator's own act is told at once. */
export const TELL_MS = 200

export function createCircles<C extends Ear>(ports: CirclePorts, watches: Watches<C>): Circles<C> {
  const { docs, rooms, director, bus, clock, ids, log, key } = ports
  const belonging = createBelonging<C>(id => watches.get(id)?.ears)
  const { background, idle } = createUnderWay(log, 'circle')
  const looks = createScheduler(clock, id => background(look(id)))
  const tellings = createScheduler(clock, id => tellNow(id))
  const news = createCircleNews(bus, hear)
  const lock = lockOf(key)
  const seating = createSeating<C>(rooms, clock)
  const farewells = createFarewells({ clock, ids, log, keep: keepWhatIsOwed, background })
  const act = (id: string, decide: (kept: Circle, now: Ms) => Decision<object>) => circles.act(id, decide)
  const roll = createRoll<C>({ bus, clock, watchOf: watches.get, news, farewells, act })

  function looked({ circle, mark }: Seen): Watch<C> {
    if (!watches.get(circle.id)) {
      looks.arm(circle.id, clock.now() + LOOK_MS)
      roll.begin(circle.id)
    }
    news.follow(circle.id)
    return watches.know(circle, mark)
  }

  function hear(id: string, said: CircleSaid): void {
    const watch = watches.get(id)
    if (!watch) return
    if (said.say === 'changed') background(look(id))
    else if (said.say === 'said') tellAll(watch.ears, said.text, clock.now())
    else if (said.say === 'seen') glanced(said.room, said.seen)
    else if (said.say === 'unread') handOn(watch, said.lock)
    else if (said.say === 'who' || said.say === 'here') roll.hear(watch, said)
    else if (said.lock === lock) {
      readElsewhere(watch, said.lines, lineReader(key, id))
      tellSoon(watch)
    }
  }

  /** To a process that asked, what can be read here, sealed for it alone. */
  function handOn(watch: Watch<C>, to: string): void {
    const lines = linesFor(watch, to)
    if (lines.length > 0) news.say(watch.circle.id, { say: 'read', lock: to, lines })
  }

  function glanced(room: string, seen: Glance) {
    const known = watches.glanced(room, seen)
    if (known) tellSoon(known.watch)
    return known
  }

  /** Of most that is seen nothing comes: a hall is paired anew, and all of its rooms close. Tried again, as the store may be away. */
  async function writeDown({ circle }: Watch<C>, seen: Iterable<RoomGlance>): Promise<void> {
    if (roomsSeen(circle, seen, clock.now()).circle === circle) return
    await circles.act(circle.id, (kept, now) => roomsSeen(kept, seen, now))
  }

  /** What another process did, and whoever is still to be told of a room. */
  async function look(id: string): Promise<void> {
    const watch = watches.get(id)
    if (!watch) return
    if (hasNobody(watch.ears)) {
      forget(id)
      return
    }
    looks.arm(id, clock.now() + LOOK_MS)
    const seen = await docs.look(id, watch.mark)
    // Another look has found that nobody is here any more.
    if (watches.get(id) !== watch) return
    // Whoever is still connected finds out by what they ask.
    if (seen === null) return forget(id)
    if (seen !== 'same' && watches.know(seen.circle, seen.mark).mark === seen.mark) tellSoon(watch)
    // What is in mind was kept once: the store has fallen behind it, and is given it again.
    else if (seen !== 'same') await keepWhatIsOwed(id)
    const work = [seating.seatAll(watch), rooms.bringUp(watch), roll.putBack(watch), writeDown(watch, watch.glances)]
    await Promise.all(work)
  }

  function forget(id: string): void {
    watches.forget(id)
    news.leave(id)
    looks.arm(id, null)
    roll.end(id)
    tellings.arm(id, null)
  }

  function tellSoon(watch: Watch<C>): void {
    const { id } = watch.circle
    const now = clock.now()
    if (now >= watch.toldAt + TELL_MS) tellNow(id)
    else tellings.arm(id, watch.toldAt + TELL_MS)
  }

  function tellNow(id: string): void {
    const watch = watches.get(id)
    if (!watch) return
    const { ears, circle, glances } = watch
    const now = clock.now()
    watch.toldAt = now
    // Nobody acts when whoever has gone is missed.
    tellings.arm(id, missedAt(circle, now))
    tellPeople(ears, circle, now)
    tellLines(ears, linesOn(watch))
    if (isUnread(watch)) news.say(id, { say: 'unread', lock })
    if (ears.boards.size === 0) return
    const change = boardChange(ears, wholeBoard(circle, glances, now))
    if (change) for (const board of ears.boards) board.emit('board', change)
  }

  /** Comes to this circle, and so leaves any other. What they asked for may have taken so long that nobody looks after it any more. */
  function enter(seen: Seen, ear: C, as?: 'board'): Watch<C> {
    const { id } = seen.circle
    const left = belonging.come(ear, id, as)
    if (left) farewell(left)
    return watches.get(id) ?? looked(seen)
  }

  const farewell = ({ id, member: { person, entry } }: Own): void =>
    farewells.say(id, [{ person, entry, at: clock.now() }])

  async function keepWhatIsOwed(id: string): Promise<void> {
    const out = await circles.act<object>(id, circle => ({ ok: true, circle }))
    if (!out.ok) farewells.forget(id)
  }

  const circles: Circles<C> = {
    async act(id, decide, isUrgent = false) {
      let paid = () => {}
      const asked = docs.act(id, (kept, now) => {
        const left = farewells.apply(id, watches.newest(kept))
        paid = left.paid
        return decide(left.circle, now)
      })
      const out = await asked.catch(error => {
        // It may have been kept for all that, and somebody be in by it who does not know.
        if (watches.get(id)) roll.begin(id)
        throw error
      })
      if (!out.ok) return out
      paid()
      await rooms.carryOut(out.circle, out.orders ?? [])
      news.say(id, { say: 'changed' })
      if (!watches.get(id)) return out
      const watch = watches.know(out.circle, out.mark)
      if (isUrgent) tellNow(id)
      else tellSoon(watch)
      if (out.orders?.some(order => order.do === 'make')) background(seating.seatAll(watch))
      return out
    },
    async find(id) {
      const seen = await docs.look(id, null)
      if (seen === null || seen === 'same') return null
      return looked(seen)
    },
    async findByCode(code) {
      const known = watches.ofCode(code)
      if (known) return known
      const id = await docs.idOf(code)
      return id === null ? null : circles.find(id)
    },
    addMember(seen, ear, member) {
      const watch = enter(seen, ear)
      const { id } = watch.circle
      const before = watch.ears.members.get(ear)
      if (before && before.person !== member.person) farewell({ id, member: before })
      // Who looked at the door has come in: what a wall is shown is part of what they are told from now on.
      watch.ears.walls.delete(ear)
      const added = { ...member, shown: '' }
      watch.ears.members.set(ear, added)
      // What they are answered may be older than what is known by now.
      background(seating.seat(watch, ear, added))
    },
    memberOf: belonging.memberOf,
    addWall(seen, ear) {
      const watch = enter(seen, ear)
      watch.ears.walls.set(ear, { shown: '' })
      if (isUnread(watch)) news.say(watch.circle.id, { say: 'unread', lock })
      return linesOn(watch)
    },
    async addBoard(seen, ear, reads) {
      const watch = enter(seen, ear, 'board')
      const { id } = watch.circle
      watch.reads = reads
      watch.ears.coming.add(ear)
      await glanceAll(watch, director)
      watch.ears.coming.delete(ear)
      // They have hung up meanwhile, or asked for another one.
      if (!belonging.isOf(ear, id)) return null
      tellNow(id)
      const board = wholeBoard(watch.circle, watch.glances, clock.now())
      // From here on only changes are told: what this answer holds is known.
      boardChange(watch.ears, board)
      watch.ears.boards.add(ear)
      return { board, lines: linesOn(watch) }
    },
    isFor: belonging.isOfAny,
    boardOf: belonging.boardOf,
    say(id, text) {
      const said = { say: 'said', text } as const
      hear(id, said)
      news.say(id, said)
    },
    saw(room, seen) {
      const known = glanced(room, seen)
      if (!known) return
      const { watch, before } = known
      news.say(watch.circle.id, { say: 'seen', room, seen })
      const isNew = (seen.closed && !before?.closed) || seen.left.length > (before?.left.length ?? 0)
      if (isNew) background(writeDown(watch, [[room, seen]]))
    },
    seatFor: rooms.seatFor,
    remove: ear => void belonging.leave(ear),
    gone(ear) {
      const own = belonging.leave(ear)
      if (own) farewell(own)
    },
    callAll(at) {
      for (const id of watches.ids()) {
        void roll.call(id, at)
        // Once more when all have had time to dial again: who came in just before it may not have been known here.
        roll.begin(id)
      }
    },
    idle,
    close() {
      looks.close()
      tellings.close()
      farewells.close()
      roll.close()
      news.close()
      watches.clear()
      belonging.clear()
    },
  }

  return circles
}
