// What will happen when pairs are made now? Counted here so that whoever presses knows it before; the server decides.
import type { OddMode } from '../../../lib/wire/circle.ts'

export interface PairsAhead {
  pairs: number
  /** What becomes of one too many; null when nobody is left over. */
  left: OddMode | null
}

/** Null when nobody could be paired. */
export function pairsAhead(here: number, odd: OddMode): PairsAhead | null {
  if (here < 2) return null
  if (here % 2 === 0) return { pairs: here / 2, left: null }
  return { pairs: (here - (odd === 'trio' ? 3 : 1)) / 2, left: odd }
}
