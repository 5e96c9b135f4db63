// What may somebody who waits be told of the others, honestly? How many are ahead, about how many are here at all, and how
// long it usually takes; nothing of who they are.
import type { Ms } from '../protocol/room.ts'
import { sittingNow } from './queue.ts'
import type { Queue } from './waiting.ts'

export interface SoftNumbers {
  /** People who came before and still wait: none of them may meet this one at the moment. */
  ahead: number
  /** People who wait here now, or are there in a sitting that began here; this one not counted. */
  here: number
  /** How long people have waited of late, the middle one; null when too few have to say it. */
  usualMs: Ms | null
}

const REMEMBERED_MS = 3_600_000
/** Of fewer than this no usual wait can be told. */
const ENOUGH = 3

export function softNumbers(queue: Queue, ticket: string, now: Ms): SoftNumbers {
  const place = queue.waiting.findIndex(({ id }) => id === ticket)
  const sitting = sittingNow(queue, now).reduce((sum, { people }) => sum + people, 0)
  const waited = queue.paired
    .filter(({ at }) => at > now - REMEMBERED_MS)
    .map(({ waitedMs }) => waitedMs)
    .sort((one, other) => one - other)
  const middle = waited[Math.floor(waited.length / 2)]
  return {
    ahead: Math.max(0, place),
    here: Math.max(0, queue.waiting.length - (place < 0 ? 0 : 1)) + sitting,
    usualMs: waited.length < ENOUGH || middle === undefined ? null : middle,
  }
}
