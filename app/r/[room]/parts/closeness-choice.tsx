// How close do I feel to this person now? One tap on one of seven pairs of circles, for myself alone; to choose another is
// another tap, and to choose none is to go on.
import { useId } from 'react'
import { STEPS } from '../../../../lib/closeness/overlap.ts'
import type { When } from '../../../client/closeness.ts'
import { OverlapPair } from '../../../parts/overlap-pair.tsx'
import { useWords } from '../../../parts/use-words.ts'
import type { PanelProps } from '../panel-props.ts'
import styles from './closeness-choice.module.css'

export interface ClosenessChoiceProps extends Pick<PanelProps, 'room' | 'view' | 'names'> {
  when: When
}

export function ClosenessChoice({ room, view, names, when }: ClosenessChoiceProps) {
  const { closeness: words } = useWords()
  const name = useId()
  // A pair is a picture of two: three people are not asked.
  if (Object.keys(view.seats).length !== 2 || room.others.length !== 1) return null
  return (
    <fieldset className={styles.choice} aria-describedby={`${name}-private`}>
      <legend className={styles.legend}>{words.legend(names.others)}</legend>
      <div className={styles.pairs}>
        {STEPS.map(step => (
          <label key={step} className={styles.pair}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={room.closeness[when] === step}
              onChange={() => room.closeness.choose(when, step)}
              aria-label={words.pair(step, words.pairs[step])}
              className={styles.radio}
            />
            <OverlapPair step={step} />
          </label>
        ))}
      </div>
      <p id={`${name}-private`} className={styles.private}>
        {words.private}
      </p>
    </fieldset>
  )
}
