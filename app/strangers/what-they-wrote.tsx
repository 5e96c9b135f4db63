'use client'
// Which of their sentences go along with a concern? None, unless it is chosen, one by one; and of these it can be seen that they were
// really written.
import { useSyncExternalStore } from 'react'
import { SHOWN_MOST } from '../../lib/wire/lengths.ts'
import type { Written } from '../../lib/wire/marked.ts'
import { onWritten, writtenIn } from '../client/writing/written.ts'
import { usePracticeWords } from '../words/use-words.ts'
import styles from './strangers.module.css'

const NONE: readonly Written[] = []

/** What they wrote in this room, as far as this page was there; nothing where one speaks aloud. */
export const useWritten = (room: string): readonly Written[] =>
  useSyncExternalStore(
    onWritten,
    () => writtenIn(room),
    () => NONE,
  )

export interface WhatTheyWroteProps {
  written: readonly Written[]
  chosen: readonly Written[]
  choose: (chosen: readonly Written[]) => void
}

export function WhatTheyWrote({ written, chosen, choose }: WhatTheyWroteProps) {
  const { concern } = usePracticeWords()
  const { open, hint, legend, as, most } = concern.shown
  const isFull = chosen.length >= SHOWN_MOST
  return (
    <details className={styles.theirs}>
      <summary>{open}</summary>
      <fieldset aria-describedby="what-they-wrote">
        <legend className={styles.quiet}>{legend}</legend>
        <p id="what-they-wrote" className={styles.quiet}>
          {hint}
        </p>
        {written.map(one => {
          const isChosen = chosen.includes(one)
          return (
            <label key={`${one.kind} ${one.phase} ${one.id} ${one.tag}`} className={styles.way}>
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={() => choose(isChosen ? chosen.filter(other => other !== one) : [...chosen, one])}
              />
              <span>
                <q dir="auto">{one.text}</q>
                {one.kind === 'words' ? null : ` ${as[one.kind]}`}
              </span>
            </label>
          )
        })}
      </fieldset>
      {isFull ? <p className={styles.quiet}>{most}</p> : null}
    </details>
  )
}
