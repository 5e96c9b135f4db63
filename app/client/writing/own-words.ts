// What have I said myself? Kept by this tab alone, so that a reload loses nothing and the other can be told again; it goes
// with the seat. How many utterances there were is kept by the device: a number is never used twice. What is still being
// written is kept apart, so that a keystroke costs no more at the end of a sitting than at its beginning.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import { readStored, writeStored } from '../device/device-storage.ts'
import { keyOf } from '../device/seat-memory.ts'
import type { Said } from './replay.ts'

export interface OwnSaid extends Said {
  /** Whether the server has taken it. */
  sent: boolean
  /** When it was said, by the server's clock, which nobody here can set; only for the order on the screen. */
  at: Ms
}

export interface OwnDraft {
  phase: number
  text: string
}

export interface OwnWords {
  count: number
  said: OwnSaid[]
  draft: OwnDraft
}

export const NO_DRAFT: OwnDraft = { phase: -1, text: '' }
export const NOTHING_SAID: OwnWords = { count: 0, said: [], draft: NO_DRAFT }

export function readOwnWords(room: string, seat: SeatId): OwnWords {
  const words = readStored('tab', keyOf(room, 'words', seat))
  const counted = readStored('device', keyOf(room, 'count', seat))
  const said = isRecord(words) && Array.isArray(words.said) ? words.said.flatMap(readSaid) : []
  const count = isRecord(counted) && isCount(counted.count) ? counted.count : 0
  const draft = readDraft(readStored('tab', keyOf(room, 'draft', seat)))
  return { count: Math.max(count, ...said.map(({ id }) => id)), said, draft }
}

export function writeSaid(room: string, seat: SeatId, { said, count }: OwnWords): void {
  writeStored('tab', keyOf(room, 'words', seat), { said })
  writeStored('device', keyOf(room, 'count', seat), { count, at: Date.now() })
}

export function writeDraft(room: string, seat: SeatId, { draft }: OwnWords): void {
  writeStored('tab', keyOf(room, 'draft', seat), draft)
}

/** What is not whole is left out: a number that is none would end the numbering for good. */
function readSaid(stored: unknown): OwnSaid[] {
  if (!isRecord(stored)) return []
  const { phase, id, text, sent, at } = stored
  if (!isCount(phase) || !isCount(id) || typeof text !== 'string') return []
  return [{ phase, id, text, sent: sent === true, at: isCount(at) ? at : 0 }]
}

function readDraft(stored: unknown): OwnDraft {
  if (!isRecord(stored) || !isCount(stored.phase) || typeof stored.text !== 'string') return NO_DRAFT
  return { phase: stored.phase, text: stored.text }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
