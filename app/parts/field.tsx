// Where does a person write? One line (`Field`) or a few (`Writing`); the label is always there, and what is wrong is said
// beneath, in place.
import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { classes } from './class-names.ts'
import styles from './field.module.css'

interface Around {
  label: string
  /** The label is said but not shown: only where the heading above says the same. */
  hideLabel?: boolean
  hint?: ReactNode
  /** What stands in the way, as a sentence; shown in place of nothing, and tied to the field. */
  problem?: string | null | undefined
}

export interface FieldProps extends Around, Omit<InputHTMLAttributes<HTMLInputElement>, 'style' | 'placeholder'> {
  ref?: Ref<HTMLInputElement>
}

export interface WritingProps
  extends Around,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'style' | 'placeholder'> {
  ref?: Ref<HTMLTextAreaElement>
}

function useAround({ label, hideLabel, hint, problem }: Around) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return {
    own: { id, 'aria-describedby': described || undefined, 'aria-invalid': problem ? true : undefined } as const,
    before: (
      <label htmlFor={id} className={classes(styles.label, hideLabel && styles.unseen)}>
        {label}
      </label>
    ),
    after: (
      <>
        {hint ? (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        ) : null}
        {problem ? (
          <p id={`${id}-problem`} className={styles.problem}>
            {problem}
          </p>
        ) : null}
      </>
    ),
  }
}

export function Field({ label, hideLabel = false, hint, problem, className, ...rest }: FieldProps) {
  const { own, before, after } = useAround({ label, hideLabel, hint, problem })
  return (
    <div className={classes(styles.field, className)}>
      {before}
      <input type="text" {...rest} {...own} className={styles.input} />
      {after}
    </div>
  )
}

export function Writing({ label, hideLabel = false, hint, problem, className, ...rest }: WritingProps) {
  const { own, before, after } = useAround({ label, hideLabel, hint, problem })
  return (
    <div className={classes(styles.field, className)}>
      {before}
      <textarea rows={4} {...rest} {...own} className={classes(styles.input, styles.writing)} />
      {after}
    </div>
  )
}
