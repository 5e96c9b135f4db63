'use client'
// What is said around practice with strangers, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { practice } from '../../lib/words/en/practice.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { PracticeContext } from './use-words.ts'

const WORDS = mirrored(practice)

export default function PracticeMirrored({ children }: { children: ReactNode }) {
  return <PracticeContext value={WORDS}>{children}</PracticeContext>
}
