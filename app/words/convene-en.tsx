'use client'
// What does the page say on which a workshop is prepared, in English?
import type { ReactNode } from 'react'
import { convene } from '../../lib/words/en/convene.ts'
import { ConveneContext } from './use-words.ts'

export default function ConveneEnglish({ children }: { children: ReactNode }) {
  return <ConveneContext value={convene}>{children}</ConveneContext>
}
