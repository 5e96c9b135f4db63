// Which words do the long pages hold? Pages made on the server alone read them, so no browser loads them twice.
import { how } from './en/how.ts'
import { privacy } from './en/privacy.ts'

const en = { how, privacy }

export type ReadingWords = typeof en

/** The long pages for a BCP 47 locale. */
export function readingFor(_locale?: string): ReadingWords {
  return en
}
