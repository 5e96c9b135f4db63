'use client'
// What did the group give of how it was? Sums of five people or more, as two small distributions; never one person's answer.
import type { Learned } from '../../../../lib/wire/circle.ts'
import { useBoardWords } from '../../../words/use-words.ts'
import styles from './learned.module.css'

/** Of one bar and of the gap to the next. */
const BAR = 12
const GAP = 8
const TALL = 48
const BASE = 16

function Distribution({ label, counts }: { label: string; counts: readonly number[] }) {
  const { learned } = useBoardWords()
  const most = Math.max(1, ...counts)
  const wide = counts.length * (BAR + GAP) - GAP
  const read = counts.map((count, at) => learned.step(at + 1, count)).join('. ')
  return (
    <figure className={styles.figure}>
      <figcaption>{label}</figcaption>
      <svg
        role="img"
        aria-label={`${label}. ${read}`}
        viewBox={`-4 0 ${wide + 8} ${TALL + BASE}`}
        className={styles.bars}
      >
        {counts.map((count, at) => {
          const x = at * (BAR + GAP)
          const high = count === 0 ? 1 : Math.max(2, (count / most) * (TALL - 12))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            <g key={at}>
              <rect
                x={x}
                y={TALL - high}
                width={BAR}
                height={high}
                rx="1"
                className={count === 0 ? styles.none : styles.bar}
              />
              {count > 0 ? (
                <text x={x + BAR / 2} y={TALL - high - 3} textAnchor="middle" className={styles.count}>
                  {count}
                </text>
              ) : null}
            </g>
          )
        })}
        <text x="0" y={TALL + 12} className={styles.end}>
          {learned.scale[0]}
        </text>
        <text x={wide} y={TALL + 12} textAnchor="end" className={styles.end}>
          {learned.scale[1]}
        </text>
      </svg>
    </figure>
  )
}

export function Sums({ learned }: { learned: Learned }) {
  const { learned: words } = useBoardWords()
  return (
    <div className={styles.sums}>
      <p>{words.givers(learned.givers)}</p>
      <div className={styles.both}>
        <Distribution label={words.before} counts={learned.before} />
        <Distribution label={words.after} counts={learned.after} />
      </div>
      <p className={styles.hint}>{words.what}</p>
      <p>{words.heard(learned.heard, learned.givers)}</p>
    </div>
  )
}
