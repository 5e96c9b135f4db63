// What is this sitting called on the screen? By its name in the reader's language where it is one of ours.
import { wordsFor } from '../../../../lib/words/words.ts'

const { sittings } = wordsFor()
const TITLES: Partial<Record<string, { title: string }>> = sittings

export function sittingTitle({ id, title }: { id: string; title: string }): string {
  return (Object.hasOwn(TITLES, id) ? TITLES[id]?.title : undefined) ?? title
}
