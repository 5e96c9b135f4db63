// Which words are said to the people of a workshop, in each language? This file knows every language at once, so it is for the
// server and for tests.
import { workshop as en } from './en/workshop.ts'
import { workshop as es } from './es/workshop.ts'
import type { Locale } from './locale.ts'
import { MIRROR, mirrored } from './mirrored.ts'

export type WorkshopWords = typeof en

const ALL: Record<Locale, WorkshopWords> = { en, es, [MIRROR]: mirrored(en) }

export function workshopFor(locale: Locale): WorkshopWords {
  return ALL[locale]
}
