// What time is it for this process? The store's time, so that all processes agree, carried on between answers by a
// monotonic clock, so that a reset of this machine's date moves nobody's turn.
import { addSample, noSamples, serverTime } from '../lib/clock/offset.ts'
import type { Ms } from '../lib/protocol/room.ts'
import type { Cancel, Clock } from './ports.ts'

export interface TaughtClock extends Clock {
  /** The clock that nobody can set: what a lesson's instants are read from. Epoch ms as this machine had it at start. */
  local(): Ms
  /**
   * A store said `storeNow` in answer to something sent at `sentLocal` and answered at `receivedLocal`, both of
   * `local()`. The first lesson sets the clock, and should come before anybody is served; after it `now()` follows:
   * forward at once, backward by going at half speed until the store's time has caught up.
   */
  learn(storeNow: Ms, sentLocal: Ms, receivedLocal: Ms): void
  /** Whether the store should be asked for its time again: not for long, or this machine may have slept since. */
  needsLesson(): boolean
}

/** The longest wait that a timer of the platform can be given; a longer one would fire at once. */
const LONGEST_HOP_MS = 2 ** 31 - 1
/** A lesson that moves time on by more than this sets all alarms anew; by less, and they ring that little late. */
const NOTICED_MS = 10
const SLOWEST = 0.5
/** Two quartz clocks drift apart by up to 0.1 ms a second: 30 ms in this time. */
const LESSON_LASTS_MS = 5 * 60_000
/** The clock that nobody can set stands still while a machine sleeps, and its date does not. */
const SLEPT_MS = 50

interface Alarm {
  at: Ms
  ring: () => void
  timer?: NodeJS.Timeout
}

/** What a machine knows of time. */
export interface Machine {
  /** Its date, which can be set. */
  date(): Ms
  /** Ms since some instant: nobody can set it, and it stands still while the machine sleeps. */
  ticks(): Ms
}

const THIS_MACHINE: Machine = { date: () => Date.now(), ticks: () => performance.now() }

export function createClock({ date, ticks }: Machine = THIS_MACHINE): TaughtClock {
  const startedAt = date() - ticks()
  const local = () => startedAt + ticks()
  let learnt = noSamples()
  /** What there is to add while the estimate stands still, which is nearly always; null while it moves. */
  let offset: Ms | null = 0
  let told: { at: Ms; local: Ms } | null = null
  let taught: { at: Ms; date: Ms } | null = null
  const alarms = new Set<Alarm>()

  /** The time with its fraction. However the estimate falls, what is told goes on at half speed at least. */
  function exactly(): Ms {
    const here = local()
    const estimate = offset === null ? (serverTime(learnt, here) ?? here) : here + offset
    const at = told === null ? estimate : Math.max(estimate, told.at + SLOWEST * (here - told.local))
    told = { at, local: here }
    return at
  }

  function arm(alarm: Alarm): void {
    clearTimeout(alarm.timer)
    const wait = Math.min(Math.max(Math.ceil(alarm.at - exactly()), 0), LONGEST_HOP_MS)
    alarm.timer = setTimeout(() => {
      // A timer may fire a fraction early, after a hop of a long wait, or while the clock is slowed.
      if (exactly() < alarm.at) arm(alarm)
      else {
        alarms.delete(alarm)
        alarm.ring()
      }
    }, wait)
    // An alarm is no reason for a process to live on that has nothing else to do.
    alarm.timer.unref()
  }

  return {
    local,
    now: () => Math.floor(exactly()),
    at(at, ring): Cancel {
      const alarm: Alarm = { at, ring }
      alarms.add(alarm)
      arm(alarm)
      return () => {
        alarms.delete(alarm)
        clearTimeout(alarm.timer)
      }
    },
    needsLesson() {
      if (taught === null) return true
      const here = local()
      return here - taught.at >= LESSON_LASTS_MS || Math.abs(date() - here - taught.date) > SLEPT_MS
    },
    learn(storeNow, sentLocal, receivedLocal) {
      const first = learnt.samples.length === 0
      const before = exactly()
      learnt = addSample(learnt, { serverNow: storeNow, sentAt: sentLocal, receivedAt: receivedLocal })
      offset = learnt.ahead === null ? serverTime(learnt, 0) : null
      taught = { at: receivedLocal, date: date() - local() }
      if (first && learnt.samples.length > 0) told = null
      if (exactly() - before > NOTICED_MS) for (const alarm of alarms) arm(alarm)
    },
  }
}
