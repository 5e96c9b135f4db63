'use client'
// What have some of the people offered? A few lines at a time, large enough for the last row, one group after the other, with nobody's
// name.
import { useEffect, useState } from 'react'
import type { WallLine } from '../../../../lib/wire/circle.ts'
import { useWorkshopWords } from '../../../words/use-words.ts'
import styles from './wall.module.css'

const AT_ONCE = 3
/** Long enough to read three lines twice. */
const TURN_MS = 15_000

export function Offered({ lines }: { lines: readonly WallLine[] }) {
  const { onWall } = useWorkshopWords()
  const groups = Math.ceil(lines.length / AT_ONCE)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (groups < 2) return
    const timer = setInterval(() => setTurn(before => before + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [groups])
  if (groups === 0) return null
  const from = (turn % groups) * AT_ONCE
  return (
    <section aria-label={onWall} className={styles.prompt}>
      <p className={styles.label}>{onWall}</p>
      {lines.slice(from, from + AT_ONCE).map(({ id, text }) => (
        <blockquote key={id} className={styles.offered}>
          {text}
        </blockquote>
      ))}
    </section>
  )
}
