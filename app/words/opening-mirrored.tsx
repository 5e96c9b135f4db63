'use client'
// What does the page say on which a room is opened, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { opening } from '../../lib/words/en/opening.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { OpeningContext } from './use-words.ts'

const WORDS = mirrored(opening)

export default function OpeningMirrored({ children }: { children: ReactNode }) {
  return <OpeningContext value={WORDS}>{children}</OpeningContext>
}
