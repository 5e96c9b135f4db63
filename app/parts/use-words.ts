'use client'
// Which words does a part of the page say? Those of the page's language, for every component alike.
import { type Words, wordsFor } from '../../lib/words/words.ts'

/** The whole dictionary. */
export function useWords(): Words {
  return wordsFor()
}
