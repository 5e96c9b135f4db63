// What is shown before anything is known? Almost nothing, and words only when it takes long.
import { frameFor } from '../../../../lib/words/frame.ts'
import { Heading } from '../../../parts/heading.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { Panel } from '../parts/panel.tsx'
import styles from './knocking.module.css'

const { door } = frameFor()

export function Knocking() {
  return (
    <Panel behind={<TwoBreaths near="apart" />}>
      <Heading size="quiet" className={styles.late}>
        {door.looking}
      </Heading>
    </Panel>
  )
}
