'use client'
// How far is a room in its phase? A thin line that clears, by the server's clock. All lines of a board share one timer; what is
// held stands still.
import { useEffect, useRef } from 'react'
import type { BoardRoom } from '../../../../lib/wire/circle.ts'
import { serverNow } from '../../../client/line/clock.ts'
import styles from './room-row.module.css'

const EVERY_MS = 1000

const draws = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function follow(draw: () => void): () => void {
  draw()
  draws.add(draw)
  timer ??= setInterval(() => {
    for (const each of draws) each()
  }, EVERY_MS)
  return () => {
    draws.delete(draw)
    if (draws.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

export function PhaseLine({ phase, held }: Pick<BoardRoom, 'phase' | 'held'>) {
  const line = useRef<HTMLSpanElement>(null)
  const startedAt = phase?.startedAt ?? null
  const endsAt = phase?.endsAt ?? null
  const heldAt = held?.since ?? null
  useEffect(
    () =>
      follow(() => {
        const isTimed = startedAt !== null && endsAt !== null && endsAt > startedAt
        const left = isTimed ? (endsAt - (heldAt ?? serverNow())) / (endsAt - startedAt) : 0
        line.current?.style.setProperty('transform', `scaleX(${Math.min(1, Math.max(0, left)).toFixed(3)})`)
      }),
    [startedAt, endsAt, heldAt],
  )
  return (
    <span aria-hidden="true" className={styles.track}>
      <span ref={line} className={styles.line} />
    </span>
  )
}
