'use client'
// May I take my own words along? Into this device's clipboard, before they go: what was said by oneself, and one's own line,
// whether it was offered or kept. Never anything of the other's.
import { useEffect, useRef, useState } from 'react'
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { Writing } from '../../../parts/field.tsx'
import { useWords } from '../../../words/use-words.ts'

export interface CopyMineProps {
  room: RoomHook
  me: SeatId
  say: (sentence: string) => void
}

export function CopyMine({ room, me, say }: CopyMineProps) {
  const { goodbye } = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  useEffect(() => {
    if (copied !== 'no') return
    field.current?.focus()
    field.current?.select()
  }, [copied])
  const own = ownWords(room, me)
  if (own.length === 0) return null

  async function copy() {
    try {
      await navigator.clipboard.writeText(own.join('\n'))
      setCopied('yes')
      say(goodbye.copied)
    } catch {
      // Without a secure context, or when the browser refuses: they stand there selected, and the person copies them.
      setCopied('no')
    }
  }

  if (copied === 'no') {
    return (
      <Writing
        ref={field}
        readOnly
        rows={4}
        label={goodbye.copyMine}
        hint={goodbye.copyYourself}
        value={own.join('\n')}
      />
    )
  }

  return (
    <Button look="link" onClick={copy}>
      {copied === 'yes' ? goodbye.copied : goodbye.copyMine}
    </Button>
  )
}

function ownWords({ words, lines }: RoomHook, me: SeatId): string[] {
  const opened = lines.opened?.[me]
  const line = opened?.as === 'open' ? opened.text : lines.text.trim()
  return [...words.own(), ...(line ? [line] : [])]
}
