'use client'
// What does the page say on which a workshop is prepared, in Spanish?
import type { ReactNode } from 'react'
import { convene } from '../../lib/words/es/convene.ts'
import { ConveneContext } from './use-words.ts'

export default function ConveneSpanish({ children }: { children: ReactNode }) {
  return <ConveneContext value={convene}>{children}</ConveneContext>
}
