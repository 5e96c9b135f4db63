'use client'
// What is today about? The last line that was said while both looked for one; it stays before the eyes of whoever speaks.
import { useState } from 'react'
import type { RoomHook } from '../../client/room-hook.ts'

export function useTopic({ view, words }: RoomHook): string | null {
  const [topic, setTopic] = useState<string | null>(null)
  const last = view?.phase?.kind === 'agree' ? words.said.findLast(({ draft }) => !draft)?.text : undefined
  if (last !== undefined && last !== topic) setTopic(last)
  return topic
}
