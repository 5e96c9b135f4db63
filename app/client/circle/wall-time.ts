// How much of a round is left, for all of its rooms together? By the clock that they share: it stands still while the facilitator
// holds them, and what it stood for is given back at the end.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { CommonClock } from '../../../lib/wire/circle.ts'

/** From 1 at the beginning to 0 at the end. */
export function roundLeft({ startedAt, endsAt, stoppedAt, phases }: CommonClock, now: Ms): number {
  const whole = phases.reduce((sum, { ms }) => sum + ms, 0) || endsAt - startedAt
  const at = stoppedAt ?? now
  return whole > 0 ? Math.min(1, Math.max(0, (endsAt - at) / whole)) : 0
}
