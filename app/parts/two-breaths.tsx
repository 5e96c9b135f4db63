// Two people, side by side or one over the other: arrival, goodbye, and the front door.
import { Breath } from './breath.tsx'
import { classes } from './class-names.ts'
import styles from './two-breaths.module.css'

export interface TwoBreathsProps {
  /** How near they are: `apart` before both have come, `over` when they have arrived, `one` while both only breathe. */
  near?: 'apart' | 'over' | 'one'
  breathing?: boolean | 'once'
  className?: string | undefined
}

export function TwoBreaths({ near = 'over', breathing = true, className }: TwoBreathsProps) {
  return (
    <span aria-hidden="true" className={classes(styles.two, styles[near], className)}>
      <Breath seat="a" size="wide" breathing={breathing} className={styles.ember} />
      <Breath seat="b" size="wide" breathing={breathing} className={styles.tide} />
    </span>
  )
}
