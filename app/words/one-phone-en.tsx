'use client'
// What does the page with one phone say, in English?
import type { ReactNode } from 'react'
import { table } from '../../lib/words/en/table.ts'
import { OnePhoneContext } from './use-words.ts'

export default function OnePhoneEnglish({ children }: { children: ReactNode }) {
  return <OnePhoneContext value={table}>{children}</OnePhoneContext>
}
