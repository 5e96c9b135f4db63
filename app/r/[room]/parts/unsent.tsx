// The turn ended in the middle of a sentence: where is it? Here, for the one who wrote it, so that nothing is lost without a
// word.
import type { RoomWords } from '../../../client/page/room-hook.ts'
import { Quiet } from '../../../parts/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from './unsent.module.css'

export function Unsent({ words }: { words: RoomWords }) {
  const { writing } = useWords()
  if (words.unsent === '') return null
  return (
    <figure className={styles.unsent}>
      <figcaption>
        <Quiet small>{writing.unsent}</Quiet>
      </figcaption>
      <blockquote>{words.unsent}</blockquote>
    </figure>
  )
}
