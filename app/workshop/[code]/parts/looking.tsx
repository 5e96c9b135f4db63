// What is shown before anything is known, and on the way to a room? Almost nothing, and words only when it takes long.
import { Heading } from '../../../parts/heading.tsx'
import { Panel, Quiet } from '../../../parts/panel.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import styles from './looking.module.css'

export interface LookingProps {
  heading: string
  body?: string | null
  /** The words come only when it takes long. */
  isLate?: boolean
}

export function Looking({ heading, body, isLate = false }: LookingProps) {
  return (
    <Panel behind={<TwoBreaths near="apart" />}>
      <Heading size="quiet" className={isLate ? styles.late : undefined}>
        {heading}
      </Heading>
      {body ? <Quiet>{body}</Quiet> : null}
    </Panel>
  )
}
