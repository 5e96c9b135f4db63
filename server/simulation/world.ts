// What time is it in a simulated world, and what happens next? Everything that ever happens in it stands on one list, in the order of
// its instants; between two things, everything that only waited for promises is let run to its end. So one seed is one story.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Chance, chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { Cancel } from '../ports.ts'

export interface World {
  readonly chance: Chance
  now(): Ms
  /** Lets something happen in `ms`, unless it is cancelled; of two at one instant what was planned first comes first. */
  in(ms: Ms, happen: () => void): Cancel
  /** A word of the story, by which two tellings of it are compared. */
  tell(word: string): void
  count(what: string, by?: number): void
  /** Something that must never be. The first that is found is kept. */
  must(holds: boolean, rule: string, detail?: () => unknown): void
  /** Lets time pass until `isOver`, or until `at` at the latest. Ends early when something was found that must never be. */
  until(at: Ms, isOver?: () => boolean): Promise<void>
  readonly story: number
  readonly counts: ReadonlyMap<string, number>
  readonly broken: string | null
}

interface Happening {
  at: Ms
  seq: number
  happen: (() => void) | null
}

/** An instant like any other, so that instants and durations are not mixed up. */
export const WORLD_START: Ms = 1_700_000_000_000

/** Asked for from a microtask, as it is here from the second time on, a tick comes when no microtask is left. Taken at import, so that nothing can fake it. */
const { nextTick } = process
const settle = (): Promise<void> => new Promise(resolve => nextTick(resolve))

/** `aloud` hears every word of the story. */
export function createWorld(seed: number, aloud?: (at: Ms, word: string) => void): World {
  const chance = chanceFrom(seed)
  const heap: Happening[] = []
  const counts = new Map<string, number>()
  let now = WORLD_START
  let planned = 0
  let story = 0x811c9dc5
  let broken: string | null = null

  function tell(word: string): void {
    aloud?.(now - WORLD_START, word)
    for (let i = 0; i < word.length; i++) story = Math.imul(story ^ word.charCodeAt(i), 0x01000193)
    story = Math.imul(story ^ (now % 1_000_000_007), 0x01000193)
  }

  const isBefore = (one: Happening, other: Happening) =>
    one.at < other.at || (one.at === other.at && one.seq < other.seq)

  function push(happening: Happening): void {
    let place = heap.push(happening) - 1
    while (place > 0) {
      const above = (place - 1) >> 1
      const upper = heap[above] as Happening
      if (!isBefore(happening, upper)) break
      heap[place] = upper
      place = above
    }
    heap[place] = happening
  }

  function pop(): Happening | undefined {
    const first = heap[0]
    const last = heap.pop()
    if (!first || !last || first === last) return first
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      const [left, right] = [heap[below], heap[below + 1]]
      if (!left) break
      if (right && isBefore(right, left)) below++
      const lower = heap[below] as Happening
      if (!isBefore(lower, last)) break
      heap[place] = lower
      place = below
    }
    heap[place] = last
    return first
  }

  return {
    chance,
    now: () => now,
    in(ms, happen): Cancel {
      const happening: Happening = { at: now + Math.max(0, Math.ceil(ms)), seq: planned++, happen }
      push(happening)
      return () => {
        happening.happen = null
      }
    },
    tell,
    count: (what, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by),
    must(holds, rule, detail) {
      if (!holds) broken ??= `${rule} (at ${now - WORLD_START} ms: ${JSON.stringify(detail?.() ?? null)})`
    },
    async until(at, isOver = () => false) {
      await settle()
      while (broken === null && !isOver()) {
        const next = heap[0]
        if (!next || next.at > at) {
          now = Math.max(now, at)
          return
        }
        pop()
        if (next.happen === null) continue
        now = next.at
        story = Math.imul(story ^ next.seq, 0x01000193)
        next.happen()
        await settle()
      }
    },
    get story() {
      return story >>> 0
    },
    counts,
    get broken() {
      return broken
    },
  }
}
