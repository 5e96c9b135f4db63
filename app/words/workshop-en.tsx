'use client'
// What is said to the people of a workshop, in English?
import type { ReactNode } from 'react'
import { workshop } from '../../lib/words/en/workshop.ts'
import { WorkshopContext } from './use-words.ts'

export default function WorkshopEnglish({ children }: { children: ReactNode }) {
  return <WorkshopContext value={workshop}>{children}</WorkshopContext>
}
