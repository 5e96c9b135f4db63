// How does a simulated store fail? The rooms lie in the real one of memory, but the way to it takes time, loses what is asked before or
// after it was done, and brings some of it twice, or long after nobody waits for it any more. What is kept is told as Redis tells it.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock, Kept, RoomStore } from '../ports.ts'
import { StoreDown } from '../ports.ts'
import { createMemoryStore } from '../store/memory.ts'
import { commitTold, roomChannel } from '../store/room-news.ts'
import type { Inside, SimBus } from './sim-bus.ts'
import type { World } from './world.ts'

export interface SimStore {
  /** The store as one process reaches it. */
  as(self: string, inside: Inside): RoomStore
  /** How often an act goes wrong from now on. */
  faulty(share: number): void
  /** Forgets every room, as a Redis that comes back empty. */
  flush(): void
  /** The room as it is kept, with nothing in between. */
  look(id: string): Promise<Kept | null>
}

/** Told of everything that was really kept, in the instant in which it was. */
export type Committed = (id: string, kept: Kept, by: string) => void

/** What a process waits for an answer at the most. */
export const DEADLINE_MS: Ms = 1_500

export function createSimStore(world: World, bus: SimBus, committed: Committed): SimStore {
  const { chance } = world
  const clock: Clock = { now: world.now, at: (at, ring) => world.in(at - world.now(), ring) }
  let rooms = createMemoryStore(clock)
  let faultShare = 0
  const delay = () => (chance.often(0.9) ? chance.whole(1, 4) : chance.whole(4, 40))

  /** One act over a network: at the store after a while, and its answer back after another. */
  function over<Answer>(inside: Inside, act: () => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const isFaulty = chance.often(faultShare)
      const fault = isFaulty ? chance.pick(['refused', 'before', 'after', 'late']) : null
      const fail = (why: StoreDown['why'], ms: Ms) => world.in(ms, () => inside(() => reject(new StoreDown(why))))
      if (fault) world.count(`store: ${fault}`)
      if (fault === 'refused') return fail('refused', delay())
      if (fault) fail('timeout', DEADLINE_MS)
      if (fault === 'before') return
      world.in(delay() + (fault === 'late' ? chance.whole(DEADLINE_MS, 3 * DEADLINE_MS) : 0), () => {
        act().then(
          answer => fault ?? world.in(delay(), () => inside(() => resolve(answer))),
          error => fault ?? world.in(delay(), () => inside(() => reject(error))),
        )
      })
      // A client that got no answer in time sends the same again.
      if (!fault && chance.often(faultShare)) {
        world.count('store: repeated')
        world.in(chance.whole(1, 2 * DEADLINE_MS), () => void act().catch(() => {}))
      }
    })
  }

  async function keep<Answer extends { result: string }>(
    self: string,
    id: string,
    next: Kept,
    does: () => Promise<Answer>,
  ): Promise<Answer> {
    const before = await rooms.load(id)
    const answer = await does()
    // Sent again and found to be there already, it is not told again.
    const isNew = (answer.result === 'swapped' || answer.result === 'made') && before.kept?.commit !== next.commit
    if (isNew) {
      committed(id, next, self)
      if (answer.result === 'swapped') bus.sayNow(self, roomChannel(id), commitTold(next))
    }
    if (answer.result === 'lost') world.count('store: lost a race')
    return answer
  }

  return {
    as: (self, inside) => ({
      create: (id, next, ttlMs) => over(inside, () => keep(self, id, next, () => rooms.create(id, next, ttlMs))),
      load: id => over(inside, () => rooms.load(id)),
      swap: (id, expected, next, ttlMs) =>
        over(inside, () => keep(self, id, next, () => rooms.swap(id, expected, next, ttlMs))),
      forget: (id, tombstoneMs, last) =>
        over(inside, () => {
          if (last) {
            committed(id, last, self)
            bus.sayNow(self, roomChannel(id), commitTold(last))
          }
          return rooms.forget(id, tombstoneMs)
        }),
      epoch: mark => over(inside, () => rooms.epoch(mark)),
      ready: () => over(inside, () => rooms.ready()),
      close: async () => {},
    }),
    faulty(share) {
      faultShare = share
    },
    flush() {
      rooms = createMemoryStore(clock)
    },
    look: async id => (await rooms.load(id)).kept,
  }
}
