// May something that was said not have been heard? Only if somebody with an open microphone had the floor while nothing came
// through for longer than a breath. Nothing is said of shorter breaks, nor of a silence that arrived.
import type { Ms } from '../../../lib/protocol/room.ts'

/** Since the last look. */
export interface Looked {
  /** In which phase; what was missed in another is past asking for. */
  phase: number
  /** Somebody has the floor and an open microphone, so that sound should pass. */
  shouldPass: boolean
  passes: boolean
  ms: Ms
}

export interface Missing {
  phase: number
  /** How long in one piece nothing has passed that should have; null while nothing should. */
  goneMs: Ms | null
  /** Something of this phase may be missing. */
  isMissed: boolean
}

export const NOTHING_MISSED: Missing = { phase: -1, goneMs: null, isMissed: false }

export const MISSED_MS = 1000
/** Silent for this long with a path that is not well: the other may be lost, and not only quiet. */
export const LOST_MS = 20_000

export function missedAfter(before: Missing, { phase, shouldPass, passes, ms }: Looked): Missing {
  const known = before.phase === phase ? before : { ...NOTHING_MISSED, phase }
  if (!shouldPass) return { ...known, goneMs: null }
  // The first look only begins to count: nobody can have been missed since before they spoke.
  const goneMs = passes || known.goneMs === null ? 0 : known.goneMs + ms
  return { phase, goneMs, isMissed: known.isMissed || goneMs > MISSED_MS }
}
