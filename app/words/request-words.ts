// In which language is this request answered, and with which words? For parts that are made on the server.
import { cookies, headers } from 'next/headers'
import { chooseLocale, LOCALE_COOKIE, type Locale } from '../../lib/words/locale.ts'
import { MIRROR } from '../../lib/words/mirrored.ts'
import { type ReadingWords, readingFor } from '../../lib/words/reading.ts'
import { type Words, wordsFor } from '../../lib/words/words.ts'

export async function requestLocale(): Promise<Locale> {
  const [kept, asked] = await Promise.all([cookies(), headers()])
  // Set by our own server alone, and only in a test.
  if (asked.get('x-mirrored') === 'yes') return MIRROR
  return chooseLocale(kept.get(LOCALE_COOKIE)?.value, asked.get('accept-language'))
}

/** The whole dictionary of the request's language. */
export async function requestWords(): Promise<Words> {
  return wordsFor(await requestLocale())
}

/** The long pages in the request's language. */
export async function requestReading(): Promise<ReadingWords> {
  return readingFor(await requestLocale())
}
