'use client'
// How does the workshop stand? What it is called, who is here, which round it is, and how it stands, in words.
import type { Board } from '../../../../lib/wire/circle.ts'
import { waiting } from '../../../client/circle/board-state.ts'
import { serverNow } from '../../../client/line/clock.ts'
import { Heading } from '../../../parts/heading.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './board.module.css'
import { askedAt, momentWords } from './moment.ts'

export function BoardHeader({ board }: { board: Board }) {
  const { head } = board
  const words = useBoardWords()
  const { state } = words
  const isClosed = head.stage === 'closed'
  const late = waiting(board).length
  const now = serverNow()
  const { prompt, isNext } = askedAt(head, now)
  return (
    <header className={styles.header}>
      <Heading size="quiet">{head.title}</Heading>
      <p className={styles.counts}>
        {[
          isClosed ? null : state.here(head.here, head.people),
          head.round > 0 ? state.round(head.round, head.rounds) : head.rounds > 0 && state.planned(head.rounds),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className={styles.moment}>{momentWords(head, now, words)}</p>
      {prompt && !isClosed ? (
        <p className={styles.prompt}>
          <span>{isNext ? state.nextPrompt : state.prompt}</span> <q>{prompt}</q>
        </p>
      ) : null}
      {late > 0 ? (
        <a href="#people" className={styles.late}>
          {words.people.waiting(late)}
        </a>
      ) : null}
    </header>
  )
}
