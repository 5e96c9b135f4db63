'use client'
// It is my turn: what do I need? To be told so, once; to see what is left without being hurried; and to say when I am
// finished. In writing, a field.
import { useCallback, useState } from 'react'
import { Breath } from '../../../parts/breath.tsx'
import { Button } from '../../../parts/button.tsx'
import { classes } from '../../../parts/class-names.ts'
import { ClearingRing } from '../../../parts/clearing-ring.tsx'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import { inWriting } from '../in-writing.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Composer } from '../parts/composer.tsx'
import { MicrophoneLine } from '../parts/microphone-line.tsx'
import { MoreAsk } from '../parts/more-ask.tsx'
import { Picture } from '../parts/picture.tsx'
import { Prompt } from '../parts/prompt.tsx'
import { Said } from '../parts/said.tsx'
import { TurnClock, useLeft } from '../parts/turn-clock.tsx'
import { PromptLater } from '../parts/with-stranger.tsx'
import { topicOf } from '../topic-memory.ts'
import { useVoiceLevel } from '../use-voice-level.ts'
import styles from './speaking.module.css'

export interface SpeakingProps extends PanelProps {
  heading: string
  /** One sentence, until the turn comes to its close. */
  body: string
  /** What being finished is called here. */
  on: string
}

export function Speaking({ room, view, names, heading, body, on }: SpeakingProps) {
  const { voice, writing } = useWords()
  const [topic] = useState(() => topicOf(view))
  const [chosen, setChosen] = useState(false)
  const level = useVoiceLevel(room.voice, view.you)
  const { phase } = view
  const { shownNow } = room
  const [from, until] = [phase?.startedAt ?? 0, phase?.bellAt ?? null]
  const remaining = useCallback(
    () => (until === null ? 1 : (until - shownNow()) / Math.max(1, until - from)),
    [from, until, shownNow],
  )
  if (!phase) return null
  const { writes } = inWriting(view, room, chosen)
  const { theirs } = room.voice.camera
  const said = room.words.said.filter(({ draft }) => !draft)

  return (
    <Panel
      action={
        <>
          {writes ? <Composer words={room.words} other={names.others} /> : null}
          <MicrophoneLine voice={room.voice} />
          {room.voice.isOn && !writes ? (
            <Button look="link" onClick={() => setChosen(true)}>
              {voice.writeInstead}
            </Button>
          ) : null}
          <MoreAsk room={room} view={view} names={names} />
          {view.can.includes('on') ? (
            <ActButton room={room} act={{ do: 'on', phase: phase.n }} look="quiet">
              {on}
            </ActButton>
          ) : null}
          <TurnClock view={view} />
        </>
      }
    >
      <ClearingRing
        seat={view.you}
        remaining={until === null ? null : remaining}
        className={classes(styles.ring, writes && styles.small)}
      >
        {theirs && !writes ? (
          <Picture stream={theirs} label={voice.camera.theirs(names.others)} className={styles.seen} />
        ) : (
          <Breath
            seat={view.you}
            size="inner"
            breathing={!writes && !level}
            level={level}
            className={writes ? styles.inside : undefined}
          />
        )}
      </ClearingRing>
      {topic ? <p className={styles.topic}>{topic}</p> : <Prompt room={room} />}
      <Heading size={writes ? 'quiet' : 'title'}>{heading}</Heading>
      {/* Once something has been said the sentence has done its work, and gives its place to the words. */}
      <SpeakerSays
        view={view}
        body={said.length > 0 && view.phase?.kind === 'speak' ? null : body}
        hasBegun={room.words.draft.trim() !== ''}
      />
      {view.kind === 'practice' ? <PromptLater view={view} /> : null}
      {writes ? <Said said={said} label={writing.saidSoFar} look="own" me={view.you} names={names} /> : null}
    </Panel>
  )
}

/** Renewed each second, so that nothing around it has to be. */
function SpeakerSays({ view, body, hasBegun }: { view: PanelProps['view']; body: string | null; hasBegun: boolean }) {
  const { phases, writing } = useWords()
  const time = useLeft(view)
  if (!time?.isClose) return body ? <Quiet>{body}</Quiet> : null
  if (time.left === 0 && view.medium === 'text' && hasBegun) return <Quiet>{writing.bellRang}</Quiet>
  return <Quiet>{phases.speak.speaker.closing}</Quiet>
}
