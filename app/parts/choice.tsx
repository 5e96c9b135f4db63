// Which one? Native radios, drawn as large pills; arrow keys, names and states come with them.
import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'
import { classes } from './class-names.ts'

export interface Option<Value extends string> {
  value: Value
  label: string
  hint?: string | undefined
  /** Stands at the end of the line: a length of time, for example. */
  aside?: string | undefined
}

export interface ChoiceProps<Value extends string> {
  legend: string
  hideLegend?: boolean
  options: readonly Option<Value>[]
  /** Null while nothing is chosen yet. */
  value: Value | null
  onChange: (value: Value) => void
  /** `list`: one under the other. `row`: short labels side by side. `plain`: radios with no border around them. */
  look?: 'list' | 'row' | 'plain'
  /** Said beneath all of them. */
  note?: ReactNode
}

/** What is read after an option's name: its aside and its hint, once each. */
function described(name: string, { value, aside, hint }: Option<string>): string | undefined {
  const ids = [aside && `${name}-${value}-aside`, hint && `${name}-${value}-hint`].filter(Boolean)
  return ids.join(' ') || undefined
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, hideLegend = false, options, value, onChange, look = 'list', note } = props
  const name = useId()
  return (
    <fieldset className={classes(styles.choice, styles[look])}>
      <legend className={classes(styles.legend, hideLegend && styles.unseen)}>{legend}</legend>
      <div className={styles.options}>
        {options.map(option => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              aria-labelledby={`${name}-${option.value}-label`}
              aria-describedby={described(name, option)}
              className={styles.radio}
            />
            <span className={styles.dot} />
            <span id={`${name}-${option.value}-label`} className={styles.label}>
              {option.label}
            </span>
            {option.aside ? (
              <span id={`${name}-${option.value}-aside`} className={styles.aside}>
                {option.aside}
              </span>
            ) : null}
            {option.hint ? (
              <span id={`${name}-${option.value}-hint`} className={styles.hint}>
                {option.hint}
              </span>
            ) : null}
          </label>
        ))}
      </div>
      {note ? <p className={styles.note}>{note}</p> : null}
    </fieldset>
  )
}
