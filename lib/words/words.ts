// Which words does a person read? Those of their language, where it has been written; English until then.
import { en } from './en.ts'

/** What another language must say: `export const de = { … } satisfies Words`. */
export type Words = typeof en

/** The words for a BCP 47 locale ("en", "de-CH"), never less than a whole dictionary. */
export function wordsFor(_locale?: string): Words {
  return en
}
