'use client'
// Both lines are still here to be read: shall they go? One press lets everything go; one's own words can be kept before.
import { useState } from 'react'
import type { RoomView } from '../../../../lib/wire/events.ts'
import { wordsFor } from '../../../../lib/words/words.ts'
import type { RoomHook } from '../../../client/room-hook.ts'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import type { Names } from '../names.ts'
import { Panel, Quiet } from '../parts/panel.tsx'
import { Reveal } from '../parts/reveal.tsx'
import type { LetGoProps } from './alone.tsx'

const { goodbye } = wordsFor()

export interface GoodbyeProps extends LetGoProps {
  room: RoomHook
  view: RoomView
  names: Names
  words: readonly string[]
  say: (sentence: string) => void
}

export function Goodbye({ room, view, names, words, letting, failed, letGo, say }: GoodbyeProps) {
  const [copied, setCopied] = useState(false)
  const line = room.lines.opened?.[view.you]
  const own = [...room.words.own(), ...(line?.as === 'open' ? [line.text] : [])]

  async function copy() {
    await navigator.clipboard.writeText(own.join('\n'))
    setCopied(true)
    say(goodbye.copied)
  }

  return (
    <Panel
      from={room.lines.opened ? 'top' : 'middle'}
      action={
        <>
          {failed ? <Quiet>{goodbye.notYet}</Quiet> : null}
          <Button wide busy={letting} onClick={() => letGo(words)}>
            {letting ? goodbye.letting : failed ? goodbye.again : goodbye.letGo}
          </Button>
          {own.length > 0 ? (
            <Button look="link" onClick={() => copy().catch(() => {})}>
              {copied ? goodbye.copied : goodbye.copyMine}
            </Button>
          ) : null}
        </>
      }
    >
      <Heading>{goodbye.heading}</Heading>
      <Quiet>
        {goodbye.complete} {goodbye.body}
      </Quiet>
      <Reveal opened={room.lines.opened} me={view.you} names={names} />
    </Panel>
  )
}
