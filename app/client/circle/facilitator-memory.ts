// What does this device remember of a workshop that is guided from it? The key, so that a reload finds the board, and which
// rounds there were with what they were about: the server forgets those with the people.
import type { Ms } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, storedKeys, writeStored } from '../device/device-storage.ts'

const WORKSHOPS = 'clearing.workshop.'
/** A workshop lives for half a day, and an hour after its end; what the group takes along may be printed the day after. */
const STALE_MS: Ms = 3 * 24 * 3600_000

export interface KeptRound {
  n: number
  prompt: string | null
  rooms: number
  people: number
}

export interface Guided {
  circle: string
  key: string
  at: Ms
  /** The most people that there were. */
  people: number
  rounds: KeptRound[]
}

export interface FacilitatorKey {
  circle: string
  key: string
}

const CIRCLE = /^[\w-]{22}$/
const KEY = /^[\w-]{43}$/

/** `<circle>.<key>`, as it stands behind the # of a facilitator's link; null when it is no such thing. */
export function keyFrom(text: string): FacilitatorKey | null {
  const [circle = '', key = '', ...more] = text.split('.')
  return CIRCLE.test(circle) && KEY.test(key) && more.length === 0 ? { circle, key } : null
}

export const boardPath = (code: string, { circle, key }: FacilitatorKey): string =>
  `/workshop/${code}/board#${circle}.${key}`

export function guided(code: string): Guided | null {
  const stored = readStored('device', WORKSHOPS + code)
  if (typeof stored !== 'object' || stored === null) return null
  const { circle, key, at, people, rounds } = stored as Partial<Record<keyof Guided, unknown>>
  const known = keyFrom(`${circle}.${key}`)
  if (!known) return null
  return {
    ...known,
    at: typeof at === 'number' ? at : 0,
    people: typeof people === 'number' ? people : 0,
    rounds: Array.isArray(rounds) ? rounds.filter(isRound) : [],
  }
}

/** Remembers the key. Returns whether the device took it. */
export function rememberKey(code: string, key: FacilitatorKey, now: Ms = Date.now()): boolean {
  const before = guided(code)
  const same = before?.circle === key.circle ? before : null
  return writeStored('device', WORKSHOPS + code, { people: 0, rounds: [], at: now, ...same, ...key } satisfies Guided)
}

/** Remembers how a round stands, in place of how it stood. */
export function rememberRound(code: string, round: KeptRound): void {
  const before = guided(code)
  if (!before) return
  const known = before.rounds.find(({ n }) => n === round.n)
  const next = known
    ? { ...round, rooms: Math.max(known.rooms, round.rooms), people: Math.max(known.people, round.people) }
    : round
  const rounds = [...before.rounds.filter(({ n }) => n !== round.n), next].sort((one, other) => one.n - other.n)
  const people = Math.max(before.people, round.people)
  writeStored('device', WORKSHOPS + code, { ...before, rounds, people })
}

/** Wipes the workshops that were prepared some days ago. */
export function sweepGuided(now: Ms = Date.now()): void {
  for (const key of storedKeys('device', WORKSHOPS)) {
    const known = guided(key.slice(WORKSHOPS.length))
    if (!known || now - known.at > STALE_MS) dropStored('device', key)
  }
}

function isRound(value: unknown): value is KeptRound {
  if (typeof value !== 'object' || value === null) return false
  const { n, prompt, rooms, people } = value as Partial<Record<keyof KeptRound, unknown>>
  const areCounts = [n, rooms, people].every(count => typeof count === 'number')
  return areCounts && (prompt === null || typeof prompt === 'string')
}
