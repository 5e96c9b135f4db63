'use client'
// Where are the panels of the sitting, and their words? In parts of their own, fetched as soon as the page is on the screen and so long
// before a sitting begins. Until they are here, the room is still being looked for.
import { useEffect, useSyncExternalStore } from 'react'
import type { Locale } from '../../../lib/words/locale.ts'
import type { SittingWords } from '../../../lib/words/words.ts'
import { loadSittingWords } from '../../words/sitting-words.ts'
import { useLanguage } from '../../words/use-words.ts'
import type { panels } from './late-panels.ts'

/** The panels, and what they say beyond the words of the frame. */
export type LoadedPanels = typeof panels & { words: SittingWords }

/** A network that was gone for a moment may be back. */
const AGAIN_MS = 2000

let here: LoadedPanels | null = null
let isAsked = false
const listeners = new Set<() => void>()

function load(locale: Locale): void {
  if (isAsked) return
  isAsked = true
  Promise.all([import('./late-panels.ts'), loadSittingWords(locale)]).then(
    ([late, words]) => {
      here = { ...late.panels, words }
      for (const listener of listeners) listener()
    },
    () => {
      isAsked = false
      setTimeout(load, AGAIN_MS, locale)
    },
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The panels of the sitting; null until they are here. */
export function usePanels(): LoadedPanels | null {
  const { locale } = useLanguage()
  useEffect(() => load(locale), [locale])
  return useSyncExternalStore(
    subscribe,
    () => here,
    () => null,
  )
}
