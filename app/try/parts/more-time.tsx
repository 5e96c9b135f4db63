'use client'
// May it be a minute longer? The speaker asks as the turn nears its end, and the one who listens answers, on the same screen;
// doing nothing is an answer too.
import { otherOf, type Person } from '../../client/one-phone/local-texts.ts'
import { Button } from '../../parts/button.tsx'
import styles from '../../sitting/more-ask.module.css'
import { MORE_ASKED_MS } from '../../sitting/near.ts'
import { NowWaiting } from '../../sitting/now-waiting.tsx'
import { useOnePhoneWords } from '../../words/use-words.ts'
import type { TablePanelProps } from '../table-props.ts'
import { Fresh } from './fresh.tsx'
import { useLeft } from './left-time.tsx'

export interface MoreTimeProps extends Pick<TablePanelProps, 'page' | 'view' | 'names'> {
  speaks: Person
}

export function MoreTime({ page, view, names, speaks }: MoreTimeProps) {
  const { more } = useOnePhoneWords().turn
  const time = useLeft(view)
  const { phase } = view
  if (!phase || !view.more || !time) return null
  const listens = otherOf(speaks)
  if (view.more.asked.includes(speaks)) {
    return (
      <Fresh key="asked" part>
        <div className={styles.ask}>
          <div className={styles.line}>
            <NowWaiting>
              {more.asks(names[speaks], names[listens])} {hasTurnToCome(view) ? more.same(names[listens]) : null}
            </NowWaiting>
          </div>
          <Button look="quiet" onClick={() => page.act(listens, { do: 'more', phase: phase.n })}>
            {more.yes}
          </Button>
          <p className={styles.line}>{more.orNothing}</p>
        </div>
      </Fresh>
    )
  }
  if (time.left > MORE_ASKED_MS) {
    if (view.more.granted === 0) return null
    return (
      <div className={styles.line}>
        <NowWaiting>{more.granted}</NowWaiting>
      </div>
    )
  }
  if (view.more.granted >= view.more.most) return null
  return (
    <Fresh key="ask" part>
      <Button look="link" onClick={() => page.act(speaks, { do: 'more', phase: phase.n })}>
        {more.ask}
      </Button>
    </Fresh>
  )
}

/** Whether a minute that is granted now is the other's too: their turn of this round is still to come. */
function hasTurnToCome({ phase, format }: TablePanelProps['view']): boolean {
  return (
    phase?.turn !== undefined &&
    format.phases.slice(phase.n + 1).some(({ kind, turn }) => kind === 'speak' && turn === phase.turn)
  )
}
