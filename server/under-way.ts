// What is being done that nobody waits for? It is finished before the process ends, and what goes wrong with it is in the log.
import type { Log } from './ports.ts'

export interface UnderWay {
  background(work: Promise<unknown>): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** `event`: by which a failure is found in the log. */
export function createUnderWay(log: Pick<Log, 'fault'>, event: string): UnderWay {
  const underWay = new Set<Promise<unknown>>()
  return {
    background(work) {
      const safe = work.catch(error => log.fault(event, error))
      underWay.add(safe)
      void safe.then(() => underWay.delete(safe))
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}
