// What do two people write on the phone that they share, and what of it may a reload bring back? The two pictures, and the
// two lines until they open; in this tab, and only while the sitting lasts.
import type { Ms, Room } from '../../../lib/protocol/room.ts'
import type { Becoming } from '../writing/own-line.ts'

export const PAIR = ['a', 'b'] as const
export type Person = (typeof PAIR)[number]

export const otherOf = (who: Person): Person => (who === 'a' ? 'b' : 'a')

/** Where a tab keeps the sitting. */
export const LOCAL_KEY = 'clearing.try'

export interface Texts {
  /** The picture that each walks in with: for their own eyes. */
  note: Record<Person, string>
  /** What each writes to the closing question: for their own eyes until the lines open. */
  line: Record<Person, string>
  /** What each has chosen for that line. */
  becomes: Record<Person, Becoming>
  /** Once they have opened: what each offered, and null for what was kept. */
  opened: Record<Person, string | null> | null
}

export const NO_TEXTS: Texts = {
  note: { a: '', b: '' },
  line: { a: '', b: '' },
  becomes: { a: 'offer', b: 'offer' },
  opened: null,
}

export interface Kept {
  room: Room
  texts: Texts
  /** When this page was last there. */
  seenAt: Ms
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const textOr = (value: unknown): string => (typeof value === 'string' ? value : '')

function pairOf<Value>(said: unknown, read: (value: unknown) => Value): Record<Person, Value> {
  const each = isRecord(said) ? said : {}
  return { a: read(each.a), b: read(each.b) }
}

/** What a tab remembered, or null when that is nothing, or nothing that this version can go on with. */
export function readKept(stored: unknown): Kept | null {
  if (!isRecord(stored) || typeof stored.seenAt !== 'number' || !isRecord(stored.texts)) return null
  const { room, texts, seenAt } = stored
  if (!isRecord(room) || room.v !== 1 || !isRecord(room.sitting) || !Array.isArray(room.sitting.phases)) return null
  return {
    room: room as unknown as Room,
    seenAt,
    texts: {
      note: pairOf(texts.note, textOr),
      line: pairOf(texts.line, textOr),
      becomes: pairOf(texts.becomes, becomes => (becomes === 'keep' ? 'keep' : 'offer')),
      opened: isRecord(texts.opened) ? pairOf(texts.opened, text => (typeof text === 'string' ? text : null)) : null,
    },
  }
}
