'use client'
// What is said around practice with strangers, in Spanish?
import type { ReactNode } from 'react'
import { practice } from '../../lib/words/es/practice.ts'
import { PracticeContext } from './use-words.ts'

export default function PracticeSpanish({ children }: { children: ReactNode }) {
  return <PracticeContext value={practice}>{children}</PracticeContext>
}
