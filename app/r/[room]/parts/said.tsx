'use client'
// What has been said in writing, in this phase? Sentence by sentence, the newest at the bottom and the larger; those before
// it are quieter. Whole sentences are a log, so a screen reader hears each as it comes; what is still being written is not.
import type { SeatId } from '../../../../lib/protocol/room.ts'
import type { Utterance } from '../../../client/writing/utterances.ts'
import { Breath } from '../../../parts/breath.tsx'
import { classes } from '../../../parts/class-names.ts'
import { VisuallyHidden } from '../../../parts/visually-hidden.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { Names } from '../names.ts'
import styles from './said.module.css'

export interface SaidProps {
  said: readonly Utterance[]
  /** Names the list. */
  label: string
  /** `theirs`: large, to be read. `own`: small, to look back at. `both`: each sentence with the mark of who said it. */
  look: 'theirs' | 'own' | 'both'
  me: SeatId | null
  names: Names
}

export function Said({ said, label, look, me, names }: SaidProps) {
  const { writing } = useWords()
  const whole = said.filter(({ draft }) => !draft)
  const drafts = said.filter(({ draft, from, text }) => draft && from !== me && text !== '')
  // One's own sentences are to look back at; said aloud again they would only come between one's thoughts.
  const isLog = look !== 'own'
  return (
    // What scrolls has to be in reach of the arrow keys.
    <section
      aria-label={label}
      tabIndex={said.length > 0 ? 0 : undefined}
      className={classes(styles.window, styles[look])}
    >
      <div className={styles.inner}>
        <div role={isLog ? 'log' : undefined} aria-relevant={isLog ? 'additions' : undefined} className={styles.list}>
          {whole.map(one => (
            <p key={`${one.from}-${one.id}`} className={styles.sentence}>
              {look === 'both' ? <Who seat={one.from} names={names} /> : null}
              <span>{one.text}</span>
              {one.from === me && !one.sent ? <span className={styles.waiting}>{writing.waiting}</span> : null}
            </p>
          ))}
        </div>
        {drafts.map(one => (
          <p key={`${one.from}-draft`} className={classes(styles.sentence, styles.draft)}>
            {look === 'both' ? <Who seat={one.from} names={names} /> : null}
            <span>{one.text}</span>
          </p>
        ))}
      </div>
    </section>
  )
}

function Who({ seat, names }: { seat: SeatId; names: Names }) {
  return (
    <span className={styles.who}>
      <Breath seat={seat} size="mark" />
      <VisuallyHidden>{`${names.of(seat)}: `}</VisuallyHidden>
    </span>
  )
}
