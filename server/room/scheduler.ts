// When is which room to be looked at? Each watched room has a deadline, set anew whenever the room changes, and one alarm
// goes off for the first of them all. A wake that finds nothing to do costs nothing; a wake that never comes makes nothing
// wrong, only late.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Cancel, Clock } from '../ports.ts'
import { createDeadlines } from './deadlines.ts'

export interface Scheduler {
  /** Wakes the room at `due`, instead of whenever it was to be woken before; null for not at all. */
  arm(room: string, due: Ms | null): void
  close(): void
}

/** Whoever speaks in another room must not wait until thousands of bells have been told: others come in between. */
export const AT_ONCE = 50

export function createScheduler(clock: Clock, wake: (room: string) => void): Scheduler {
  const deadlines = createDeadlines()
  let alarm: { due: Ms; cancel: Cancel } | null = null

  function setAlarm(): void {
    const due = deadlines.first()
    if (due === (alarm?.due ?? null)) return
    alarm?.cancel()
    alarm = due === null ? null : { due, cancel: clock.at(due, ring) }
  }

  function ring(): void {
    const now = Math.max(clock.now(), alarm?.due ?? 0)
    alarm = null
    for (const room of deadlines.take(now, AT_ONCE)) wake(room)
    setAlarm()
  }

  return {
    arm(room, due) {
      deadlines.set(room, due)
      setAlarm()
    },
    close() {
      deadlines.clear()
      setAlarm()
    },
  }
}
