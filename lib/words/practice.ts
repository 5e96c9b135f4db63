// Which words are said around practice with strangers, in each language? This file knows every language at once, so it is for
// the server and for tests.
import { practice as en } from './en/practice.ts'
import { practice as es } from './es/practice.ts'
import type { Locale } from './locale.ts'
import { MIRROR, mirrored } from './mirrored.ts'

export type PracticeWords = typeof en

const ALL: Record<Locale, PracticeWords> = { en, es, [MIRROR]: mirrored(en) }

export function practiceFor(locale: Locale): PracticeWords {
  return ALL[locale]
}
