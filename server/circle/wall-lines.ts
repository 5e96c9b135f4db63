// Which of the lines that were offered can be read here? Where a board has shown its key all of them; elsewhere those that such a
// process has handed on, sealed for this one: between processes too no line is in the clear.
import type { OfferedLine } from '../../lib/circle/circle.ts'
import type { WallLine } from '../../lib/wire/circle.ts'
import type { LineReader } from './offered-lines.ts'
import { sealedLine } from './offered-lines.ts'
import type { Ear } from './telling.ts'
import type { Watch } from './watches.ts'

/** What stands on the wall, as far as it can be read here. */
export function linesOn(watch: Watch<Ear>): WallLine[] {
  const { circle, reads, read } = watch
  const textOf = ({ id, sealed }: OfferedLine) => read.get(id) ?? reads?.(sealed) ?? null
  watch.read = new Map((circle.lines ?? []).map(line => [line.id, textOf(line)]))
  return [...watch.read].flatMap(([id, text]) => (text === null ? [] : { id, text }))
}

/** Whether somebody here would see a line that another process may be able to read. */
export const isUnread = ({ circle, reads, read, ears }: Watch<Ear>): boolean =>
  reads === null && ears.walls.size > 0 && (circle.lines ?? []).some(({ id }) => (read.get(id) ?? null) === null)

/** What can be read here by the facilitator's own key, for another process. */
export function linesFor(watch: Watch<Ear>, lock: string): OfferedLine[] {
  if (!watch.reads) return []
  return linesOn(watch).map(({ id, text }) => ({ id, sealed: sealedLine(lock, watch.circle.id, text) }))
}

export function readElsewhere(watch: Watch<Ear>, lines: readonly OfferedLine[], reads: LineReader): void {
  for (const { id, sealed } of lines) watch.read.set(id, reads(sealed))
}
