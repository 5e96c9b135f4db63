// What is this sitting called on the screen, and how long is it? By its name in the reader's language where it is ours.
import type { Ms } from '../../../../lib/protocol/room.ts'
import type { FrameWords } from '../../../../lib/words/words.ts'

const MINUTE_MS = 60_000

/** How long it takes, in whole minutes: nobody plans a sitting by seconds. */
export function sittingLength(totalMs: Ms, { time }: Pick<FrameWords, 'time'>): string {
  return time.duration(Math.max(1, Math.round(totalMs / MINUTE_MS)) * MINUTE_MS)
}

export function sittingTitle(
  { id, title }: { id: string; title: string },
  { sittings }: Pick<FrameWords, 'sittings'>,
): string {
  const titles: Partial<Record<string, { title: string }>> = sittings
  return (Object.hasOwn(titles, id) ? titles[id]?.title : undefined) ?? title
}
