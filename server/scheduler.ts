// When is which room to be looked at? One alarm for each watched room, set anew whenever the room changes. A wake that
// finds nothing to do costs nothing; a wake that never comes makes nothing wrong, only late.
import type { Ms } from '../lib/protocol/room.ts'
import type { Cancel, Clock } from './ports.ts'

export interface Scheduler {
  /** Wakes the room at `due`, instead of whenever it was to be woken before; null for not at all. */
  arm(room: string, due: Ms | null): void
  close(): void
}

export function createScheduler(clock: Clock, wake: (room: string) => void): Scheduler {
  const alarms = new Map<string, { due: Ms; cancel: Cancel }>()
  return {
    arm(room, due) {
      const set = alarms.get(room)
      if (set?.due === due) return
      set?.cancel()
      alarms.delete(room)
      if (due === null) return
      const cancel = clock.at(due, () => {
        alarms.delete(room)
        wake(room)
      })
      alarms.set(room, { due, cancel })
    },
    close() {
      for (const { cancel } of alarms.values()) cancel()
      alarms.clear()
    },
  }
}
