'use client'
// What does a facilitator’s board say, in English?
import type { ReactNode } from 'react'
import { board } from '../../lib/words/en/board.ts'
import { BoardContext } from './use-words.ts'

export default function BoardEnglish({ children }: { children: ReactNode }) {
  return <BoardContext value={board}>{children}</BoardContext>
}
