// What may be put into a store at all? Checked before anything is asked of it, and the same for every kind of store.
import type { Ms } from '../../lib/protocol/room.ts'
import { type Kept, StoreDown } from '../ports.ts'

/** A room is some 2 KiB; ten times its largest lines and names still fit. */
export const MOST_BODY_BYTES = 64 * 1024

/** A mark stands in front of the body, on a line of its own. */
const MARK = /^[\w-]{1,64}$/

/** Throws `StoreDown('too-big')` for a body that is too long, and a TypeError for a mark that no `Ids` makes. */
export function checkKept(next: Kept): void {
  checkMark(next.commit)
  if (Buffer.byteLength(next.body, 'utf8') > MOST_BODY_BYTES) throw new StoreDown('too-big')
}

export const isMark = (text: string): boolean => MARK.test(text)

export function checkMark(mark: string): void {
  if (!isMark(mark)) throw new TypeError('a commit mark is 1 to 64 characters of base64url')
}

/** How long to keep something whose time may be over already: a store can't be asked to keep it for no time at all. */
export function keepFor(ttlMs: Ms): Ms {
  return Math.max(1, Math.ceil(ttlMs))
}
