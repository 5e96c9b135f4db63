// What does the server do when its store fails? A real store behind a door that the test can jam: it refuses, loses the
// answer to what it did, or answers when it is told to.
import { type Kept, type RoomStore, StoreDown } from '../ports.ts'

type Act = 'create' | 'load' | 'swap' | 'forget'
/** `before`: the act does not happen. `after`: it happens, and its answer is lost. */
export type Fault = 'before' | 'after'

export interface FaultyStore {
  store: RoomStore
  /** Whether the next act of a kind fails; asked at each act. */
  fault: (act: Act) => Fault | null
  /** Told of everything that was really kept. */
  onKept: (id: string, kept: Kept) => void
  /** Called before each act that is not jammed. */
  onAct: (act: Act) => Promise<void> | void
  /** From now on no act begins, until `resume`. */
  pause(): void
  resume(): void
}

export function createFaultyStore(inner: RoomStore): FaultyStore {
  let paused: Promise<void> | null = null
  let release = () => {}

  async function through<T>(act: Act, does: () => Promise<T>): Promise<T> {
    await paused
    const fault = faulty.fault(act)
    if (fault === 'before') throw new StoreDown('refused')
    await faulty.onAct(act)
    const answer = await does()
    if (fault === 'after') throw new StoreDown('timeout')
    return answer
  }

  const store: RoomStore = {
    create: (id, next, ttlMs) =>
      through('create', async () => {
        const answer = await inner.create(id, next, ttlMs)
        if (answer.result === 'made') faulty.onKept(id, next)
        return answer
      }),
    load: id => through('load', () => inner.load(id)),
    swap: (id, expected, next, ttlMs) =>
      through('swap', async () => {
        const answer = await inner.swap(id, expected, next, ttlMs)
        if (answer.result === 'swapped') faulty.onKept(id, next)
        return answer
      }),
    forget: (id, tombstoneMs, last) => through('forget', () => inner.forget(id, tombstoneMs, last)),
    epoch: mark => through('load', () => inner.epoch(mark)),
    ready: () => through('load', () => inner.ready()),
    close: () => inner.close(),
  }

  const faulty: FaultyStore = {
    store,
    fault: () => null,
    onKept: () => {},
    onAct: () => {},
    pause() {
      paused = new Promise(resolve => {
        release = resolve
      })
    },
    resume() {
      paused = null
      release()
    },
  }
  return faulty
}
