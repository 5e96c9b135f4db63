// What are the people of this room called in a sentence? Names stay known after somebody has left, so that the last page
// can still say who is no longer there.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { FrameWords } from '../../../lib/words/words.ts'

export type Known = Partial<Record<SeatId, string>>

export interface Names {
  /** Never empty: a seat whose name is not known is "the other person". */
  of(seat: SeatId): string
  /** Everybody but oneself: "Jonah", or "Jonah and Ada". */
  others: string
  /** Whether anybody but oneself is known by name. */
  known: boolean
}

/** What is known after `view`: the same object when it adds nothing. */
export function knownAfter(view: RoomView, known: Known): Known {
  let next = known
  for (const [seat, sitter] of Object.entries(view.seats) as [SeatId, { name: string } | null][]) {
    if (sitter && next[seat] !== sitter.name) next = { ...next, [seat]: sitter.name }
  }
  return next
}

/** Names for sentences, seen from the seat `me`. `here`: the others who sit there now. */
export function namesFrom(
  known: Known,
  me: SeatId | null,
  words: Pick<FrameWords, 'lang' | 'together'>,
  here: readonly { name: string }[] = [],
): Names {
  const all = (Object.keys(known) as SeatId[]).filter(seat => seat !== me).map(seat => known[seat] ?? '')
  // Of three, whoever has left is not spoken of while two go on.
  const others = here.length > 0 ? here.map(({ name }) => name) : all
  const listed = new Intl.ListFormat(words.lang, { type: 'conjunction' }).format(others)
  return {
    of: seat => known[seat] ?? words.together.someone,
    others: listed || words.together.someone,
    known: others.length > 0,
  }
}
