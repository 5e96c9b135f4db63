'use client'
// What do people let stand on the wall? Each line on its own, without a name, and a way to take it down.
import type { WallLine } from '../../../../lib/wire/circle.ts'
import { Button } from '../../../parts/button.tsx'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './board.module.css'
import side from './people-side.module.css'
import type { Acts } from './use-acts.ts'

export function OfferedLines({ lines, acts }: { lines: readonly WallLine[]; acts: Acts }) {
  const { offered } = useBoardWords()
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="offered" className={styles.learned}>
      <h2 id="offered">{offered.heading}</h2>
      <p className={styles.keys}>{offered.body}</p>
      <ul className={side.list}>
        {lines.map(({ id, text }) => (
          <li key={id} className={side.wish}>
            <q>{text}</q>
            <Button
              look="link"
              aria-label={offered.takeDownWhat(text)}
              busy={acts.isBusy}
              onClick={() => acts.act({ do: 'take-down', line: id })}
            >
              {offered.takeDown}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
