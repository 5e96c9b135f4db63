'use client'
// May it be a minute longer? The speaker can ask as the turn nears its end, once for each minute; the other hears of it in
// one quiet line, and doing nothing is an answer too.
import styles from '../../../sitting/more-ask.module.css'
import { MORE_ASKED_MS } from '../../../sitting/near.ts'
import { NowWaiting } from '../../../sitting/now-waiting.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import { ActButton } from './act-button.tsx'
import { useLeft } from './turn-clock.tsx'

export function MoreAsk({ room, view, names }: Pick<PanelProps, 'room' | 'view' | 'names'>) {
  const { more } = useWords()
  const time = useLeft(view)
  const { phase } = view
  if (!phase || !view.more) return null
  if (view.more.asked.includes(view.you)) return <NowWaiting>{more.asked(names.others)}</NowWaiting>
  if (view.more.granted > 0 && time && time.left > MORE_ASKED_MS) return <p className={styles.line}>{more.granted}</p>
  if (!view.can.includes('more') || !time || time.left > MORE_ASKED_MS) return null
  return (
    <div className={styles.ask}>
      <ActButton room={room} act={{ do: 'more', phase: phase.n }} look="link">
        {more.ask}
      </ActButton>
      <p className={styles.line}>
        {more.askHint(names.others)} {turnsToCome(view).length > 0 ? more.sameForThem(names.others) : null}
      </p>
    </div>
  )
}

/** Whose turns of the same round are still to come: a minute that is granted now is theirs too. */
function turnsToCome({ phase, format }: PanelProps['view']): string[] {
  if (!phase) return []
  return format.phases
    .slice(phase.n + 1)
    .filter(({ kind, turn }) => kind === 'speak' && turn !== undefined && turn === phase.turn)
    .map(({ floor }) => floor)
}

/** To whoever listens, only once it has been asked. */
export function MoreAnswer({ room, view, names }: Pick<PanelProps, 'room' | 'view' | 'names'>) {
  const { more } = useWords()
  const { phase } = view
  const asks = view.more?.asked.find(seat => seat !== view.you)
  if (!phase || !asks || !view.can.includes('more')) return null
  return (
    <div className={styles.ask}>
      <p className={styles.line}>
        {more.theyAsk(names.of(asks))} {turnsToCome(view).includes(view.you) ? more.sameForYou : null}
      </p>
      <ActButton room={room} act={{ do: 'more', phase: phase.n }} look="quiet">
        {more.yes}
      </ActButton>
      <p className={styles.line}>{more.orNothing}</p>
    </div>
  )
}
