// When has an answer not come in time? Not while it lies here unread, and not in the time in which this process stood still itself: timers
// ring before anything that has arrived is looked at, and a store that had answered would be taken for one that is down.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Cancel, StoreDown } from '../ports.ts'

/** A timer that rings later than this by so much says that nothing was read or written meanwhile. */
const STOOD_STILL_MS = 50

/** Calls `late` when `ms` are over in which this process lived, and whatever had arrived by then was read. */
export function afterDeadline(ms: Ms, late: () => void): Cancel {
  let reading: NodeJS.Immediate | undefined
  let timer: NodeJS.Timeout
  function arm(left: Ms): void {
    const due = performance.now() + left
    timer = setTimeout(() => {
      const stood = performance.now() - due
      if (stood > STOOD_STILL_MS) arm(Math.min(stood, ms))
      // Node reads between its timers and its immediates.
      else reading = setImmediate(late)
    }, left)
  }
  arm(ms)
  return () => {
    clearTimeout(timer)
    clearImmediate(reading)
  }
}

/** Rejects with `StoreDown` when there is no answer by then. */
export async function within<T>(ms: Ms, answer: Promise<T>): Promise<T> {
  let cancel = () => {}
  const late = new Promise<never>((_, reject) => {
    cancel = afterDeadline(ms, () => reject(new StoreDown('timeout')))
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    cancel()
  }
}
