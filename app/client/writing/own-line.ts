// What have I answered to the closing question? Kept by this tab alone, so that a reload loses nothing and the other can be
// told again after the reveal; it goes with the seat.
import type { SeatId } from '../../../lib/protocol/room.ts'
import { readStored, writeStored } from '../device/device-storage.ts'
import { keyOf } from '../device/seat-memory.ts'

/** What is to become of a line: it opens together with the others', or stays with whoever wrote it. */
export type Becoming = 'offer' | 'keep'

export interface OwnLine {
  /** What stands in the field. */
  text: string
  /** What was chosen for it; null until something was. */
  becomes: Becoming | null
  /** What was offered last; null when it is kept, or nothing was offered. */
  offered: string | null
  /** The server has it as kept. */
  isKept: boolean
  /** It was said to be kept, and the server has not confirmed it. */
  wantsKept: boolean
}

export const NO_LINE: OwnLine = { text: '', becomes: null, offered: null, isKept: false, wantsKept: false }

export function readOwnLine(room: string, seat: SeatId): OwnLine {
  const stored = readStored('tab', keyOf(room, 'line', seat))
  if (typeof stored !== 'object' || stored === null) return NO_LINE
  const { text, becomes, offered, isKept, wantsKept }: Partial<Record<keyof OwnLine, unknown>> = stored
  return {
    text: typeof text === 'string' ? text : '',
    becomes: becomes === 'offer' || becomes === 'keep' ? becomes : null,
    offered: typeof offered === 'string' ? offered : null,
    isKept: isKept === true,
    wantsKept: wantsKept === true,
  }
}

export function writeOwnLine(room: string, seat: SeatId, line: OwnLine): void {
  writeStored('tab', keyOf(room, 'line', seat), line)
}

/** Whether what stands there, and what was chosen for it, is no longer what was answered. */
export function isChanged({ text, becomes, offered, isKept }: OwnLine): boolean {
  if (becomes === null) return false
  const says = becomes === 'offer' ? text.trim() : ''
  if (isKept) return says !== ''
  return offered !== null && says !== offered
}
