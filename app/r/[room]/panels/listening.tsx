'use client'
// Somebody else has the floor: what is there to do? Nothing, and the screen says so once. Their breath fills it; in writing
// their sentences do.
import type { SeatId } from '../../../../lib/protocol/room.ts'
import { Breath } from '../../../parts/breath.tsx'
import { classes } from '../../../parts/class-names.ts'
import { Heading } from '../../../parts/heading.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import { inWriting } from '../in-writing.ts'
import type { PanelProps } from '../panel-props.ts'
import { MoreAnswer } from '../parts/more-ask.tsx'
import { Picture } from '../parts/picture.tsx'
import { Said } from '../parts/said.tsx'
import { useVoiceLevel } from '../use-voice-level.ts'
import styles from './listening.module.css'

export interface ListeningProps extends PanelProps {
  speaker: SeatId
  heading: string
  body: string
}

export function Listening({ room, view, names, speaker, heading, body }: ListeningProps) {
  const { voice, writing } = useWords()
  const said = room.words.said.filter(({ from }) => from === speaker)
  const level = useVoiceLevel(room.voice, speaker)
  const isText = view.medium === 'text' || inWriting(view, room).reads
  const reads = isText && said.some(({ text }) => text !== '')
  const { camera } = room.voice
  const theirs = room.voice.with[speaker]?.theirs ?? null
  const writesOnly = room.voice.isOn && theirs !== null && theirs !== 'open'
  const awaitsWords = view.medium === 'text' || writesOnly
  return (
    <Panel
      behind={
        <>
          <Breath
            seat={speaker}
            size="wide"
            breathing={!level || writesOnly}
            level={level}
            className={classes(styles.breath, reads && styles.far)}
          />
          {camera.theirs ? (
            <Picture
              stream={camera.theirs}
              label={voice.camera.theirs(names.of(speaker))}
              className={classes(styles.seen, reads && styles.far)}
            />
          ) : null}
        </>
      }
      action={<MoreAnswer room={room} view={view} names={names} />}
    >
      {isText ? (
        <Said said={said} label={writing.theirs(names.of(speaker))} look="theirs" me={view.you} names={names} />
      ) : null}
      <div className={classes(styles.words, reads && styles.small)}>
        <Heading size={reads ? 'quiet' : 'title'} className={styles.heading}>
          {heading}
        </Heading>
        <p>{body}</p>
        {awaitsWords && !reads ? <p>{writing.notYet(names.of(speaker))}</p> : null}
        {room.words.sealingWith(speaker) === 'unreadable' ? <p>{writing.lost}</p> : null}
      </div>
    </Panel>
  )
}
