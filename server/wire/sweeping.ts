// When is what counts no more let go of? Once a minute, while there is something that will one day count no more; a house in which nothing
// is remembered waits for nothing.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'

const SWEEP_MS: Ms = 60_000

/** `sweep` lets go of what counts no more, and says whether something is left to let go of. What is returned is called when there may be. */
export function createSweeping(clock: Pick<Clock, 'now' | 'at'>, sweep: (now: Ms) => boolean): () => void {
  let isDue = false
  function sweepLater(): void {
    if (isDue) return
    isDue = true
    clock.at(clock.now() + SWEEP_MS, () => {
      isDue = false
      if (sweep(clock.now())) sweepLater()
    })
  }
  return sweepLater
}
