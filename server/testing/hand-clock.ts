// What time is it in a test? Whatever the test says: time stands still until it is moved by hand.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Cancel, Clock } from '../ports.ts'

export interface HandClock extends Clock {
  /** Moves time on by `ms`, ringing what falls due in order, each at its own instant. */
  advance(ms: Ms): Promise<void>
  /** Moves time on to the instant `at`; rejects with a RangeError when that is in the past. */
  to(at: Ms): Promise<void>
  /** How many alarms are set. */
  readonly alarms: number
}

/**
 * Lets what was started run until it waits for something else than promises: every microtask runs before the next
 * turn of the event loop. Taken at import, so that a test with faked timers is not stuck in it.
 */
const turn = setImmediate
const settle = (): Promise<void> => new Promise(resolve => turn(resolve))

export function createHandClock(start: Ms): HandClock {
  interface Alarm {
    at: Ms
    ring: () => void
  }
  let now = start
  /** In the order in which they were set, which decides between alarms of one instant. */
  const alarms = new Set<Alarm>()
  let moving: Promise<void> = Promise.resolve()

  function ringOne(alarm: Alarm): void {
    if (!alarms.delete(alarm)) return
    alarm.ring()
  }

  function nextUntil(at: Ms): Alarm | null {
    let next: Alarm | null = null
    for (const alarm of alarms) if (alarm.at <= at && (next === null || alarm.at < next.at)) next = alarm
    return next
  }

  async function move(to: () => Ms): Promise<void> {
    await settle()
    const target = to()
    if (target < now) throw new RangeError('time does not run back')
    for (let next = nextUntil(target); next !== null; next = nextUntil(target)) {
      now = Math.max(now, next.at)
      ringOne(next)
      await settle()
    }
    now = target
  }

  /** Two moves at once happen one after the other. */
  function inTurn(to: () => Ms): Promise<void> {
    const done = moving.then(() => move(to))
    moving = done.catch(() => {})
    return done
  }

  return {
    now: () => now,
    at(at, ring): Cancel {
      const alarm = { at, ring }
      alarms.add(alarm)
      // What is due already rings without anybody moving time, as it would on a real clock; never inside this call.
      if (at <= now) turn(() => ringOne(alarm))
      return () => {
        alarms.delete(alarm)
      }
    },
    advance: ms => inTurn(() => now + ms),
    to: at => inTurn(() => at),
    get alarms() {
      return alarms.size
    },
  }
}
