// How does a sitting begin? With the breath as it is: five seconds in, five seconds out, and nothing to prepare.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import styles from '../../../sitting/arrive.module.css'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { FirstNote } from '../parts/first-note.tsx'
import { GoOn } from '../parts/go-on.tsx'

export function Arrive({ room, view, names }: PanelProps) {
  const { phases, samePlace } = useWords()
  const { arrive } = phases
  return (
    <Panel
      behind={
        <span aria-hidden="true" className={styles.breath}>
          <TwoBreaths near="one" />
          <span className={styles.words}>
            <span className={styles.in}>{arrive.breatheIn}</span>
            <span className={styles.out}>{arrive.breatheOut}</span>
          </span>
        </span>
      }
      action={<GoOn room={room} view={view} names={names} label={arrive.on} />}
    >
      <FirstNote view={view} names={names} />
      <Heading>{arrive.heading}</Heading>
      <Quiet>{view.medium === 'together' ? samePlace.arrive : arrive.body}</Quiet>
      <Quiet small>{arrive.otherwise}</Quiet>
    </Panel>
  )
}
