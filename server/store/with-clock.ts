// How does this process learn the store's time? From every answer of the store that carries it.
import type { TaughtClock } from '../clock.ts'
import type { MaybeTimed, RoomStore } from '../ports.ts'

/** The same store, whose answers teach `clock`. Not for a store that reads this very clock: it would learn from itself. */
export function withClock(store: RoomStore, clock: Pick<TaughtClock, 'local' | 'learn'>): RoomStore {
  async function taught<A extends MaybeTimed>(ask: () => Promise<A>): Promise<A> {
    const sent = clock.local()
    const answer = await ask()
    if (answer.now !== null) clock.learn(answer.now, sent, clock.local())
    return answer
  }
  return {
    create: (id, next, ttlMs) => taught(() => store.create(id, next, ttlMs)),
    load: id => taught(() => store.load(id)),
    swap: (id, expected, next, ttlMs) => taught(() => store.swap(id, expected, next, ttlMs)),
    forget: (id, tombstoneMs, last) => taught(() => store.forget(id, tombstoneMs, last)),
    epoch: mark => taught(() => store.epoch(mark)),
    ready: () => taught(() => store.ready()),
    close: () => store.close(),
  }
}
