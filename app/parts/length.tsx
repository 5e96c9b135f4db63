'use client'
// How long? A native slider: arrow keys, names and values come with it. What is chosen is said in words above it.
import { useId } from 'react'
import styles from './length.module.css'

export interface LengthProps {
  label: string
  /** In whole minutes. */
  least: number
  most: number
  value: number
  onChange: (minutes: number) => void
  /** What the value means, as a sentence; a screen reader hears it in place of the bare number. */
  says: string
  note?: string
}

export function Length({ label, least, most, value, onChange, says, note }: LengthProps) {
  const id = useId()
  return (
    <div className={styles.length}>
      <div className={styles.line}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <span aria-hidden="true" className={styles.says}>
          {says}
        </span>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        value={value}
        onChange={event => onChange(event.currentTarget.valueAsNumber)}
        aria-valuetext={note ? `${says}. ${note}` : says}
        className={styles.slider}
      />
      {note ? <p className={styles.note}>{note}</p> : null}
    </div>
  )
}
