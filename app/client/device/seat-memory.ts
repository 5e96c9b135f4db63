// What does this device remember of a room, and when does it go? Its tokens, the part of the link after #, and what was
// written here; under one prefix per room, so that letting the room go leaves nothing behind.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import { SEATS } from '../../../lib/protocol/room.ts'
import { isLinkSecret } from '../../../lib/seal/link-secret.ts'
import { dropStored, readStored, storedKeys, type Where, writeStored } from './device-storage.ts'
import { forgetRoom, ROOMS } from './sweep-device.ts'

const PLACES: readonly Where[] = ['device', 'tab']

export interface SeatMemory {
  seat: SeatId
  token: string
}

/** What one tab knows of its own seat, beside the token: it is gone when the tab is closed. */
export interface TabMemory {
  seat: SeatId
  token: string
  /** The last instant of the server that this tab knew of. */
  heard: Ms | null
}

/** The key of something of a room: everything under it goes with the room, and what names a seat goes with the seat. */
export function keyOf(room: string, what: string, seat?: SeatId): string {
  return `${ROOMS}${room}.${what}${seat ? `.${seat}` : ''}`
}

/** The seats of a room that this browser has sat in, the tab's own first, then the latest. */
export function seatsHere(room: string): SeatMemory[] {
  const own = tabMemory(room)
  const listed = SEATS.flatMap(seat => {
    const stored = readStored('device', keyOf(room, 'seat', seat))
    return isRecord(stored) && typeof stored.token === 'string'
      ? [{ seat, token: stored.token, at: Number(stored.at) }]
      : []
  }).sort((one, other) => other.at - one.at)
  const seats: SeatMemory[] = listed.map(({ seat, token }) => ({ seat, token }))
  if (!own) return seats
  // The device's token is as new as the tab's, or newer when a copy of this tab has come back since.
  const mine = seats.find(({ seat }) => seat === own.seat) ?? { seat: own.seat, token: own.token }
  return [mine, ...seats.filter(({ seat }) => seat !== own.seat)]
}

/** Remembers the newest token of a seat, for this tab and for a tab that is opened after this one was closed. */
export function rememberSeat(room: string, seat: SeatId, token: string): void {
  writeStored('device', keyOf(room, 'seat', seat), { token, at: Date.now() })
  writeStored('tab', keyOf(room, 'tab'), { ...tabMemory(room), seat, token })
}

export function tabMemory(room: string): TabMemory | null {
  const stored = readStored('tab', keyOf(room, 'tab'))
  if (!isRecord(stored)) return null
  const { token, heard } = stored
  const seat = SEATS.find(known => known === stored.seat)
  if (!seat || typeof token !== 'string') return null
  return { seat, token, heard: typeof heard === 'number' ? heard : null }
}

/** Remembers in this tab what a return needs beside the token. */
export function rememberInTab(room: string, change: { heard: Ms }): void {
  const own = tabMemory(room)
  if (own) writeStored('tab', keyOf(room, 'tab'), { ...own, ...change })
}

/** Remembers the link's secret. `isSure`: it is known to be the one that the other has too. */
export function rememberSecret(room: string, secret: string, isSure: boolean): void {
  writeStored('device', keyOf(room, 'secret'), { secret, isSure, at: Date.now() })
  writeStored('tab', keyOf(room, 'secret'), { secret, isSure })
}

export function rememberedSecret(room: string): { secret: string; isSure: boolean } | null {
  for (const where of PLACES) {
    const stored = readStored(where, keyOf(room, 'secret'))
    if (isRecord(stored) && typeof stored.secret === 'string' && isLinkSecret(stored.secret)) {
      return { secret: stored.secret, isSure: stored.isSure === true }
    }
  }
  return null
}

/** Wipes what belongs to one seat; the rest too when no other seat of the room is remembered. */
export function forgetSeat(room: string, seat: SeatId): void {
  for (const where of PLACES) {
    for (const key of storedKeys(where, `${ROOMS}${room}.`)) if (key.endsWith(`.${seat}`)) dropStored(where, key)
  }
  if (tabMemory(room)?.seat === seat) dropStored('tab', keyOf(room, 'tab'))
  if (seatsHere(room).length === 0) forgetRoom(room)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
