// What is shown before anything is known? Almost nothing, and words only when it takes long.
import { Heading } from '../../../parts/heading.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useFrame } from '../../../words/use-words.ts'
import styles from './knocking.module.css'

export function Knocking() {
  const { door } = useFrame()
  return (
    <Panel behind={<TwoBreaths near="apart" />}>
      <Heading size="quiet" className={styles.late}>
        {door.looking}
      </Heading>
    </Panel>
  )
}
