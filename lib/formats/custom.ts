// Is a list of phases that somebody wrote themselves a sitting that can be held, and what is it in full?
import type { Format, Phase, Position } from '../protocol/room.ts'
import { totalMs } from './formats.ts'

export const LIMITS = {
  phases: 60,
  phaseSeconds: [1, 30 * 60],
  totalMs: 3 * 60 * 60 * 1000,
} as const

/** Kinds in which one person speaks, and kinds in which nobody does. The others may be either. */
const SPOKEN: ReadonlySet<Phase['kind']> = new Set(['speak', 'say-back', 'tell'])
const SILENT: ReadonlySet<Phase['kind']> = new Set(['arrive', 'picture', 'settle', 'drop', 'quiet'])

/** A phase as its author writes it: how long in whole seconds, and who speaks. */
export interface CustomPhase {
  kind: Phase['kind']
  seconds: number
  floor: 'none' | 'first' | 'second' | 'all'
}

export type Problem =
  | 'no-phases'
  | 'too-many-phases'
  | 'phase-length'
  | 'too-long'
  | 'needs-a-speaker'
  | 'needs-silence'
  | 'two-drops'
  | 'unequal-turns'

const other = (who: 'first' | 'second'): Position => (who === 'first' ? 'second' : 'first')

/** Makes the phases that a custom list asks for, or says the first thing that is wrong with it. */
export function customFormat(asked: readonly CustomPhase[]): { format: Format } | { problem: Problem } {
  if (asked.length === 0) return { problem: 'no-phases' }
  if (asked.length > LIMITS.phases) return { problem: 'too-many-phases' }
  const rounds = new Map<string, number>()
  const phases: Phase[] = []
  for (const { kind, seconds, floor } of asked) {
    const [least, most] = LIMITS.phaseSeconds
    if (!Number.isFinite(seconds) || seconds < least || seconds > most) return { problem: 'phase-length' }
    const one = floor === 'first' || floor === 'second'
    if (SPOKEN.has(kind) && !one) return { problem: 'needs-a-speaker' }
    if (SILENT.has(kind) && floor !== 'none') return { problem: 'needs-silence' }
    if (kind === 'heard' && !one) return { problem: 'needs-a-speaker' }
    const phase: Phase = { kind, ms: Math.round(seconds * 1000), floor: kind === 'heard' ? 'none' : floor }
    if (one) {
      phase.speaker = kind === 'say-back' ? other(floor) : floor
      if (kind !== 'heard') {
        const taken = (rounds.get(`${kind} ${floor}`) ?? 0) + 1
        rounds.set(`${kind} ${floor}`, taken)
        phase.turn = taken
      }
    }
    phases.push(phase)
  }
  if (phases.filter(phase => phase.kind === 'drop').length > 1) return { problem: 'two-drops' }
  if (!turnsAreEqual(phases)) return { problem: 'unequal-turns' }
  if (totalMs(phases) > LIMITS.totalMs) return { problem: 'too-long' }
  return { format: { id: 'custom', title: 'A sitting of your own', phases } }
}

/** Whether every two turns of one kind and one round have the same length. */
export function turnsAreEqual(phases: readonly Phase[]): boolean {
  const lengths = new Map<string, number | null>()
  for (const { kind, turn, ms } of phases) {
    if (turn === undefined) continue
    const round = `${kind} ${turn}`
    if (lengths.has(round) && lengths.get(round) !== ms) return false
    lengths.set(round, ms)
  }
  return true
}
