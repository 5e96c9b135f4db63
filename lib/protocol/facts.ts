// What happened, said without a word of what was said? A fact may be logged and counted by anybody.
import type { CloseReason, HoldReason, Kind, Medium, Room, Sitting } from './room.ts'
import { people } from './room.ts'

export type Fact =
  | { fact: 'opened'; kind: Kind; medium: Medium; format: string }
  | { fact: 'brought-back' }
  | { fact: 'seated'; taken: number }
  | { fact: 'began' }
  | { fact: 'went-on'; n: number }
  | { fact: 'held'; why: HoldReason }
  | { fact: 'resumed' }
  | { fact: 'more' }
  | { fact: 'repair' }
  | { fact: 'revealed' }
  | { fact: 'closed'; why: CloseReason }

/** The facts between two kept states of one room, in the order in which they came about. */
export function facts(before: Room | null, after: Room): Fact[] {
  const found: Fact[] = []
  // It was opened long ago, and what else is in it was told then.
  if (!before && after.broughtBack) return [{ fact: 'brought-back' }]
  if (!before) found.push({ fact: 'opened', kind: after.kind, medium: after.medium, format: after.format.id })
  if (people(after).length > (before ? people(before).length : 0)) {
    found.push({ fact: 'seated', taken: people(after).length })
  }
  const was = before?.sitting ?? null
  const is = after.sitting
  if (is && !was) found.push({ fact: 'began' })
  if (is && was) {
    if (is.n > was.n) found.push({ fact: 'went-on', n: is.n })
    if (minutesGranted(is) > minutesGranted(was)) found.push({ fact: 'more' })
    if (sum(is.repairs) > sum(was.repairs)) found.push({ fact: 'repair' })
    if (is.revealedAt !== null && was.revealedAt === null) found.push({ fact: 'revealed' })
    if (is.hold && !was.hold) found.push({ fact: 'held', why: is.hold.why })
    if (!is.hold && was.hold) found.push({ fact: 'resumed' })
  }
  if (after.closed && !before?.closed) found.push({ fact: 'closed', why: after.closed.why })
  return found
}

const minutesGranted = (sitting: Sitting): number =>
  sitting.phases.reduce((total, phase) => total + (phase.granted ?? 0), 0)

const sum = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0)
