// What time is it for a server in a browser test? It runs as time does, since the pages' own clocks run too, and can be
// turned on: what falls due on the way rings in order, each at its own instant, as if somebody had waited.
import type { Ms } from '../lib/protocol/room.ts'
import type { Clock } from '../server/ports.ts'

export interface SkippingClock extends Clock {
  /** Turns the clock on by `ms`. */
  skip(ms: Ms): Promise<void>
  /** Stands still for `ms`, as a process does that was stopped: what fell due meanwhile rings afterwards, too late. */
  stall(ms: Ms): void
  /** Stops the clock, for as long as somebody needs to look closely at what is there now. */
  freeze(): void
  /** Lets it run on from where it was stopped. */
  thaw(): void
}

interface Alarm {
  at: Ms
  ring: () => void
  timer?: NodeJS.Timeout
}

/** Lets what an alarm began come to rest: everything here waits for promises and the loop's next turns, never for time. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 10; turns++) await new Promise(resolve => setImmediate(resolve))
}

export function createSkippingClock(): SkippingClock {
  let skipped = Date.now() - performance.now()
  /** While the clock is being turned it shows exactly this. */
  let turned: Ms | null = null
  let frozen: Ms | null = null
  const alarms = new Set<Alarm>()
  const now = () => turned ?? frozen ?? Math.floor(skipped + performance.now())

  function arm(alarm: Alarm): void {
    clearTimeout(alarm.timer)
    if (frozen !== null) return
    alarm.timer = setTimeout(() => ring(alarm), Math.min(2 ** 31 - 1, Math.max(0, Math.ceil(alarm.at - now()))))
  }

  function ring(alarm: Alarm): void {
    if (turned === null && now() < alarm.at) {
      arm(alarm)
      return
    }
    clearTimeout(alarm.timer)
    if (alarms.delete(alarm)) alarm.ring()
  }

  return {
    now,
    at(at, call) {
      const alarm: Alarm = { at, ring: call }
      alarms.add(alarm)
      arm(alarm)
      return () => {
        clearTimeout(alarm.timer)
        alarms.delete(alarm)
      }
    },
    freeze() {
      frozen = now()
      for (const alarm of alarms) clearTimeout(alarm.timer)
    },
    thaw() {
      if (frozen === null) return
      skipped = frozen - performance.now()
      frozen = null
      for (const alarm of alarms) arm(alarm)
    },
    async skip(ms) {
      const target = now() + ms
      for (;;) {
        const due = [...alarms].filter(alarm => alarm.at <= target).sort((one, other) => one.at - other.at)[0]
        if (!due) break
        turned = Math.max(now(), due.at)
        ring(due)
        await settle()
      }
      skipped = target - performance.now()
      turned = null
      for (const alarm of alarms) arm(alarm)
    },
    stall(ms) {
      skipped += ms
      for (const alarm of alarms) arm(alarm)
    },
  }
}
