// How close did I feel, before and after? Shown once more to whoever chose it, side by side, and weighed by nobody.
import { useId } from 'react'
import { OverlapPair } from '../../../parts/overlap-pair.tsx'
import { useWords } from '../../../words/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import styles from './closeness-back.module.css'
import { ClosenessChoice } from './closeness-choice.tsx'

const MOMENTS = ['before', 'after'] as const

export interface ClosenessBackProps extends Pick<PanelProps, 'room' | 'view' | 'names'> {
  /** Whoever chose in the quiet before is not asked again, and whoever chooses here may change it here. */
  asks: boolean
}

export function ClosenessBack({ room, view, names, asks }: ClosenessBackProps) {
  const { closeness: words } = useWords()
  const id = useId()
  const { closeness } = room
  const chosen = MOMENTS.flatMap(when => {
    const step = closeness[when]
    return step === null ? [] : [{ when, step }]
  })
  return (
    <>
      {asks ? <ClosenessChoice room={room} view={view} names={names} when="after" /> : null}
      {chosen.length > 0 ? (
        <section aria-labelledby={id} className={styles.back}>
          <h2 id={id} className={styles.heading}>
            {words.heading(names.others)}
          </h2>
          <div className={styles.pairs}>
            {chosen.map(({ when, step }) => (
              <figure key={when} className={styles.moment}>
                <span role="img" aria-label={words.pairs[step]}>
                  <OverlapPair step={step} />
                </span>
                <figcaption>{words[when]}</figcaption>
              </figure>
            ))}
          </div>
          <p className={styles.shown}>{words.shown}</p>
        </section>
      ) : null}
    </>
  )
}
