// Where do strangers wait when nothing was installed? In this process, as the text that any other store would keep.
import type { Ms } from '../../lib/protocol/room.ts'
import { type ApartWhy, type Clock, type Kept, type LobbyStore, type Pair, StoreDown } from '../ports.ts'
import { checkMark, keepFor } from './bounds.ts'
import { checkDocument, nameOfPair } from './lobby-bounds.ts'

interface Entry<Value> {
  value: Value
  until: Ms
}

/** What is over is taken out whenever this much more has been put in. */
const SWEEP_EVERY = 1_000

export function createLobbyMemory(clock: Pick<Clock, 'now'>, { most = 100_000 }: { most?: number } = {}): LobbyStore {
  const documents = new Map<string, Entry<Kept>>()
  const apart = new Map<string, Entry<ApartWhy>>()
  let isClosed = false
  let puts = 0

  function find<Value>(among: Map<string, Entry<Value>>, name: string): Entry<Value> | null {
    const entry = among.get(name)
    return entry !== undefined && entry.until > clock.now() ? entry : null
  }

  function put<Value>(among: Map<string, Entry<Value>>, name: string, value: Value, ttlMs: Ms): void {
    if (++puts % SWEEP_EVERY === 0 || among.size >= most) sweep(among)
    if (among.size >= most && !among.has(name)) throw new StoreDown('full')
    among.set(name, { value, until: clock.now() + keepFor(ttlMs) })
  }

  function sweep(among: Map<string, Entry<unknown>>): void {
    const now = clock.now()
    for (const [name, { until }] of among) if (until <= now) among.delete(name)
  }

  function isApart(pair: Pair, anyway: boolean): boolean {
    const found = find(apart, nameOfPair(pair))
    return found !== null && !(anyway && found.value === 'met')
  }

  async function act<Result extends object>(decide: () => Result): Promise<Result & { now: Ms }> {
    if (isClosed) throw new StoreDown('refused')
    return { ...decide(), now: clock.now() }
  }

  return {
    load: key =>
      act(() => {
        const kept = find(documents, key)?.value ?? null
        return { kept: kept && { ...kept } }
      }),
    swap: (key, expected, next, ttlMs, check) =>
      act(() => {
        checkDocument(next)
        if (expected !== null) checkMark(expected)
        const kept = find(documents, key)?.value ?? null
        if (kept?.commit === next.commit) return { result: 'swapped' }
        if ((kept?.commit ?? null) !== expected) return { result: 'lost' }
        if (check?.fit.some(pair => isApart(pair, check.anyway))) return { result: 'apart' }
        put(documents, key, { body: next.body, commit: next.commit }, ttlMs)
        return { result: 'swapped' }
      }),
    between: pairs =>
      act(() => ({
        apart: pairs.map(pair => {
          const found = find(apart, nameOfPair(pair))
          return found && { why: found.value, until: found.until }
        }),
      })),
    part: (pair, why, ttlMs) =>
      act(() => {
        const name = nameOfPair(pair)
        const known = find(apart, name)
        const isLonger = known === null || known.until < clock.now() + ttlMs
        if (known?.value === 'avoid' && why === 'met') return {}
        if (isLonger || known?.value !== why) put(apart, name, why, ttlMs)
        return {}
      }),
    async close() {
      isClosed = true
      documents.clear()
      apart.clear()
    },
  }
}
