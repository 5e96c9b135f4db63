// What stands on the screen of a sitting in writing, and in which order? What was said as it came, what is still being
// written last; and what came late, because it had been lost, where it belongs.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'

export interface Utterance {
  from: SeatId
  phase: number
  /** Counts this sender's utterances from 1; with `from` it is a stable key for a list. */
  id: number
  text: string
  /** True while it is still being written (live typing). */
  draft: boolean
  /** Only of one's own: false while it has not reached the server; it is sent again as long as it may be. */
  sent: boolean
  /** When it came, by the server's clock, which nobody here can set; only for the order on the screen. */
  at: Ms
}

/** The list with one more, or one that has become another. An empty draft is one that was taken back. */
export function withUtterance(
  all: readonly Utterance[],
  one: Omit<Utterance, 'at' | 'sent'>,
  now: Ms,
): readonly Utterance[] {
  const others = all.filter(({ from, id }) => from !== one.from || id !== one.id)
  if (one.draft && one.text === '') return others
  // Nobody writes two sentences at once: what was said ends whatever its sender was writing.
  const rest = one.draft ? others : others.filter(({ from, draft }) => from !== one.from || !draft)
  const later = rest.flatMap(({ from, id, at }) => (from === one.from && id > one.id ? [at - 1] : []))
  return [...rest, { ...one, at: Math.min(now, ...later), sent: true }]
}

/** In order of arrival, drafts last. */
export function inOrder(all: readonly Utterance[]): Utterance[] {
  return [...all].sort((one, other) => Number(one.draft) - Number(other.draft) || one.at - other.at)
}
