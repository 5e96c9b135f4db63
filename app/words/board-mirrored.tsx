'use client'
// What does a facilitator’s board say, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { board } from '../../lib/words/en/board.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { BoardContext } from './use-words.ts'

const WORDS = mirrored(board)

export default function BoardMirrored({ children }: { children: ReactNode }) {
  return <BoardContext value={WORDS}>{children}</BoardContext>
}
