'use client'
// The sitting with a stranger is over: what now? Once more with them if both like, somebody new, never again, or a concern. Each
// is for oneself alone.
import { useEffect, useState } from 'react'
import { lastSat, type Met } from '../../client/device/met.ts'
import { Button, ButtonLink } from '../../parts/button.tsx'
import { classes } from '../../parts/class-names.ts'
import { Beneath, Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { Status } from '../../parts/status.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { HelpLine } from '../../strangers/help-line.tsx'
import { PartWays } from '../../strangers/part-ways.tsx'
import styles from '../../strangers/strangers.module.css'
import { usePracticeWords } from '../../words/use-words.ts'
import { WayEnd } from '../parts/way-end.tsx'
import { useWay } from '../use-way.ts'

export function Afterwards() {
  const { after, waiting } = usePracticeWords()
  const { state, isQuiet, link } = useWay()
  const [says, say] = useState('')
  /** Undefined until the tab was asked. */
  const [met, setMet] = useState<Met | null | undefined>(undefined)

  useEffect(() => setMet(lastSat()), [])

  if (met === undefined) return null
  if (met === null) return <Nobody />
  return (
    <>
      {screen(met)}
      <Status says={says} />
    </>
  )

  function screen(known: Met) {
    const name = known.name ?? after.someone
    switch (state.at) {
      case 'door':
      case 'joining':
      case 'waiting':
        return <Choices met={known} name={name} onAgain={() => link?.meetAgain(known)} />
      case 'hoping':
        return (
          <div className={styles.stage}>
            <Panel
              behind={<TwoBreaths near="apart" />}
              action={
                <Button look="link" onClick={() => link?.stop()}>
                  {waiting.stop}
                </Button>
              }
            >
              <Heading>{after.hopingHeading}</Heading>
              <Quiet>{isQuiet ? waiting.quiet : after.hoping(name)}</Quiet>
            </Panel>
            <HelpLine />
          </div>
        )
      default:
        return <WayEnd state={state} isQuiet={isQuiet} link={link} say={say} onAgain={() => link?.meetAgain(known)} />
    }
  }
}

interface ChoicesProps {
  met: Met
  name: string
  onAgain: () => void
}

function Choices({ met, name, onAgain }: ChoicesProps) {
  const { after } = usePracticeWords()
  const [hasParted, setParted] = useState(false)
  return (
    <>
      <Heading>{after.heading}</Heading>
      <Beneath>{after.body(name)}</Beneath>
      <div className={classes(styles.stack, styles.apart)}>
        <ButtonLink href="/practice" wide>
          {after.fresh}
        </ButtonLink>
        {/* Only of a sitting that was: whoever left before it began has chosen already. */}
        {met.began && !hasParted ? (
          <div className={classes(styles.stack, styles.centred)}>
            <Button look="quiet" wide onClick={onAgain}>
              {after.again(name)}
            </Button>
            <Quiet small>{after.againHint}</Quiet>
          </div>
        ) : null}
        <PartWays met={met} onParted={() => setParted(true)} />
      </div>
      <HelpLine />
    </>
  )
}

function Nobody() {
  const { after } = usePracticeWords()
  return (
    <>
      <Heading>{after.nobodyHeading}</Heading>
      <Beneath>{after.nobodyBody}</Beneath>
      <div className={classes(styles.stack, styles.apart)}>
        <ButtonLink href="/practice" wide>
          {after.fresh}
        </ButtonLink>
      </div>
      <HelpLine />
    </>
  )
}
