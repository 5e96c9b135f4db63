// Which language does a person get? The one that they chose here; else the first of their browser's that has been written;
// else English.
import { MIRROR } from './mirrored.ts'

/** What has been written, and is offered to everybody. */
export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number] | typeof MIRROR
export type Direction = 'ltr' | 'rtl'

/** What each calls itself. */
export const NAMES: Record<Locale, string> = { en: 'English', es: 'Español', [MIRROR]: 'hsilgnE' }

/** Where a line of each begins. */
const DIRECTIONS: Record<Locale, Direction> = { en: 'ltr', es: 'ltr', [MIRROR]: 'rtl' }

export const directionOf = (locale: Locale): Direction => DIRECTIONS[locale]

/** The cookie that remembers the choice. It is set by the choice and by nothing else. */
export const LOCALE_COOKIE = 'lang'

interface Asked {
  tag: string
  quality: number
}

/** "es-MX" is answered in "es"; what has not been written is null. */
export function localeOf(tag: string | undefined): Locale | null {
  const asked = tag?.trim().toLowerCase() ?? ''
  return LOCALES.find(locale => asked === locale || asked.startsWith(`${locale}-`)) ?? null
}

/** By the choice, or by the header Accept-Language (RFC 9110, 12.5.4): the best that has been written, in the order asked. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(ranged)
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  for (const tag of [chosen, ...wanted.map(({ tag }) => tag)]) {
    const locale = localeOf(tag)
    if (locale) return locale
  }
  return 'en'
}

function ranged(part: string): Asked {
  const [tag = '', ...parameters] = part.split(';').map(piece => piece.trim())
  const weight = parameters.find(parameter => /^q=/i.test(parameter))?.slice(2)
  const quality = weight === undefined ? 1 : Number.parseFloat(weight)
  return { tag, quality: Number.isFinite(quality) ? quality : 0 }
}
