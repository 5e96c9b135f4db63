'use client'
// How does one part from a stranger who was not good to meet? Never again, at once and for both; or a concern, which is that too.
import { useState } from 'react'
import type { Met } from '../client/device/met.ts'
import { avoid } from '../client/strangers/concern.ts'
import { Button } from '../parts/button.tsx'
import { classes } from '../parts/class-names.ts'
import { usePracticeWords } from '../words/use-words.ts'
import { Comes } from './comes.tsx'
import { ConcernForm } from './concern-form.tsx'
import styles from './strangers.module.css'

export interface PartWaysProps {
  met: Met
  /** They will not be brought together again. */
  onParted?: () => void
}

export function PartWays({ met, onParted }: PartWaysProps) {
  const { after, concern } = usePracticeWords()
  const [parted, setParted] = useState<'no' | 'asking' | 'yes' | 'by-concern' | 'not-through'>('no')
  const [isWriting, setWriting] = useState(false)

  function haveParted(how: 'yes' | 'by-concern') {
    setParted(how)
    onParted?.()
  }

  async function never() {
    setParted('asking')
    const said = await avoid(met)
    if (said.ok) haveParted('yes')
    else setParted('not-through')
  }

  return (
    <div className={classes(styles.stack, styles.centred)}>
      {parted === 'yes' ? (
        <Comes>{after.neverDone}</Comes>
      ) : parted === 'by-concern' ? (
        <p>{after.neverDone}</p>
      ) : (
        <Button look="quiet" wide busy={parted === 'asking'} onClick={never}>
          {after.never}
        </Button>
      )}
      {parted === 'not-through' ? <p role="alert">{after.notThrough}</p> : null}
      {isWriting ? (
        <section aria-labelledby="concern" className={classes(styles.stack, styles.start)}>
          <Comes as="h2" id="concern">
            {concern.heading}
          </Comes>
          <ConcernForm met={met} onSent={() => haveParted('by-concern')} />
        </section>
      ) : (
        <Button look="link" onClick={() => setWriting(true)}>
          {after.concern}
        </Button>
      )}
    </div>
  )
}
