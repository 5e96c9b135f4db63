// Where do rooms live when nothing was installed? In this process, as the text that any other store would keep, so that
// nobody can change a stored room by holding on to an object. They are gone with the process, and on time without it
// being asked: one alarm for all of them.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Cancel, type Clock, type Kept, type RoomStore, StoreDown } from '../ports.ts'
import { checkKept, keepFor } from './bounds.ts'

/** `kept: null` is a tombstone. */
interface Entry {
  kept: Kept | null
  expiresAt: Ms
}

/** However many rooms expire in a row, they are swept together at most this often. */
const BETWEEN_SWEEPS_MS = 1_000

/**
 * `most`: how many rooms and tombstones may be there at a time. Beyond it `create` rejects with `StoreDown('full')`:
 * those who sit in a room keep it, and the next ones are told to come back, as a Redis without memory to spare does it.
 */
export function createMemoryStore(clock: Clock, { most = 10_000 }: { most?: number } = {}): RoomStore {
  const entries = new Map<string, Entry>()
  let alarm: { at: Ms; cancel: Cancel } | null = null
  let closed = false
  let epoch: string | null = null

  function sweep(): void {
    const now = clock.now()
    let next = Number.POSITIVE_INFINITY
    for (const [id, { expiresAt }] of entries) {
      if (expiresAt <= now) entries.delete(id)
      else next = Math.min(next, expiresAt)
    }
    alarm?.cancel()
    alarm = null
    if (next < Number.POSITIVE_INFINITY) wakeAt(next)
  }

  function wakeAt(at: Ms): void {
    if (alarm !== null && alarm.at <= at) return
    alarm?.cancel()
    const due = Math.max(at, clock.now() + BETWEEN_SWEEPS_MS)
    alarm = { at: due, cancel: clock.at(due, sweep) }
  }

  function find(id: string): Entry | null {
    const entry = entries.get(id)
    return entry !== undefined && entry.expiresAt > clock.now() ? entry : null
  }

  function put(id: string, kept: Kept | null, ttlMs: Ms): void {
    const expiresAt = clock.now() + keepFor(ttlMs)
    entries.set(id, { kept: kept && { body: kept.body, commit: kept.commit }, expiresAt })
    wakeAt(expiresAt)
  }

  /** Every act happens whole between two awaits, so acts can't come between each other's steps. */
  async function act<Result extends object>(decide: () => Result): Promise<Result & { now: Ms }> {
    if (closed) throw new StoreDown('refused')
    return { ...decide(), now: clock.now() }
  }

  return {
    create: (id, next, ttlMs) =>
      act(() => {
        checkKept(next)
        epoch ??= next.commit
        const found = find(id)
        if (found !== null) return { result: found.kept?.commit === next.commit ? 'made' : 'taken', epoch }
        if (entries.size >= most) sweep()
        if (entries.size >= most) throw new StoreDown('full')
        put(id, next, ttlMs)
        return { result: 'made', epoch }
      }),
    load: id =>
      act(() => {
        const kept = find(id)?.kept ?? null
        return { kept: kept && { ...kept } }
      }),
    swap: (id, expected, next, ttlMs) =>
      act(() => {
        checkKept(next)
        const kept = find(id)?.kept ?? null
        if (kept === null) return { result: 'gone' }
        if (kept.commit === next.commit) return { result: 'swapped' }
        if (kept.commit !== expected) return { result: 'lost' }
        put(id, next, ttlMs)
        return { result: 'swapped' }
      }),
    forget: (id, tombstoneMs) =>
      act(() => {
        const found = find(id)
        if (found !== null || entries.size < most) put(id, null, tombstoneMs)
        return { result: found === null ? 'gone' : 'forgotten' }
      }),
    epoch: mark =>
      act(() => {
        epoch ??= mark
        return { epoch }
      }),
    ready: () => act(() => ({})),
    async close() {
      closed = true
      alarm?.cancel()
      entries.clear()
    },
  }
}
