// What may lie over the board for a moment?
import type { BoardHead, PersonId } from '../../../../lib/wire/circle.ts'

export type OpenSheet =
  | { at: 'pair' | 'say' | 'call-back' | 'close' | 'menu' | 'join' }
  | { at: 'room'; n: number }
  /** About a person; `other` when both were already chosen. */
  | { at: 'person'; id: PersonId; other?: PersonId }

const OF_ALL: readonly OpenSheet['at'][] = ['pair', 'call-back', 'close']

/** Where all of them stand, as far as somebody decides it: what time alone brings is no other question. */
const standOf = ({ round, stage, backBy }: BoardHead): string => `${round} ${stage} ${backBy !== null}`

/**
 * Whether a sheet asks something of all that has meanwhile been answered on another board: a finger that is on its way would undo
 * that, or part people who have just sat down.
 */
export const isAnswered = ({ at }: OpenSheet, before: BoardHead, head: BoardHead): boolean =>
  OF_ALL.includes(at) && standOf(before) !== standOf(head)
