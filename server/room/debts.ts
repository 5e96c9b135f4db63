// What did the store not take, and when is it tried again? What happened at the door (somebody's connection ended, a seat
// was taken that nobody was told of) is no ask that somebody could repeat: it waits here, and comes before the next act.
import type { Ms, Room } from '../../lib/protocol/room.ts'
import { createFewAtOnce, LOOKS_AT_ONCE } from '../few-at-once.ts'
import type { Cancel, Clock } from '../ports.ts'

/** A change that is nobody's ask: the same room when there is nothing to change. Applied twice it changes once. */
export type Amend = (room: Room, now: Ms) => Room

export interface Debts {
  owe(room: string, amend: Amend): void
  isOwed(room: string): boolean
  /** The room with everything that is owed to it, and `paid` to be called when it was kept. */
  apply(room: string, before: Room, now: Ms): { room: Room; paid(): void }
  /** Looks at the room again soon: as long as `isWatched` says so, else for as long as an outage should last. */
  tryLater(room: string): void
  /**
   * A write was given up: looks at the room again soon, and once more when it can't come to the store any later. That it did is told
   * to other processes alone.
   */
  wasDown(room: string): void
  /** The store answered. */
  rest(room: string): void
  /** There is no such room any more. */
  cancel(room: string): void
  close(): void
}

/** How soon something that the store did not take is tried again, and how often for a room that nobody here is in. */
const AGAIN_MS = 1000
const AGAIN_MOST = 30
/** A write that was given up comes to the store within this, if at all; what comes later yet is found by whoever asks next. */
export const LATE_MS: Ms = 3_500

export function createDebts(
  clock: Clock,
  isWatched: (room: string) => boolean,
  tryAgain: (room: string) => Promise<void>,
  lookAgain: (room: string) => Promise<void>,
): Debts {
  const few = createFewAtOnce(LOOKS_AT_ONCE)
  const owed = new Map<string, Amend[]>()
  /** Until when a write that was given up may yet come, and the look that is next. */
  const doubts = new Map<string, { until: Ms; stop: Cancel }>()
  const retries = new Map<string, { tries: number; stop: Cancel }>()

  function rest(id: string): void {
    retries.get(id)?.stop()
    retries.delete(id)
  }

  function settle(id: string): void {
    doubts.get(id)?.stop()
    doubts.delete(id)
  }

  /** Once for each that was given up: one that failed after it must not put its look off. */
  function lookIn(id: string, at: Ms): void {
    const look = () => {
      void few.run(`look ${id}`, () => lookAgain(id))
      const { until } = doubts.get(id) ?? { until: at }
      doubts.delete(id)
      if (until > at) lookIn(id, until)
    }
    doubts.set(id, { until: at, stop: clock.at(at, look) })
  }

  const debts: Debts = {
    owe(id, amend) {
      const debts = owed.get(id)
      if (debts) debts.push(amend)
      else owed.set(id, [amend])
    },
    isOwed: id => owed.has(id),
    apply(id, before, now) {
      const applied = [...(owed.get(id) ?? [])]
      const paid = () => {
        // What came to be owed while these were written is still owed.
        const left = (owed.get(id) ?? []).filter(amend => !applied.includes(amend))
        if (left.length > 0) owed.set(id, left)
        else owed.delete(id)
      }
      return { room: applied.reduce((room, amend) => amend(room, now), before), paid }
    },
    tryLater(id) {
      const tries = retries.get(id)?.tries ?? 0
      rest(id)
      if (tries >= AGAIN_MOST && !isWatched(id)) {
        owed.delete(id)
        return
      }
      const again = () => void few.run(`try ${id}`, () => tryAgain(id))
      retries.set(id, { tries: tries + 1, stop: clock.at(clock.now() + AGAIN_MS, again) })
    },
    wasDown(id) {
      debts.tryLater(id)
      const at = clock.now() + LATE_MS
      const doubt = doubts.get(id)
      if (doubt) doubt.until = at
      else lookIn(id, at)
    },
    rest,
    cancel(id) {
      rest(id)
      settle(id)
      owed.delete(id)
    },
    close() {
      for (const id of [...retries.keys()]) rest(id)
      for (const id of [...doubts.keys()]) settle(id)
      few.close()
      owed.clear()
    },
  }
  return debts
}
