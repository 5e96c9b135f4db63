// What happened, said without a word of what was said? A fact may be logged and counted by anybody.
import type { CloseReason, HoldReason, Kind, Medium, PhaseKind, Room } from './room.ts'

export type Fact =
  | { fact: 'opened'; kind: Kind; medium: Medium; format: string }
  | { fact: 'seated'; taken: number }
  | { fact: 'began' }
  | { fact: 'phase'; kind: PhaseKind; n: number }
  | { fact: 'held'; why: HoldReason }
  | { fact: 'resumed' }
  | { fact: 'more' }
  | { fact: 'revealed' }
  | { fact: 'closed'; why: CloseReason }

/** The facts between two states of one room, in the order in which they came about. */
export function facts(before: Room | null, after: Room): Fact[] {
  void before
  void after
  return []
}
