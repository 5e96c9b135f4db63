'use client'
// Who is here? A person as a soft breath: seat a a filled disc in ember, seat b an open ring in tide, so that the two are
// told apart by shape as well as by colour. It says nothing to a screen reader: the name beside it does.
import { useEffect, useRef } from 'react'
import type { SeatId } from '../../lib/protocol/room.ts'
import styles from './breath.module.css'
import { classes } from './class-names.ts'

/** 20 samples a second are as many as the smoothing of 200 ms can show. */
const SAMPLE_MS = 50

export interface BreathProps {
  seat: SeatId
  /**
   * `mark` stands in a line of text, `seat` at the doorstep, `inner` within a clearing ring, `alone` above a heading, `wide`
   * fills a listener's screen.
   */
  size?: 'mark' | 'seat' | 'inner' | 'alone' | 'wide'
  /** Slowly in and out, 5 s each way, until stillness is asked for; `once`: a single breath in, then rest. */
  breathing?: boolean | 'once'
  /** A seat in which nobody sits: only a thin broken circle. */
  empty?: boolean
  /** How loud this person is now, 0 to 1; asked 20 times a second, without a new render. */
  level?: (() => number) | undefined
  className?: string | undefined
}

export function Breath({ seat, size = 'seat', breathing = false, empty = false, level, className }: BreathProps) {
  const swell = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const body = swell.current
    if (!body || !level) return
    const timer = setInterval(() => {
      const heard = Math.min(1, Math.max(0, level()))
      body.style.setProperty('transform', `scale(calc(1 + ${(heard * 0.22).toFixed(3)} * var(--drift)))`)
      body.style.setProperty('opacity', (0.72 + heard * 0.28).toFixed(3))
    }, SAMPLE_MS)
    return () => {
      clearInterval(timer)
      body.style.removeProperty('transform')
      body.style.removeProperty('opacity')
    }
  }, [level])

  return (
    <span
      aria-hidden="true"
      className={classes(styles.breath, styles[size], styles[seat], empty && styles.empty, className)}
    >
      <span ref={swell} className={styles.swell}>
        <span className={classes(styles.body, breathing && styles.breathing, breathing === 'once' && styles.once)}>
          <span className={styles.mist} />
          <span className={styles.core} />
        </span>
      </span>
    </span>
  )
}
