// Should we ask at all? Not while the store is known to be down: asking would make people wait for a refusal and a
// store that comes back drown in asks. After a rest one ask goes through as a probe, and its answer decides.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Clock, StoreDown } from '../ports.ts'

export interface BreakerConfig {
  /** Failures in a row that open it. */
  failures: number
  /** How long it stays open before a probe. */
  restMs: Ms
  /** Told when it opens and when it closes. */
  tell?: (isOpen: boolean) => void
}

export const BREAKER: BreakerConfig = { failures: 5, restMs: 1_000 }

export interface Breaker {
  /** Asks, or rejects at once with `StoreDown('open-breaker')`. */
  run<T>(ask: () => Promise<T>): Promise<T>
  readonly open: boolean
}

/** A store that refuses one act, but answers, is not down. */
const isDown = (error: unknown) => !(error instanceof StoreDown && (error.why === 'full' || error.why === 'too-big'))

export function createBreaker(config: BreakerConfig, clock: Pick<Clock, 'now'>): Breaker {
  let failures = 0
  /** When the next probe may go; null while asks go through. */
  let probeAt: Ms | null = null
  let probing = false

  function close(): void {
    failures = 0
    if (probeAt !== null) config.tell?.(false)
    probeAt = null
  }

  return {
    get open() {
      return probeAt !== null
    },
    async run(ask) {
      const isProbe = probeAt !== null
      if (probeAt !== null && (probing || clock.now() < probeAt)) throw new StoreDown('open-breaker')
      if (isProbe) probing = true
      try {
        const answer = await ask()
        close()
        return answer
      } catch (error) {
        if (!isDown(error)) close()
        else if (++failures >= config.failures) {
          if (probeAt === null) config.tell?.(true)
          probeAt = clock.now() + config.restMs
        }
        throw error
      } finally {
        if (isProbe) probing = false
      }
    },
  }
}
