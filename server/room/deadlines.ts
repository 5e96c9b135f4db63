// Which of many deadlines comes first? A binary heap in which each name stands once, and from which any of them can be
// taken: what comes before what is known where it matters, and thousands that wait cost no timer each.
import type { Ms } from '../../lib/protocol/room.ts'

interface Deadline {
  name: string
  due: Ms
  /** Where it stands in the heap. */
  place: number
}

export interface Deadlines {
  /** Gives the name this deadline instead of any other; null for none. */
  set(name: string, due: Ms | null): void
  /** The first deadline; null when there is none. */
  first(): Ms | null
  /** Takes out those that are due, in order, at most so many. */
  take(now: Ms, most: number): string[]
  clear(): void
}

export function createDeadlines(): Deadlines {
  const known = new Map<string, Deadline>()
  /** None comes before the one at half its place. The first stands at 1. */
  const heap: Deadline[] = []
  const at = (place: number) => heap[place - 1]

  function put(deadline: Deadline, place: number): void {
    heap[place - 1] = deadline
    deadline.place = place
  }

  /** Moves a deadline to where it belongs, from the place that it has. */
  function settle(deadline: Deadline): void {
    let place = deadline.place
    for (let above = at(place >> 1); above && above.due > deadline.due; above = at(place >> 1)) {
      put(above, place)
      place >>= 1
    }
    for (;;) {
      const [left, right] = [at(2 * place), at(2 * place + 1)]
      const below = right && left && right.due < left.due ? right : left
      if (!below || below.due >= deadline.due) break
      const freed = below.place
      put(below, place)
      place = freed
    }
    put(deadline, place)
  }

  function remove(deadline: Deadline): void {
    known.delete(deadline.name)
    const last = heap.pop()
    if (!last || last === deadline) return
    last.place = deadline.place
    settle(last)
  }

  return {
    set(name, due) {
      const set = known.get(name)
      if (due === null) {
        if (set) remove(set)
      } else if (set) {
        set.due = due
        settle(set)
      } else {
        const deadline = { name, due, place: heap.length + 1 }
        known.set(name, deadline)
        settle(deadline)
      }
    },
    first: () => at(1)?.due ?? null,
    take(now, most) {
      const names: string[] = []
      for (let first = at(1); first && first.due <= now && names.length < most; first = at(1)) {
        names.push(first.name)
        remove(first)
      }
      return names
    },
    clear() {
      known.clear()
      heap.length = 0
    },
  }
}
