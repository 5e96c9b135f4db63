'use client'
// What does a room say before its sitting, in English?
import type { ReactNode } from 'react'
import { frame } from '../../lib/words/en/frame.ts'
import { FrameContext } from './use-words.ts'

export default function RoomEnglish({ children }: { children: ReactNode }) {
  return <FrameContext value={frame}>{children}</FrameContext>
}
