'use client'
// Whose turn is it, for two who look at one screen? One speaks and the other listens, by name; what is left clears from the
// ring between them, and only the speaker has something to press.
import { useCallback } from 'react'
import { otherOf, type Person } from '../../client/one-phone/local-texts.ts'
import { Breath } from '../../parts/breath.tsx'
import { Button } from '../../parts/button.tsx'
import { ClearingRing } from '../../parts/clearing-ring.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import tellStyles from '../../sitting/tell.module.css'
import { turnOf } from '../../sitting/turn.ts'
import { useOnePhoneWords } from '../../words/use-words.ts'
import { Across } from '../parts/across.tsx'
import { LeftTime, useLeft } from '../parts/left-time.tsx'
import { MoreTime } from '../parts/more-time.tsx'
import { Opened } from '../parts/opened.tsx'
import type { Running, TablePanelProps } from '../table-props.ts'
import styles from './turn.module.css'

interface TurnProps extends TablePanelProps {
  phase: Running
  /** Whose turn it is, and the other. */
  speaks: Person
  listens: Person
}

function asTurn(props: TablePanelProps): TurnProps | null {
  const { phase } = props.view
  const speaks = turnOf(props.view).holder === 'b' ? 'b' : 'a'
  return phase ? { ...props, phase, speaks, listens: otherOf(speaks) } : null
}

export function Turn(props: TablePanelProps) {
  const turn = asTurn(props)
  if (!turn) return null
  return turnOf(props.view).complete ? <Silence {...turn} /> : <Speaking {...turn} />
}

function Speaking({ page, view, names, phase, speaks, listens }: TurnProps) {
  const { turn } = useOnePhoneWords()
  const { startedAt, bellAt } = phase
  const remaining = useCallback(
    () => (bellAt === null ? 1 : (bellAt - Date.now()) / Math.max(1, bellAt - startedAt)),
    [startedAt, bellAt],
  )
  return (
    <Panel
      action={
        <>
          <MoreTime page={page} view={view} names={names} speaks={speaks} />
          <Button look="quiet" onClick={() => page.act(speaks, { do: 'on', phase: phase.n })}>
            {turn.on(names[speaks])}
          </Button>
          <LeftTime view={view} />
        </>
      }
    >
      <Across>{turn.heading(names[speaks])}</Across>
      <ClearingRing seat={speaks} remaining={remaining} className={styles.ring}>
        <Breath seat={speaks} size="inner" breathing />
      </ClearingRing>
      <Heading>{turn.heading(names[speaks])}</Heading>
      <Says view={view} close={turn.closing(names[speaks])}>
        {turn.listens(names[listens])}
      </Says>
    </Panel>
  )
}

/** Renewed each second, so that nothing around it has to be. */
function Says({ view, close, children }: { view: TablePanelProps['view']; close: string; children: string }) {
  return <Quiet>{useLeft(view)?.isClose ? close : children}</Quiet>
}

function Silence({ page, names, phase, speaks, listens }: TurnProps) {
  const { silence } = useOnePhoneWords().turn
  return (
    <Panel
      action={
        <Button look="link" onClick={() => page.act(listens, { do: 'on', phase: phase.n })}>
          {silence.on}
        </Button>
      }
    >
      <Across>{silence.heading}</Across>
      <ClearingRing seat={speaks} remaining={null} className={styles.ring}>
        <Breath seat={speaks} size="inner" />
      </ClearingRing>
      <Heading>{silence.heading}</Heading>
      <Quiet>{silence.body(names[speaks], names[listens])}</Quiet>
    </Panel>
  )
}

/** The lines are open, and each may say more about it, or pass. */
export function Tell(props: TablePanelProps) {
  const { tell, turn } = useOnePhoneWords()
  const asked = asTurn(props)
  if (!asked) return null
  const { page, view, texts, names, phase, speaks, listens } = asked
  const { complete } = turnOf(view)
  const before = view.format.phases[phase.n - 1]
  return (
    <Panel
      from="top"
      action={
        <Button
          look={complete ? 'link' : 'quiet'}
          onClick={() => page.act(complete ? listens : speaks, { do: 'on', phase: phase.n })}
        >
          {complete ? turn.silence.on : tell.on}
        </Button>
      }
    >
      <Heading size="quiet">{tell.heading}</Heading>
      <Opened opened={texts.opened} names={names} fresh={before?.kind === 'drop' && !complete} />
      <section className={tellStyles.turn}>
        <h2 className={tellStyles.heading}>{complete ? turn.silence.heading : tell.may(names[speaks])}</h2>
        {complete ? null : <Quiet>{tell.listens(names[listens])}</Quiet>}
      </section>
    </Panel>
  )
}
