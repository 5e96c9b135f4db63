// How close does a person feel to the other, before and after? On this device, and nobody is told that there was an answer; only whoever
// gives it to a workshop's sums, by a press, sends it. It goes with the room.
import { STEPS, type Step } from '../../../lib/closeness/overlap.ts'
import type { SeatId } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, writeStored } from './device-storage.ts'
import { keyOf } from './seat-memory.ts'

export type When = 'before' | 'after'

/** Null where nothing was chosen, which is an answer too. */
export type Closeness = Readonly<Record<When, Step | null>>

export const NO_ANSWER: Closeness = { before: null, after: null }

export function readCloseness(room: string, seat: SeatId): Closeness {
  const stored = readStored('device', keyOf(room, 'closeness', seat))
  if (typeof stored !== 'object' || stored === null) return NO_ANSWER
  const { before, after } = stored as Record<string, unknown>
  return { before: stepOf(before), after: stepOf(after) }
}

export function writeCloseness(room: string, seat: SeatId, closeness: Closeness): void {
  const key = keyOf(room, 'closeness', seat)
  if (closeness.before === null && closeness.after === null) dropStored('device', key)
  else writeStored('device', key, { ...closeness, at: Date.now() })
}

function stepOf(value: unknown): Step | null {
  return STEPS.find(step => step === value) ?? null
}
