// Did everybody have as long as was agreed, and as long as the others? A judgement of turns as they were really held, for the tests.
import type { Room } from '../room.ts'
import { lengthOf } from '../where.ts'
import type { Turn } from './turns-held.ts'

export type Must = (property: string, holds: boolean, detail: () => unknown) => void

const MINUTE = 60_000

/**
 * A turn that its holder did not end took its minutes and the 7 s, not more and not less; two turns of one round differ
 * by nothing but the minutes that everybody granted to the later ones.
 */
export function judgeTurns(list: Turn[], room: Room, must: Must, count: (what: string) => void): void {
  const lost = ({ seat, speaker }: Turn) => [seat, speaker].some(id => id && room.left.includes(id))
  const whole = list.filter(turn => turn.over && !turn.said && !lost(turn))
  for (const turn of list) {
    if (!turn.over || lost(turn)) continue
    const length = lengthOf(turn.phase)
    must('turns take their time', turn.said || turn.openMs === length, () => turn)
    must('turns take their time', length === null || turn.openMs <= length, () => turn)
    count(turn.said ? 'turns ended by their speaker' : 'turns ended by the bell')
  }
  for (const [i, earlier] of whole.entries()) {
    for (const later of whole.slice(i + 1)) {
      const round = (turn: Turn) => `${turn.phase.kind} ${turn.phase.turn}`
      if (earlier.phase.turn === undefined || round(earlier) !== round(later)) continue
      const between = list.filter(turn => turn.n > earlier.n && turn.n <= later.n && round(turn) === round(later))
      const granted = between.reduce((sum, turn) => sum + turn.granted, 0)
      count('equal turns')
      if (granted > 0) count('turns that were granted more than the one before')
      must('equal turns', later.openMs - earlier.openMs === granted * MINUTE, () => [earlier, later])
    }
  }
}
