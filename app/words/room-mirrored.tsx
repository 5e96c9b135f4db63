'use client'
// What does a room say before its sitting, in the mirrored language of the tests?
import type { ReactNode } from 'react'
import { frame } from '../../lib/words/en/frame.ts'
import { mirrored } from '../../lib/words/mirrored.ts'
import { FrameContext } from './use-words.ts'

const WORDS = mirrored(frame)

export default function RoomMirrored({ children }: { children: ReactNode }) {
  return <FrameContext value={WORDS}>{children}</FrameContext>
}
