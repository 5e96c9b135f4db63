'use client'
// How do two strangers begin? By reading to each other the five things that both keep to.
import { classes } from '../../../parts/class-names.ts'
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { PracticeFrame } from '../../../words/practice-frame.tsx'
import { usePracticeWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ClosenessChoice } from '../parts/closeness-choice.tsx'
import { GoOn } from '../parts/go-on.tsx'
import { MicrophoneLine } from '../parts/microphone-line.tsx'
import { SameWords } from '../parts/same-words.tsx'
import styles from './agreement.module.css'
import own from './stranger-agree.module.css'

export default function StrangerAgree(props: PanelProps) {
  return (
    <PracticeFrame>
      <Rules {...props} />
    </PracticeFrame>
  )
}

function Rules({ room, view, names }: PanelProps) {
  const { agree, door, sameWords } = usePracticeWords()
  return (
    <Panel
      action={
        <>
          <GoOn room={room} view={view} names={names} label={agree.on} look="primary" />
          <div className={own.below}>
            <ClosenessChoice room={room} view={view} names={names} when="before" />
          </div>
        </>
      }
    >
      <Heading size="quiet" className={styles.heading}>
        {agree.heading}
      </Heading>
      <Quiet>{view.medium === 'text' ? agree.silently : agree.aloud}</Quiet>
      <ul className={classes(styles.lines, view.medium === 'text' && own.apart)}>
        {door.rules.map(rule => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <MicrophoneLine voice={room.voice} />
      <SameWords medium={view.medium} same={room.voice.same} says={sameWords} />
    </Panel>
  )
}
