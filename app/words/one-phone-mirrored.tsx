'use client'
// What does the page with one phone say, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { table } from '../../lib/words/en/table.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { OnePhoneContext } from './use-words.ts'

const WORDS = mirrored(table)

export default function OnePhoneMirrored({ children }: { children: ReactNode }) {
  return <OnePhoneContext value={WORDS}>{children}</OnePhoneContext>
}
