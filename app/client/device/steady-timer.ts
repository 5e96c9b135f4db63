// How is something done in time on a page that nobody looks at? By two timers, of which the first counts: one of a worker,
// which no browser slows, and the page's own, for browsers without workers and for as long as the worker is on its way.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Wait } from './steady-worker.ts'

interface Waiting {
  /** By `performance.now()`. */
  local: Ms
  call: () => void
  own: ReturnType<typeof setTimeout>
}

/** The longest wait that a browser's timer can be given; a longer one would end at once. */
export const LONGEST_MS = 2 ** 31 - 1

const waiting = new Map<number, Waiting>()
let last = 0
/** Undefined before the first wait; null where there is none. */
let worker: Worker | null | undefined
let isReady = false

/** Calls back at the local instant, or soon when it has passed. Returns how to take it back. Browser only. */
export function callAt(local: Ms, call: () => void): () => void {
  if (worker === undefined) worker = hire()
  const id = ++last
  const left = leftOf(local)
  waiting.set(id, { local, call, own: setTimeout(() => due(id), left) })
  if (isReady) tell({ id, ms: left })
  return () => end(id)
}

export function callAfter(ms: Ms, call: () => void): () => void {
  return callAt(performance.now() + ms, call)
}

const leftOf = (local: Ms) => Math.min(LONGEST_MS, Math.max(0, local - performance.now()))

function due(id: number): void {
  const { call } = waiting.get(id) ?? {}
  end(id)
  call?.()
}

function end(id: number): void {
  const wait = waiting.get(id)
  if (!wait) return
  waiting.delete(id)
  clearTimeout(wait.own)
  if (isReady) tell({ id, ms: null })
}

function tell(wait: Wait): void {
  worker?.postMessage(wait)
}

function hire(): Worker | null {
  if (typeof Worker === 'undefined') return null
  try {
    const hired = new Worker(new URL('./steady-worker.ts', import.meta.url), { type: 'module' })
    hired.onmessage = ({ data }: MessageEvent<number | null>) => {
      if (data === null) began()
      else due(data)
    }
    // It could not be loaded, or a policy forbids it: the page's own timers do what they can.
    hired.onerror = () => {
      isReady = false
      worker = null
    }
    return hired
  } catch {
    return null
  }
}

/** What was asked for while it was on its way is counted from now on. */
function began(): void {
  isReady = true
  for (const [id, { local }] of waiting) tell({ id, ms: leftOf(local) })
}
