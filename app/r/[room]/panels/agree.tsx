'use client'
// What is today about, and is this room safe for it? The second is asked first, of each alone; then both find one line.
import { useEffect, useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useFocusRule } from '../../../parts/use-focus-rule.ts'
import { useWords } from '../../../words/use-words.ts'
import { inWriting } from '../in-writing.ts'
import type { PanelProps } from '../panel-props.ts'
import { Composer } from '../parts/composer.tsx'
import { FirstNote } from '../parts/first-note.tsx'
import { GoOn } from '../parts/go-on.tsx'
import { MicrophoneLine } from '../parts/microphone-line.tsx'
import { Said } from '../parts/said.tsx'
import { isSafe, rememberSafe, rememberTopic } from '../topic-memory.ts'
import styles from './agree.module.css'

export function Agree(props: PanelProps) {
  const { view } = props
  const [safe, setSafe] = useState(() => isSafe(view))
  useFocusRule(safe ? 'topic' : 'safety')
  if (safe) return <Topic {...props} />
  return (
    <Safety
      room={props.room}
      onSafe={() => {
        rememberSafe(view)
        setSafe(true)
      }}
    />
  )
}

function Safety({ room, onSafe }: { room: PanelProps['room']; onSafe: () => void }) {
  const { phases } = useWords()
  const { agree } = phases
  const { safety } = agree
  return (
    <Panel
      from="top"
      action={
        <div className={styles.answers}>
          <Button look="quiet" wide onClick={onSafe}>
            {safety.safe}
          </Button>
          <Button look="quiet" wide onClick={() => room.leave()}>
            {safety.leave}
          </Button>
          <Quiet small>{safety.leaveSays}</Quiet>
        </div>
      }
    >
      <Heading>{safety.heading}</Heading>
      <p className={styles.check}>{safety.body}</p>
      <Quiet>{safety.help}</Quiet>
      <Quiet small>
        <span className={styles.keys}>{safety.keys}</span>
        <span className={styles.touch}>{safety.touch}</span>
      </Quiet>
    </Panel>
  )
}

function Topic({ room, view, names }: PanelProps) {
  const { phases, together } = useWords()
  const { agree } = phases
  const { writes, reads } = inWriting(view, room)
  const last = room.words.said.findLast(({ draft }) => !draft)?.text
  useEffect(() => {
    if (last !== undefined) rememberTopic({ room: view.room, you: view.you }, last)
  }, [view.room, view.you, last])
  const waits = view.phase?.on.some(seat => seat !== view.you) && !view.phase.on.includes(view.you)
  return (
    <Panel
      from="top"
      action={
        <>
          {waits ? <Quiet small>{together.theyAreReady(names.others)}</Quiet> : null}
          <GoOn room={room} view={view} names={names} label={agree.on} look="primary" />
        </>
      }
    >
      <FirstNote view={view} names={names} />
      <Heading>{agree.heading}</Heading>
      <Quiet>{agree.body}</Quiet>
      <MicrophoneLine voice={room.voice} />
      {reads ? (
        <>
          <Said said={room.words.said} label={agree.heading} look="both" me={view.you} names={names} />
          {writes && room.words.mayWrite ? (
            <Composer
              words={room.words}
              other={names.others}
              label={agree.topic}
              hint={agree.topicHint(names.others)}
              live
            />
          ) : null}
        </>
      ) : null}
    </Panel>
  )
}
