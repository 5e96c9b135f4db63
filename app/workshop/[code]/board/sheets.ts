// What may lie over the board for a moment?
import type { PersonId } from '../../../../lib/wire/circle.ts'

export type OpenSheet =
  | { at: 'pair' | 'say' | 'call-back' | 'close' | 'menu' | 'join' }
  | { at: 'room'; n: number }
  /** About a person; `other` when both were already chosen. */
  | { at: 'person'; id: PersonId; other?: PersonId }
