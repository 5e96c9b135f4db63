// Which of seven pairs of circles? One row, one tap; to choose another is another tap, and to choose none is to go on.
import { useId } from 'react'
import { STEPS, type Step } from '../../lib/closeness/overlap.ts'
import { OverlapPair } from './overlap-pair.tsx'
import styles from './pairs-row.module.css'

export interface PairsRowProps {
  legend: string
  /** Beneath the pairs. */
  note?: string
  words: { pair: (step: number, words: string) => string; pairs: Record<Step, string> }
  chosen: Step | null
  onChoose: (step: Step) => void
}

export function PairsRow({ legend, note, words, chosen, onChoose }: PairsRowProps) {
  const name = useId()
  return (
    <fieldset className={styles.choice} aria-describedby={note ? `${name}-note` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.pairs}>
        {STEPS.map(step => (
          <label key={step} className={styles.pair}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={chosen === step}
              onChange={() => onChoose(step)}
              aria-label={words.pair(step, words.pairs[step])}
              className={styles.radio}
            />
            <OverlapPair step={step} />
          </label>
        ))}
      </div>
      {note ? (
        <p id={`${name}-note`} className={styles.private}>
          {note}
        </p>
      ) : null}
    </fieldset>
  )
}
