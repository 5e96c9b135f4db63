// Did this process stand still? One whose event loop was held up, or that was stopped, alone or with its machine, does nothing for anybody
// meanwhile, and learns of it only afterwards: by how late it looks.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Log } from '../ports.ts'
import type { Meter } from './meter.ts'

/** Longer than a collection of garbage, and as long as people wait for an answer; a Redis Sentinel mistrusts itself from here on too. */
const STALL_MS: Ms = 2_000
/** For so long after one it may stand still again as well as not. */
const WARY_MS: Ms = 30_000
/** So much longer than it looks a stall may have been. */
const LOOK_MS: Ms = 250

export interface Stalls {
  /** How long ago it went on after the last time; for ever ago where it never stood still. */
  since(): Ms
  /** It stood still not long ago. */
  isWary(): boolean
}

export const NO_STALLS: Stalls = { since: () => Number.POSITIVE_INFINITY, isWary: () => false }

export interface StallPorts {
  log: Pick<Log, 'note'>
  meter?: Pick<Meter, 'stood'> | undefined
  /** Ms of a clock that nobody can set, and that goes on while the process does not. */
  ticks?: () => Ms
  every?: (ms: Ms, look: () => void) => void
}

const onTimer = (ms: Ms, look: () => void) => void setInterval(look, ms).unref()

/** Looks from `begin` on: what a process does all at once as it starts keeps nobody waiting. */
export function watchStalls({ log, meter, ticks = () => performance.now(), every = onTimer }: StallPorts): Stalls & {
  begin(): void
} {
  let lookedAt = Number.POSITIVE_INFINITY
  let stoodUntil = Number.NEGATIVE_INFINITY

  function look(): void {
    const now = ticks()
    const ms = now - lookedAt
    lookedAt = now
    if (ms < STALL_MS) return
    stoodUntil = now
    log.note('stood-still', { ms: Math.round(ms) })
    meter?.stood()
  }
  // Whoever asks may be woken before the timer is.
  const since = () => {
    if (lookedAt < Number.POSITIVE_INFINITY) look()
    return lookedAt - stoodUntil
  }
  return {
    since,
    isWary: () => since() < WARY_MS,
    begin() {
      lookedAt = ticks()
      every(LOOK_MS, look)
    },
  }
}
