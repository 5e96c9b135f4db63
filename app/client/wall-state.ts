// What can a projector's page know? One face of its circle, and what stands in the way of knowing it.
import type { CircleFace } from '../../lib/wire/circle.ts'

export interface WallSnapshot {
  face: CircleFace | null
  /** No circle has this code. */
  isUnknown: boolean
  /** The connection has been gone for so long that it is said. */
  isQuiet: boolean
}

export const NOTHING: WallSnapshot = { face: null, isUnknown: false, isQuiet: false }
