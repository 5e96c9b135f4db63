// Where are the words of a sitting? In a part of their own for each language, fetched with the panels that say them.
import type { Locale } from '../../lib/words/locale.ts'
import { MIRROR, mirrored } from '../../lib/words/mirrored.ts'
import type { SittingWords } from '../../lib/words/words.ts'

const IN: Record<Locale, () => Promise<{ sitting: SittingWords }>> = {
  en: () => import('../../lib/words/en/sitting.ts'),
  es: () => import('../../lib/words/es/sitting.ts'),
  [MIRROR]: async () => ({ sitting: mirrored((await import('../../lib/words/en/sitting.ts')).sitting) }),
}

export async function loadSittingWords(locale: Locale): Promise<SittingWords> {
  return (await IN[locale]()).sitting
}
