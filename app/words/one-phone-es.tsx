'use client'
// What does the page with one phone say, in Spanish?
import type { ReactNode } from 'react'
import { table } from '../../lib/words/es/table.ts'
import { OnePhoneContext } from './use-words.ts'

export default function OnePhoneSpanish({ children }: { children: ReactNode }) {
  return <OnePhoneContext value={table}>{children}</OnePhoneContext>
}
