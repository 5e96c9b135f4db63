'use client'
// Is anybody between two strangers? Four words that both read to each other, and one sentence about what they are for. Where
// people write nobody can compare anything, and that is said instead.
import { useId } from 'react'
import type { Medium } from '../../../../lib/protocol/room.ts'
import type { sameWords } from '../../../../lib/words/en/same-words.ts'
import type { RoomVoice } from '../../../client/media/voice.ts'
import { Quiet } from '../../../parts/panel.tsx'
import styles from './same-words.module.css'

export interface SameWordsProps {
  medium: Medium
  /** `room.voice.same`; null before the sound of the room is loaded. */
  same: RoomVoice['same']
  says: typeof sameWords
}

export function SameWords({ medium, same, says }: SameWordsProps) {
  const heading = useId()
  if (medium === 'text') return <Quiet>{says.written}</Quiet>
  if (same?.at === 'differs') {
    return (
      <p role="alert" className={styles.differs}>
        {says.differs}
      </p>
    )
  }
  return (
    <section aria-labelledby={heading} className={styles.same}>
      <h2 id={heading} className={styles.heading}>
        {says.heading}
      </h2>
      <div role="status">
        {same?.at === 'words' ? (
          // Read aloud as they stand: in their own language, and translated by no browser.
          <ol aria-label={says.words} lang={same.language} translate="no" className={styles.words}>
            {same.words.map((word, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand in two of the four places.
              <li key={`${at} ${word}`}>{word}</li>
            ))}
          </ol>
        ) : (
          <p className={styles.waiting}>{says.waiting}</p>
        )}
      </div>
      <Quiet>{says.hint}</Quiet>
    </section>
  )
}
