// What did a stranger write in this page that could be shown to whoever looks after the site? In its memory alone, for as long as
// the page of the room is there, be the sitting over: never on the device, and gone when the page is left or loaded again.
import type { Written } from '../../../lib/wire/marked.ts'

/** More than is said in a quarter of an hour; the oldest make room. */
const MOST = 500

const NOTHING: readonly Written[] = []
let of: string | null = null
let kept = NOTHING
const listeners = new Set<() => void>()

function become(room: string | null, next: readonly Written[]): void {
  of = room
  kept = next
  for (const listener of listeners) listener()
}

/** Keeps one more of this room's, and those of no other. */
export function keepWritten(room: string, one: Written): void {
  const before = of === room ? kept : NOTHING
  const next = one.kind === 'draft' ? withDraft(before, one) : withSaid(before, one)
  if (next !== before) become(room, next.slice(-MOST))
}

const isOf = (one: Written) => (other: Written) => other.phase === one.phase && other.id === one.id

/** What was said stands for its drafts, but for those in which something else was to be read. */
function withSaid(before: readonly Written[], one: Written): readonly Written[] {
  if (before.some(other => other.kind === one.kind && isOf(one)(other))) return before
  const isPart = (other: Written) => isOf(one)(other) && one.text.startsWith(other.text.trim())
  return [...before.filter(other => !isPart(other)), one]
}

/** While a sentence grows, only its longest form is kept; when it was begun anew, what it was before is as well. */
function withDraft(before: readonly Written[], one: Written): readonly Written[] {
  const last = before.findLast(isOf(one))
  if (one.text.trim() === '' || last?.kind === 'words' || last?.text.startsWith(one.text)) return before
  return [...before.filter(other => other !== last || !one.text.startsWith(last.text)), one]
}

/** The same list until something changes. */
export const writtenIn = (room: string): readonly Written[] => (of === room ? kept : NOTHING)

export function onWritten(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The page of the room has been left. */
export function forgetWritten(room: string): void {
  if (of === room) become(null, NOTHING)
}
