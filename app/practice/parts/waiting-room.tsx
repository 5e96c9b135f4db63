'use client'
// What is there while somebody waits for a stranger? A breath, how it usually is, and what to do when nobody comes. Nothing
// moves but the breath, and nothing has to be watched.
import { useEffect } from 'react'
import type { WaitingTold } from '../../../lib/wire/events.ts'
import type { PracticeWords } from '../../../lib/words/practice.ts'
import { keepAwake } from '../../client/device/wake-lock.ts'
import type { Before } from '../../client/strangers/stranger-state.ts'
import { Button } from '../../parts/button.tsx'
import { classes } from '../../parts/class-names.ts'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { HelpLine } from '../../strangers/help-line.tsx'
import styles from '../../strangers/strangers.module.css'
import { usePracticeWords } from '../../words/use-words.ts'
import type { Noticing } from '../use-arrival.ts'
import { useDoors } from '../use-doors.ts'
import { Gatherings } from './gatherings.tsx'

export interface WaitingRoomProps {
  /** Null until the server has said how it is. */
  told: WaitingTold | null
  before: Before
  /** Nobody answers on the connection, or there is none. */
  isQuiet: boolean
  noticing: Noticing
  /** For whoever can't see it. */
  say: (sentence: string) => void
  onStop: () => void
}

export function WaitingRoom({ told, before, isQuiet, noticing, say, onStop }: WaitingRoomProps) {
  const { waiting, time } = usePracticeWords()
  const { answer: doors } = useDoors()
  useEffect(() => keepAwake(() => {}).stop, [])

  const here = told ? waiting.here(told.here) : ''
  const usual = told?.usualMs != null ? waiting.usual(time.duration(told.usualMs)) : ''
  const again = before === 'declined' ? waiting.declined : before === 'silent' ? waiting.silent : ''
  const how = isQuiet ? waiting.quiet : [again, here, usual].filter(Boolean).join(' ')
  const rest = restOn(noticing.rings, waiting)
  useEffect(() => {
    if (how) say(how)
  }, [how, say])

  return (
    <>
      <Panel
        behind={<TwoBreaths near="apart" />}
        action={
          <>
            {noticing.mayAsk ? (
              <Button look="quiet" wide onClick={noticing.ask}>
                {waiting.notice}
              </Button>
            ) : noticing.isOn ? (
              <Quiet small>{waiting.noticed}</Quiet>
            ) : null}
            <Button look="link" onClick={onStop}>
              {waiting.stop}
            </Button>
          </>
        }
      >
        <Heading>{waiting.heading}</Heading>
        <p className={styles.how}>{how || waiting.body}</p>
        <Quiet>{how ? waiting.body : rest}</Quiet>
        {how ? <Quiet small>{rest}</Quiet> : null}
      </Panel>
      <section aria-labelledby="nobody" className={classes(styles.stack, styles.centred)}>
        <h2 id="nobody">{waiting.nobodyHeading}</h2>
        <p>{waiting.stay}</p>
        <Gatherings hours={doors?.hours ?? []} />
        <a href="/try" className={styles.way}>
          {waiting.onePhone}
        </a>
      </section>
      <HelpLine contact={doors?.contact ?? null} />
    </>
  )
}

/** Nobody may rest on a bell that would not ring. */
function restOn(rings: Noticing['rings'], { putDown, bellOff, bellClosed }: PracticeWords['waiting']): string {
  if (rings === 'closed') return bellClosed
  return rings === 'here' ? putDown : bellOff
}
