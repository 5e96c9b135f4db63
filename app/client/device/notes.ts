// Where is "the picture I walk in with"? On this device and nowhere else: it is never sent, sealed or not. It stays for
// a tab that was closed by mistake, and goes with the room.
import type { SeatId } from '../../../lib/protocol/room.ts'
import { dropStored, readStored, writeStored } from './device-storage.ts'
import { keyOf } from './seat-memory.ts'

export const NOTE_MOST = 2000

export function readNote(room: string, seat: SeatId): string {
  const stored = readStored('device', keyOf(room, 'note', seat))
  return typeof stored === 'object' && stored !== null && 'text' in stored && typeof stored.text === 'string'
    ? stored.text
    : ''
}

export function writeNote(room: string, seat: SeatId, text: string): void {
  const key = keyOf(room, 'note', seat)
  if (text === '') dropStored('device', key)
  else writeStored('device', key, { text: text.slice(0, NOTE_MOST), at: Date.now() })
}
