// How does every panel stand? What is said above, what can be done at the bottom, and mist behind both. The frame around it
// (the top line, the dialogs) stays while panels change.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './panel.module.css'

export interface PanelLook {
  /** `middle` for something to be with, `top` for something to read or to write. */
  from?: 'middle' | 'top'
  /** Mist behind the words, which hides itself from a screen reader, or somebody's picture in it: the largest thing on the screen. */
  behind?: ReactNode
  /** The one thing to do, and what stands beside it. */
  action?: ReactNode
  children: ReactNode
}

export function Panel({ from = 'middle', behind, action, children }: PanelLook) {
  return (
    <>
      {behind ? <div className={styles.behind}>{behind}</div> : null}
      <div className={classes(styles.said, styles[from], Boolean(behind) && styles.low)}>{children}</div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </>
  )
}

/** A sentence in the quieter colour. */
export function Quiet({ small = false, children }: { small?: boolean; children: ReactNode }) {
  return <p className={classes(styles.quiet, small && styles.small)}>{children}</p>
}
