// Who counts the time while nobody looks at the page? This worker: a browser lets the timers of a hidden page wake once a
// second, and after five minutes once a minute, and leaves those of a worker alone.
import type { Ms } from '../../../lib/protocol/room.ts'

/** Calls back once, so many ms from now; null takes it back. */
export interface Wait {
  id: number
  ms: Ms | null
}

const timers = new Map<number, ReturnType<typeof setTimeout>>()

self.onmessage = ({ data: { id, ms } }: MessageEvent<Wait>) => {
  clearTimeout(timers.get(id))
  timers.delete(id)
  if (ms === null) return
  const timer = setTimeout(() => {
    timers.delete(id)
    self.postMessage(id)
  }, ms)
  timers.set(id, timer)
}

// What is counted from now on is not late by how long it took to get here.
self.postMessage(null)
