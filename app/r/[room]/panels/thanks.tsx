'use client'
// How is it said? "Thank you", only that: aloud, or in writing with one press.
import { useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import { useWords } from '../../../words/use-words.ts'
import { inWriting } from '../in-writing.ts'
import type { PanelProps } from '../panel-props.ts'
import { GoOn } from '../parts/go-on.tsx'
import { Unsent } from '../parts/unsent.tsx'
import styles from './thanks.module.css'

export function Thanks({ room, view, names }: PanelProps) {
  const { thanks } = useWords().phases
  const { said } = room.words
  const [saying, setSaying] = useState(false)
  const mine = said.some(({ from, draft }) => from === view.you && !draft)
  const theirs = new Set(said.filter(({ from, draft }) => from !== view.you && !draft).map(({ from }) => from))
  const says = inWriting(view, room).writes && room.words.mayWrite && !mine
  return (
    <Panel
      behind={<TwoBreaths near="over" />}
      action={
        <>
          {says ? (
            <Button
              wide
              busy={saying}
              onClick={() => {
                setSaying(true)
                room.words.say(thanks.say).finally(() => setSaying(false))
              }}
            >
              {thanks.say}
            </Button>
          ) : null}
          <GoOn room={room} view={view} names={names} label={thanks.on} />
        </>
      }
    >
      <Heading>{thanks.heading}</Heading>
      <Quiet>{thanks.body}</Quiet>
      <Unsent words={room.words} />
      <div role="log" className={styles.said}>
        {mine ? <NowWaiting>{thanks.said}</NowWaiting> : null}
        {[...theirs].map(seat => (
          <p key={seat}>{thanks.theySaid(names.of(seat))}</p>
        ))}
      </div>
    </Panel>
  )
}
