// What does this device remember of a circle? Who this person is there, and the room in which they were seated last: so that a
// reload, a closed tab or a phone that died returns to the same person. What they may still give of a round is in the tab alone.
import { STEPS, type Step } from '../../../lib/closeness/overlap.ts'
import type { Ms } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, storedKeys, writeStored } from '../device/device-storage.ts'
import { CIRCLES } from '../device/sweep-device.ts'

const SAT = 'clearing.sat.'

export interface CircleMemory {
  token: string
  /** Where they were seated last, if they were. */
  room: string | null
}

/**
 * A round that this person sat through; how close they felt to the other, where they chose to say so to themselves; and the closing
 * line that they opened in their room.
 */
export interface Sat {
  round: number
  before: Step | null
  after: Step | null
  line: string | null
}

export function rememberCircle(code: string, { token, room }: CircleMemory, now: Ms = Date.now()): void {
  writeStored('device', CIRCLES + code, { token, room, at: now })
}

export function rememberedCircle(code: string): CircleMemory | null {
  const stored = readStored('device', CIRCLES + code)
  if (!isRecord(stored) || typeof stored.token !== 'string') return null
  return { token: stored.token, room: typeof stored.room === 'string' ? stored.room : null }
}

/** The code of the circle that seated this person in a room; null for a room of any other kind. */
export function circleOf(room: string): string | null {
  const codes = storedKeys('device', CIRCLES).map(key => key.slice(CIRCLES.length))
  return codes.find(code => rememberedCircle(code)?.room === room) ?? null
}

export function forgetCircle(code: string): void {
  dropStored('device', CIRCLES + code)
  dropStored('tab', SAT + code)
}

export function rememberSat(code: string, sat: Sat): void {
  writeStored('tab', SAT + code, sat)
}

export function rememberedSat(code: string): Sat | null {
  const stored = readStored('tab', SAT + code)
  if (!isRecord(stored) || typeof stored.round !== 'number') return null
  return { round: stored.round, before: stepOf(stored.before), after: stepOf(stored.after), line: textOf(stored.line) }
}

export function forgetSat(code: string): void {
  dropStored('tab', SAT + code)
}

function stepOf(value: unknown): Step | null {
  return STEPS.find(step => step === value) ?? null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
