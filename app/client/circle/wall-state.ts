// What can a projector's page know? One face of its circle, and what stands in the way of knowing it.
import type { CircleFace, WallLine } from '../../../lib/wire/circle.ts'

export interface WallSnapshot {
  face: CircleFace | null
  /** What people have offered, in an order of chance. */
  lines: readonly WallLine[]
  /** No circle has this code. */
  isUnknown: boolean
  /** The connection has been gone for so long that it is said. */
  isQuiet: boolean
}

export const NOTHING: WallSnapshot = { face: null, lines: [], isUnknown: false, isQuiet: false }
