// What have I said myself? Kept by this tab alone, so that a reload loses nothing and the other can be told again; it goes
// with the seat. How many utterances there were is kept by the device: a number is never used twice.
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import { readStored, writeStored } from './device-storage.ts'
import type { Said } from './replay.ts'
import { keyOf } from './seat-memory.ts'

export interface OwnSaid extends Said {
  /** Whether the server has taken it. */
  sent: boolean
  /** When it was said, on this device's clock; only for the order on the screen. */
  at: Ms
}

export interface OwnWords {
  count: number
  said: OwnSaid[]
  draft: { phase: number; text: string }
}

export const NOTHING_SAID: OwnWords = { count: 0, said: [], draft: { phase: -1, text: '' } }

export function readOwnWords(room: string, seat: SeatId): OwnWords {
  const stored = readStored('tab', keyOf(room, 'words', seat))
  const counted = readStored('device', keyOf(room, 'count', seat))
  const count = isRecord(counted) && typeof counted.count === 'number' ? counted.count : 0
  if (!isRecord(stored) || !Array.isArray(stored.said)) return { ...NOTHING_SAID, count }
  // Ours alone, written by the line below: its inside need not be doubted beyond that it is there.
  const words = stored as unknown as OwnWords
  return { ...NOTHING_SAID, ...words, count: Math.max(count, words.count) }
}

export function writeOwnWords(room: string, seat: SeatId, words: OwnWords): void {
  writeStored('tab', keyOf(room, 'words', seat), words)
  writeStored('device', keyOf(room, 'count', seat), { count: words.count, at: Date.now() })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
