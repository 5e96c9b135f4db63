'use client'
// Somebody else has the floor: what is there to do? Nothing, and the screen says so once. Their breath fills it; in writing
// their sentences do.
import type { SeatId } from '../../../../lib/protocol/room.ts'
import { Breath } from '../../../parts/breath.tsx'
import { classes } from '../../../parts/class-names.ts'
import { Heading } from '../../../parts/heading.tsx'
import { useWords } from '../../../parts/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { MoreAnswer } from '../parts/more-ask.tsx'
import { Panel } from '../parts/panel.tsx'
import { Said } from '../parts/said.tsx'
import styles from './listening.module.css'

export interface ListeningProps extends PanelProps {
  speaker: SeatId
  heading: string
  body: string
}

export function Listening({ room, view, names, speaker, heading, body }: ListeningProps) {
  const { writing } = useWords()
  const said = room.words.said.filter(({ from }) => from === speaker)
  const reads = view.medium === 'text' && said.some(({ text }) => text !== '')
  return (
    <Panel
      behind={<Breath seat={speaker} size="wide" breathing className={classes(styles.breath, reads && styles.far)} />}
      action={<MoreAnswer room={room} view={view} names={names} />}
    >
      {view.medium === 'text' ? (
        <Said said={said} label={writing.theirs(names.of(speaker))} look="theirs" me={view.you} names={names} />
      ) : null}
      <div className={classes(styles.words, reads && styles.small)}>
        <Heading size={reads ? 'quiet' : 'title'} className={styles.heading}>
          {heading}
        </Heading>
        <p>{body}</p>
        {view.medium === 'text' && !reads ? <p>{writing.notYet(names.of(speaker))}</p> : null}
        {room.words.sealing === 'unreadable' ? <p>{writing.lost}</p> : null}
      </div>
    </Panel>
  )
}
