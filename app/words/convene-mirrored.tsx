'use client'
// What does the page say on which a workshop is prepared, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { convene } from '../../lib/words/en/convene.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { ConveneContext } from './use-words.ts'

const WORDS = mirrored(convene)

export default function ConveneMirrored({ children }: { children: ReactNode }) {
  return <ConveneContext value={WORDS}>{children}</ConveneContext>
}
