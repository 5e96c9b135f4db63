// Whom was this tab brought together with last, and as which device does it wait? What a return to a stranger needs, and what
// can still be said of one afterwards, also while the next is looked for. No name of the other stays on the device: it goes with
// the tab.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import { SEATS } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, writeStored } from './device-storage.ts'

export interface Met {
  room: string
  seat: SeatId
  /** The token with which the two were brought together: for some hours the server knows by it who speaks. */
  token: string
  /** The newest token of the seat, by which it is entered again. */
  newest: string
  /** What the other is called; null before that was seen. */
  name: string | null
  /** When the two were brought together, by this device's date. */
  at: Ms
  /** Whether their sitting began. */
  began: boolean
}

const MET = 'clearing.met'
/** With whom this tab sat before it was brought together anew, until the new sitting begins. */
const BEFORE = 'clearing.met-before'
const DEVICE = 'clearing.device'
/** As long as the server may keep what a report or a wish to meet again needs: six hours from the end of a sitting that was held for hours. */
const KEPT_MS: Ms = 12 * 3600_000
const DEVICE_BYTES = 24
const IS_DEVICE = /^[\w-]{22,64}$/

export function rememberMet(met: Met): void {
  const before = lastMet(met.at)
  if (met.began) dropStored('tab', BEFORE)
  else if (before?.began) writeStored('tab', BEFORE, before)
  writeStored('tab', MET, met)
}

/** The last one, while something can still be said of it. */
export function lastMet(now: Ms = Date.now()): Met | null {
  return kept(MET, now)
}

/** The last one with whom a sitting began; where there is none, the last one. */
export function lastSat(now: Ms = Date.now()): Met | null {
  const last = lastMet(now)
  return last?.began ? last : (kept(BEFORE, now) ?? last)
}

function kept(key: string, now: Ms): Met | null {
  const stored = readStored('tab', key)
  if (typeof stored !== 'object' || stored === null) return null
  const { room, token, newest, name, at, began, seat: said } = stored as Partial<Record<keyof Met, unknown>>
  const seat = SEATS.find(known => known === said)
  if (!seat || typeof room !== 'string' || typeof token !== 'string' || typeof at !== 'number') return null
  if (typeof newest !== 'string') return null
  if (now - at > KEPT_MS) {
    dropStored('tab', key)
    return null
  }
  return { room, seat, token, newest, name: typeof name === 'string' ? name : null, at, began: began === true }
}

/** The last one did not come about: of the one before something can still be said. */
export function forgetMet(now: Ms = Date.now()): void {
  const before = kept(BEFORE, now)
  dropStored('tab', BEFORE)
  if (before) writeStored('tab', MET, before)
  else dropStored('tab', MET)
}

/** Who sat in the other seat. */
export const otherSeat = ({ seat }: Pick<Met, 'seat'>): SeatId => (seat === 'a' ? 'b' : 'a')

let unkept: string | null = null

/** This device, as random bits that it made itself. Where nothing can be kept, the page is the device. */
export function ownDevice(): string {
  const stored = readStored('device', DEVICE)
  if (typeof stored === 'string' && IS_DEVICE.test(stored)) return stored
  unkept ??= randomName()
  writeStored('device', DEVICE, unkept)
  return unkept
}

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(DEVICE_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
