'use client'
// How much of the turn is left? Mist on a circle, clearing from the top round to the top: at the end there is nothing left
// but an empty ring. A thin line is exact and a wide soft one is the feeling of it. Words say the same to screen readers.
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { SeatId } from '../../lib/protocol/room.ts'
import { classes } from './class-names.ts'
import styles from './clearing-ring.module.css'

/** Four small steps a second are seen as none, and cost a tenth of what an animated line does. */
const STEP_MS = 250
/** The mist is blurred, so it is drawn once a second only. */
const MIST_EVERY = 4

export interface ClearingRingProps {
  seat: SeatId
  /** What is left, 1 to 0; asked four times a second, without a new render. Null where there is no clock: a whole, thin ring. */
  remaining: (() => number) | null
  /** Stands still in the middle: the breath of the one who speaks. */
  children?: ReactNode
  className?: string | undefined
}

export function ClearingRing({ seat, remaining, children, className }: ClearingRingProps) {
  const line = useRef<SVGCircleElement>(null)
  const mist = useRef<SVGCircleElement>(null)

  // Before it is painted: the ring would say another time than the words beside it for a moment.
  useLayoutEffect(() => {
    if (!remaining) return
    let count = 0
    const draw = () => {
      const part = Math.min(1, Math.max(0, remaining()))
      line.current?.setAttribute('stroke-dasharray', `0 ${1 - part} ${part} 1`)
      line.current?.classList.toggle(styles.cleared ?? '', part === 0)
      // Short of the line at both ends, so that its round caps do not run ahead.
      if (count++ % MIST_EVERY === 0) {
        const soft = Math.max(0, part - 0.02)
        mist.current?.setAttribute('stroke-dasharray', `0 ${1 - part + 0.01} ${soft} 1`)
        mist.current?.classList.toggle(styles.cleared ?? '', soft === 0)
      }
    }
    draw()
    const timer = setInterval(draw, STEP_MS)
    return () => clearInterval(timer)
  }, [remaining])

  return (
    <div className={classes(styles.ring, styles[seat], className)}>
      <svg aria-hidden="true" focusable="false" viewBox="-150 -150 300 300" className={styles.soft}>
        <circle ref={mist} r="128" pathLength="1" className={classes(styles.mist, !remaining && styles.cleared)} />
      </svg>
      <svg aria-hidden="true" focusable="false" viewBox="-150 -150 300 300" className={styles.exact}>
        <circle r="128" className={styles.track} />
        <circle ref={line} r="128" pathLength="1" className={classes(styles.line, !remaining && styles.cleared)} />
      </svg>
      <div className={styles.middle}>{children}</div>
    </div>
  )
}
