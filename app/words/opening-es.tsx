'use client'
// What does the page say on which a room is opened, in Spanish?
import type { ReactNode } from 'react'
import { opening } from '../../lib/words/es/opening.ts'
import { OpeningContext } from './use-words.ts'

export default function OpeningSpanish({ children }: { children: ReactNode }) {
  return <OpeningContext value={opening}>{children}</OpeningContext>
}
