// How much of a phase is left, and when is it coming to its close? In its last half minute; in a short one in its last third,
// or it would come to a close as it begins.
import type { Ms } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'

const CLOSE_MS = 30_000
const CLOSE_PART = 1 / 3
/** From here on words say how much is left; before it only that half is over. */
export const NEAR_MS = 90_000
/** From here on a minute more can be asked for in sight of the turn; before it that stands in the menu only. */
export const MORE_ASKED_MS = 60_000

export interface Left {
  /** What is left of the phase's own time. */
  left: Ms
  whole: Ms
  /** Coming to its close, or there. */
  isClose: boolean
}

/** How long before its bell a phase of `wholeMs` is coming to a close. */
export function closeMs(wholeMs: Ms): Ms {
  return Math.min(CLOSE_MS, wholeMs * CLOSE_PART)
}

/** At the instant `at`, or when the view was made if that was later; null without a clock. */
export function leftAt({ phase, now }: RoomView, at: Ms): Left | null {
  const end = phase?.bellAt ?? phase?.endsAt ?? null
  if (!phase || end === null) return null
  const whole = end - phase.startedAt
  const left = Math.max(0, end - Math.max(at, now))
  return { left, whole, isClose: left <= closeMs(whole) }
}
