// What counts the time for a page in a test? A worker that begins, is due and fails when the test says so.
import { vi } from 'vitest'
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Wait } from '../device/steady-worker.ts'

export interface FakeWorker {
  /** What it counts now: how long it was asked to wait, by the number of the wait. */
  waits: Map<number, Ms>
  begin(): void
  /** Says of everything that it counts that it is due. */
  wake(): void
  fail(): void
}

/** Each worker that is made from now on, in order. Undone by `vi.unstubAllGlobals()`. */
export function fakeWorkers(): FakeWorker[] {
  const made: FakeWorker[] = []
  class Stand {
    onmessage: ((event: { data: number | null }) => void) | null = null
    onerror: (() => void) | null = null
    waits = new Map<number, Ms>()

    constructor() {
      made.push({
        waits: this.waits,
        begin: () => this.onmessage?.({ data: null }),
        wake: () => {
          for (const id of [...this.waits.keys()]) {
            this.waits.delete(id)
            this.onmessage?.({ data: id })
          }
        },
        fail: () => this.onerror?.(),
      })
    }

    postMessage({ id, ms }: Wait) {
      if (ms === null) this.waits.delete(id)
      else this.waits.set(id, ms)
    }
  }
  vi.stubGlobal('Worker', Stand)
  return made
}
