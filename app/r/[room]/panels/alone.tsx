'use client'
// The other is gone, and there was something left to write: for whom? For oneself. It stays on this device and goes with it.
import type { RoomHook } from '../../../client/page/room-hook.ts'
import { Writing } from '../../../parts/field.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import { LetGo } from '../parts/let-go.tsx'

export interface LetGoProps {
  letting: boolean
  /** The last attempt was not confirmed. */
  failed: boolean
  letGo: (words: readonly string[]) => Promise<void>
}

export function Alone({ room, letting, failed, letGo }: LetGoProps & { room: RoomHook }) {
  const { alone } = useWords()
  const { lines } = room
  return (
    <Panel
      from="top"
      action={
        <LetGo
          letting={letting}
          failed={failed}
          label={alone.on}
          onLetGo={() => letGo(lines.text.trim() ? [lines.text.trim()] : [])}
        />
      }
    >
      <Heading size="large">{alone.heading}</Heading>
      <Quiet>{alone.body}</Quiet>
      <Writing
        label={alone.field}
        hideLabel
        autoComplete="off"
        value={lines.text}
        onChange={event => lines.write(event.currentTarget.value)}
      />
    </Panel>
  )
}
