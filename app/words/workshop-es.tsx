'use client'
// What is said to the people of a workshop, in Spanish?
import type { ReactNode } from 'react'
import { workshop } from '../../lib/words/es/workshop.ts'
import { WorkshopContext } from './use-words.ts'

export default function WorkshopSpanish({ children }: { children: ReactNode }) {
  return <WorkshopContext value={workshop}>{children}</WorkshopContext>
}
