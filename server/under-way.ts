// What is being done at this moment? It is finished before the process ends.
import type { FaultName, Log } from './ports.ts'

export interface Tracked {
  /** The same promise, known to be under way until it settles. */
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export interface UnderWay extends Pick<Tracked, 'idle'> {
  /** Work that nobody waits for: what goes wrong with it is in the log. */
  background(work: Promise<unknown>): void
}

export function createTracked(): Tracked {
  const underWay = new Set<Promise<unknown>>()
  return {
    track(work) {
      underWay.add(work)
      const done = () => underWay.delete(work)
      work.then(done, done)
      return work
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay)
    },
  }
}

/** `event`: by which a failure is found in the log. */
export function createUnderWay(log: Pick<Log, 'fault'>, event: FaultName): UnderWay {
  const { track, idle } = createTracked()
  return {
    background: work => void track(work.catch(error => log.fault(event, error))),
    idle,
  }
}
