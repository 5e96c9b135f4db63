'use client'
// May I take my own words along? Into this device's clipboard, before they go: what was said by oneself, and one's own line,
// whether it was offered or kept. Never anything of the other's.
import { useState } from 'react'
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomHook } from '../../../client/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { useWords } from '../../../parts/use-words.ts'

export interface CopyMineProps {
  room: RoomHook
  me: SeatId
  say: (sentence: string) => void
}

export function CopyMine({ room, me, say }: CopyMineProps) {
  const { goodbye } = useWords()
  const [copied, setCopied] = useState(false)
  const own = ownWords(room, me)
  if (own.length === 0) return null

  async function copy() {
    try {
      await navigator.clipboard.writeText(own.join('\n'))
      setCopied(true)
      say(goodbye.copied)
    } catch {
      // A browser that refuses changes nothing: the words are still on the screen.
    }
  }

  return (
    <Button look="link" onClick={copy}>
      {copied ? goodbye.copied : goodbye.copyMine}
    </Button>
  )
}

function ownWords({ words, lines }: RoomHook, me: SeatId): string[] {
  const opened = lines.opened?.[me]
  const line = opened?.as === 'open' ? opened.text : lines.text.trim()
  return [...words.own(), ...(line ? [line] : [])]
}
