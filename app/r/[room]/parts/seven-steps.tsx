// How far does a statement fit, from not at all to completely? Seven radios on one line, with a word for each: the ends are
// always named, and the step that was chosen says itself between them.
import { STEPS, type Step } from '../../../../lib/closeness/overlap.ts'
import { classes } from '../../../parts/class-names.ts'
import { useWords } from '../../../words/use-words.ts'
import styles from './seven-steps.module.css'

export interface SevenStepsProps {
  /** Each step has it as the beginning of its own. */
  id: string
  statement: string
  value: Step | null
  /** It was passed over. */
  isMissing: boolean
  onChange: (step: Step) => void
}

const [FIRST, LAST] = [1, 7] as const

export function SevenSteps({ id, statement, value, isMissing, onChange }: SevenStepsProps) {
  const { steps, step: said, open } = useWords().feltHeard
  const between = value === null || value === FIRST || value === LAST ? null : steps[value]
  return (
    <fieldset className={styles.statement} aria-describedby={isMissing ? `${id}-open` : undefined}>
      <legend className={styles.legend}>{statement}</legend>
      <div className={styles.steps}>
        {STEPS.map(step => (
          <label key={step} className={styles.step}>
            <input
              type="radio"
              id={`${id}-${step}`}
              name={id}
              value={step}
              checked={value === step}
              onChange={() => onChange(step)}
              aria-label={said(step, steps[step])}
              className={styles.radio}
            />
            <span className={styles.dot} />
          </label>
        ))}
      </div>
      <p className={styles.ends}>
        <End of={FIRST} value={value} />
        {isMissing ? (
          <span id={`${id}-open`} className={styles.chosen}>
            {open}
          </span>
        ) : null}
        {between ? (
          <span aria-hidden="true" className={styles.chosen}>
            {between}
          </span>
        ) : null}
        <End of={LAST} value={value} />
      </p>
    </fieldset>
  )
}

/** The radios say these words already. */
function End({ of, value }: { of: Step; value: Step | null }) {
  const { steps } = useWords().feltHeard
  return (
    <span aria-hidden="true" className={classes(value === of && styles.chosen)}>
      {steps[of]}
    </span>
  )
}
