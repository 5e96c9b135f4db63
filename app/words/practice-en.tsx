'use client'
// What is said around practice with strangers, in English?
import type { ReactNode } from 'react'
import { practice } from '../../lib/words/en/practice.ts'
import { PracticeContext } from './use-words.ts'

export default function PracticeEnglish({ children }: { children: ReactNode }) {
  return <PracticeContext value={practice}>{children}</PracticeContext>
}
