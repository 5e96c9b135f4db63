// What may be put into the store of small documents, and by which name is a pair known? The same for every kind of store.
import { type Kept, type Pair, StoreDown } from '../ports.ts'
import { checkMark } from './bounds.ts'

/** A queue in which a hundred people are all kept apart from each other still fits. */
export const MOST_DOCUMENT_BYTES = 512 * 1024

export function checkDocument(next: Kept): void {
  checkMark(next.commit)
  if (Buffer.byteLength(next.body, 'utf8') > MOST_DOCUMENT_BYTES) throw new StoreDown('too-big')
}

/** The same name whoever of the two is named first. */
export const nameOfPair = ([one, other]: Pair): string => (one < other ? `${one}:${other}` : `${other}:${one}`)
