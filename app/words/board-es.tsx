'use client'
// What does a facilitator’s board say, in Spanish?
import type { ReactNode } from 'react'
import { board } from '../../lib/words/es/board.ts'
import { BoardContext } from './use-words.ts'

export default function BoardSpanish({ children }: { children: ReactNode }) {
  return <BoardContext value={board}>{children}</BoardContext>
}
