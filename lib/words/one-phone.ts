// Which words does the page say on which two people share one phone, in each language? This file knows every language at once,
// so it is for the server and for tests.
import { table as en } from './en/table.ts'
import { table as es } from './es/table.ts'
import type { Locale } from './locale.ts'
import { MIRROR, mirrored } from './mirrored.ts'

export type OnePhoneWords = typeof en

const ALL: Record<Locale, OnePhoneWords> = { en, es, [MIRROR]: mirrored(en) }

export function onePhoneFor(locale: Locale): OnePhoneWords {
  return ALL[locale]
}
