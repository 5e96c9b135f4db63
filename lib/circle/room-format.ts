// How long are the phases of a room that is made in a round to which minutes were added? As long in all as those of every other room,
// or nobody could say how far it is behind them.
import { totalMs, trioFor } from '../formats/formats.ts'
import { growing, grown } from '../protocol/common-clock.ts'
import type { Format, Ms, Phase } from '../protocol/room.ts'
import { lengthOf } from '../protocol/where.ts'
import { type Circle, pairFormat } from './circle.ts'

/**
 * What was added to a turn of the pairs goes in equal parts to the turns of this room that were not over when that one began (rule W4);
 * at which moment of it the minute came is not remembered, so in a lost room of three some of it may come a turn too early. In a room
 * that begins now no turn is over: `isNew` gives each as much, so that nobody has less than the one who speaks after them.
 */
export function roomFormat(circle: Circle, seats: 2 | 3, isNew: boolean): Format {
  const plain = pairFormat(circle)
  const own = (seats === 3 && trioFor(circle.format.id, circle.format.minutes)) || plain
  const common = circle.round?.phases ?? plain.phases
  let phases = [...own.phases]
  for (const { n, ms } of additions(plain.phases, common)) {
    const phase = common[n]
    if (!phase) continue
    const fromMs = isNew && phase.turn !== undefined ? 0 : totalMs(common.slice(0, n))
    phases = grown(phases, sameFrom(phases, phase, fromMs), ms)
  }
  return { ...own, phases }
}

/** What was added in all when phase `n` was the first that was not over. */
function additions(plain: readonly Phase[], common: readonly Phase[]): { n: number; ms: Ms }[] {
  const added = (n: number) => (common[n]?.ms ?? 0) - (plain[n]?.ms ?? 0)
  return common.flatMap((phase, n) => {
    const before = phase.turn === undefined ? -1 : common.slice(0, n).findLastIndex(other => isLike(other, phase))
    const ms = added(n) - (before < 0 ? 0 : added(before))
    return ms > 0 ? [{ n, ms: ms * growing(common, n).length }] : []
  })
}

/** The first phase like that one which is not over `fromMs` after the beginning; the last like it where all are. */
function sameFrom(phases: readonly Phase[], like: Phase, fromMs: Ms): number {
  let endMs = 0
  const isDue = (phase: Phase) => {
    endMs += lengthOf(phase) ?? 0
    return isLike(phase, like) && endMs > fromMs
  }
  const first = phases.findIndex(isDue)
  return first < 0 ? phases.findLastIndex(phase => isLike(phase, like)) : first
}

const isLike = (one: Phase, other: Phase): boolean => one.kind === other.kind && one.turn === other.turn
