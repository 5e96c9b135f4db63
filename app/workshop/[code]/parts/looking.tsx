'use client'
// What is shown before anything is known, and on the way to a room? Almost nothing, and words only when it takes long.
import { Heading } from '../../../parts/heading.tsx'
import { TwoBreaths } from '../../../parts/two-breaths.tsx'
import { useWorkshopWords } from '../../../parts/use-words.ts'
import { Panel, Quiet } from '../../../r/[room]/parts/panel.tsx'
import styles from './looking.module.css'

export interface LookingProps {
  heading?: string
  body?: string
  isQuiet?: boolean
}

export function Looking({ heading, body, isQuiet = false }: LookingProps) {
  const { door, circle } = useWorkshopWords()
  return (
    <Panel behind={<TwoBreaths near="apart" />}>
      <Heading size="quiet" className={heading || isQuiet ? undefined : styles.late}>
        {heading ?? door.looking}
      </Heading>
      {isQuiet ? <Quiet>{circle.quiet}</Quiet> : body ? <Quiet>{body}</Quiet> : null}
    </Panel>
  )
}
