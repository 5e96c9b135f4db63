// How does one of the seven pairs look? Seat a a filled disc in ember, seat b an open ring in tide over it, so that what they
// share is seen without colour. It says nothing to a screen reader: the words beside it do.
import { overlapOf, type Step } from '../../lib/closeness/overlap.ts'
import { classes } from './class-names.ts'
import styles from './overlap-pair.module.css'

/** The widest pair with room for its lines, in radii of the first. */
const BOX = '-2.1 -1.42 4.2 2.84'

export function OverlapPair({ step, className }: { step: Step; className?: string | undefined }) {
  const { radius, apart } = overlapOf(step)
  return (
    <svg aria-hidden="true" focusable="false" viewBox={BOX} className={classes(styles.pair, className)}>
      <circle cx={-apart / 2} r={radius} className={styles.a} />
      <circle cx={apart / 2} r={radius} className={styles.b} />
    </svg>
  )
}
