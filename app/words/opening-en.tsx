'use client'
// What does the page say on which a room is opened, in English?
import type { ReactNode } from 'react'
import { opening } from '../../lib/words/en/opening.ts'
import { OpeningContext } from './use-words.ts'

export default function OpeningEnglish({ children }: { children: ReactNode }) {
  return <OpeningContext value={opening}>{children}</OpeningContext>
}
