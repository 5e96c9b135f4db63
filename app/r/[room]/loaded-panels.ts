'use client'
// Where are the panels of the sitting, and their words? In parts of their own, fetched as soon as the page is on the screen and so long
// before a sitting begins. Until they are here, the room is still being looked for.
import { useEffect, useSyncExternalStore } from 'react'
import type { Locale } from '../../../lib/words/locale.ts'
import type { SittingWords } from '../../../lib/words/words.ts'
import { createLatePart } from '../../client/page/load-later.ts'
import { loadSittingWords } from '../../words/sitting-words.ts'
import { useLanguage } from '../../words/use-words.ts'
import type { panels } from './late-panels.ts'

/** The panels, and what they say beyond the words of the frame. */
export type LoadedPanels = typeof panels & { words: SittingWords }

const part = createLatePart(async (locale: Locale): Promise<LoadedPanels> => {
  const [late, words] = await Promise.all([import('./late-panels.ts'), loadSittingWords(locale)])
  return { ...late.panels, words }
})

/** The panels of the sitting; null until they are here. */
export function usePanels(): LoadedPanels | null {
  const { locale } = useLanguage()
  useEffect(() => part.wish(locale), [locale])
  return useSyncExternalStore(part.subscribe, part.now, () => null)
}
