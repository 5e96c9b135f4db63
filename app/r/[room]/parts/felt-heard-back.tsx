// How heard did I feel, all eight together? Shown once to whoever answered, as a sentence and a place on a line; no figure, and
// weighed by nobody.
import { type Ref, useId } from 'react'
import type { FeltHeard } from '../../../../lib/closeness/felt-heard.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './felt-heard-back.module.css'

export type WhollyAnswered = Extract<FeltHeard, { ok: true }>

/** In the units of the drawing: from the first step to the last, with room for the disc at both ends. */
const [FIRST, LAST] = [8, 232] as const
const BOX = '0 0 240 20'
const placeOf = (mean: number) => FIRST + ((mean - 1) / 6) * (LAST - FIRST)
const MARKS = [1, 2, 3, 4, 5, 6, 7]

export function FeltHeardBack({ felt, ref }: { felt: WhollyAnswered; ref: Ref<HTMLHeadingElement> }) {
  const { feltHeard: words } = useWords()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.back}>
      <h2 id={id} ref={ref} tabIndex={-1} className={styles.heading}>
        {words.backHeading}
      </h2>
      <p>{words.together[felt.step]}</p>
      {/* The sentence says it already. */}
      <div aria-hidden="true" className={styles.scale}>
        <svg aria-hidden="true" focusable="false" viewBox={BOX} className={styles.line}>
          <path
            d={`M${FIRST} 10H${LAST}${MARKS.map(step => `M${placeOf(step)} 6v8`).join('')}`}
            className={styles.way}
          />
          <circle cx={placeOf(felt.mean)} cy="10" r="7" className={styles.place} />
        </svg>
        <p className={styles.ends}>
          <span>{words.steps[1]}</span>
          <span>{words.steps[7]}</span>
        </p>
      </div>
      <p className={styles.shown}>
        {words.shown} {words.source.apart}
      </p>
    </section>
  )
}
