'use client'
// What lies between two turns at one table? Both are at rest; then the forms change places, and it is said who speaks.
import { useLocalTick } from '../../client/one-phone/local-page.ts'
import { otherOf, type Person } from '../../client/one-phone/local-texts.ts'
import { Button } from '../../parts/button.tsx'
import { Heading } from '../../parts/heading.tsx'
import { Panel, Quiet } from '../../parts/panel.tsx'
import { TwoBreaths } from '../../parts/two-breaths.tsx'
import { NowWaiting } from '../../sitting/now-waiting.tsx'
import styles from '../../sitting/settle.module.css'
import { speaksNext, spokeBefore } from '../../sitting/turn.ts'
import { TwoForms } from '../../sitting/two-forms.tsx'
import { useOnePhoneWords } from '../../words/use-words.ts'
import { Across } from '../parts/across.tsx'
import { Fresh } from '../parts/fresh.tsx'
import { Middle } from '../parts/middle.tsx'
import type { TablePanelProps } from '../table-props.ts'

const TICK_MS = 1000
/** The forms change places this long before the next turn, or halfway where the whole is shorter. */
const TURN_MS = 8000

const personOf = (seat: string | undefined): Person => (seat === 'b' ? 'b' : 'a')

export function Settle({ page, view, names }: TablePanelProps) {
  const { settle } = useOnePhoneWords()
  const tick = useLocalTick(TICK_MS)
  const { phase, now } = view
  if (!phase) return null
  const spoke = personOf(spokeBefore(view) ?? undefined)
  const next = speaksNext(view)
  const speaks = next ? personOf(next.seat) : null
  const length = (phase.endsAt ?? phase.startedAt) - phase.startedAt
  const turned = Math.max(now, tick) >= (phase.endsAt ?? 0) - Math.min(TURN_MS, length / 2)
  const front = turned && speaks ? speaks : spoke
  const heading = settle.heading(names[spoke])
  const then = speaks ? settle.next(names[speaks], names[otherOf(speaks)]) : settle.nextWriting
  return (
    <Panel
      action={
        <>
          <Again page={page} view={view} />
          <Button look="link" onClick={() => page.both({ do: 'on', phase: phase.n })}>
            {settle.on}
          </Button>
        </>
      }
    >
      <Across>{heading}</Across>
      <Middle>
        {speaks ? <TwoForms front={front} back={otherOf(front)} /> : <TwoBreaths near="over" className={styles.both} />}
      </Middle>
      <Heading>{heading}</Heading>
      <Quiet>{settle.body}</Quiet>
      <p className={styles.listened}>{settle.listened}</p>
      <p className={styles.next}>{turned ? then : ''}</p>
    </Panel>
  )
}

/** One more round begins only when both wish it: one asks, and the other has a press of their own. */
function Again({ page, view }: Pick<TablePanelProps, 'page' | 'view'>) {
  const { again } = useOnePhoneWords().settle
  const { phase, more } = view
  if (!phase || !more) return null
  if (more.granted > 0) return <NowWaiting>{again.granted}</NowWaiting>
  const isAsked = more.asked.length > 0
  if (!isAsked && !view.can.includes('more')) return null
  return (
    <Fresh key={isAsked ? 'asked' : 'ask'} part>
      {isAsked ? <NowWaiting>{again.asked}</NowWaiting> : null}
      <Button
        look={isAsked ? 'quiet' : 'link'}
        onClick={() => page.act(isAsked ? otherOf(personOf(more.asked[0])) : 'a', { do: 'more', phase: phase.n })}
      >
        {isAsked ? again.yes : again.ask}
      </Button>
    </Fresh>
  )
}
