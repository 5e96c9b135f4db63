// Who has gone from a circle, and does the store know? A farewell is no ask that somebody could repeat: it waits here until the store
// has taken it, and comes before whatever is done in that circle next.
import { type Circle, IDLE_MS } from '../../lib/circle/circle.ts'
import { went } from '../../lib/circle/people.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { PersonId } from '../../lib/wire/circle.ts'
import type { Cancel, Clock, Ids, Log } from '../ports.ts'

/** `entry`: by which they were here; whoever has come in since by another one is not gone. */
export interface Farewell {
  person: PersonId
  entry: string
  at: Ms
}

export interface Farewells {
  /** They are gone, and that is kept as soon as the store takes it. */
  say(id: string, gone: readonly Farewell[]): void
  /** The circle once everybody has gone who is owed to it, and `paid` to be called when it was kept. */
  apply(id: string, before: Circle): { circle: Circle; paid(): void }
  /** There is no such circle any more. */
  forget(id: string): void
  /** From now on what the store does not take at once is lost. */
  close(): void
}

export interface FarewellPorts {
  clock: Clock
  ids: Pick<Ids, 'below'>
  log: Pick<Log, 'fault'>
  /** Keeps the circle as `apply` makes it. Rejects when the store did not take it. */
  keep: (id: string) => Promise<unknown>
  /** Work that is finished before the process ends. */
  background: (work: Promise<unknown>) => void
}

/** How soon it is tried again, then more and more seldom; and as long again by chance: all processes saw the store go at one instant. */
export const AGAIN_MS = 1_000
export const AGAIN_MOST_MS = 8_000

export function createFarewells({ clock, ids, log, keep, background }: FarewellPorts): Farewells {
  const owed = new Map<string, readonly Farewell[]>()
  /** What is being kept at this moment, or waits for another try. */
  const trying = new Map<string, Cancel>()
  let isClosed = false

  async function pay(id: string, failures: number): Promise<void> {
    trying.set(id, () => {})
    try {
      await keep(id)
    } catch (error) {
      if (failures === 0) log.fault('circle-farewell', error)
      tryLater(id, failures)
      return
    }
    // Whoever went meanwhile.
    if (owed.has(id)) return pay(id, 0)
    trying.delete(id)
  }

  function tryLater(id: string, failures: number): void {
    trying.delete(id)
    const now = clock.now()
    // By then nobody would be paired in it, had nothing else happened.
    const left = (owed.get(id) ?? []).filter(({ at }) => now < at + IDLE_MS)
    if (isClosed || left.length === 0) {
      owed.delete(id)
      return
    }
    owed.set(id, left)
    const wait = Math.min(AGAIN_MS * 2 ** failures, AGAIN_MOST_MS)
    trying.set(
      id,
      clock.at(now + wait + ids.below(wait), () => background(pay(id, failures + 1))),
    )
  }

  const farewells: Farewells = {
    say(id, gone) {
      owed.set(id, [...(owed.get(id) ?? []), ...gone])
      if (!trying.has(id)) background(pay(id, 0))
    },
    apply(id, before) {
      const applied = owed.get(id) ?? []
      const circle = applied.reduce((left, { person, entry, at }) => went(left, person, entry, at), before)
      const paid = () => {
        const rest = (owed.get(id) ?? []).filter(farewell => !applied.includes(farewell))
        if (rest.length > 0) owed.set(id, rest)
        else owed.delete(id)
      }
      return { circle, paid }
    },
    forget: id => void owed.delete(id),
    close() {
      isClosed = true
      for (const stop of trying.values()) stop()
    },
  }
  return farewells
}
