'use client'
// What is said to the people of a workshop, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { workshop } from '../../lib/words/en/workshop.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { WorkshopContext } from './use-words.ts'

const WORDS = mirrored(workshop)

export default function WorkshopMirrored({ children }: { children: ReactNode }) {
  return <WorkshopContext value={WORDS}>{children}</WorkshopContext>
}
