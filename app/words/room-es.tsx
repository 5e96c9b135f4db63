'use client'
// What does a room say before its sitting, in Spanish?
import type { ReactNode } from 'react'
import { frame } from '../../lib/words/es/frame.ts'
import { FrameContext } from './use-words.ts'

export default function RoomSpanish({ children }: { children: ReactNode }) {
  return <FrameContext value={frame}>{children}</FrameContext>
}
