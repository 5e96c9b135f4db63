// Which words do the long pages hold? Pages made on the server alone read them, so no browser loads them twice.
import { guide } from './en/guide.ts'
import { how } from './en/how.ts'
import { privacy } from './en/privacy.ts'
import { guide as guideEs } from './es/guide.ts'
import { how as howEs } from './es/how.ts'
import { privacy as privacyEs } from './es/privacy.ts'
import type { Locale } from './locale.ts'
import { MIRROR, mirrored } from './mirrored.ts'

const en = { how, privacy, guide }

export type ReadingWords = typeof en

const es: ReadingWords = { how: howEs, privacy: privacyEs, guide: guideEs }

const ALL: Record<Locale, ReadingWords> = { en, es, [MIRROR]: mirrored(en) }

/** The long pages of one language. */
export function readingFor(locale: Locale): ReadingWords {
  return ALL[locale]
}
