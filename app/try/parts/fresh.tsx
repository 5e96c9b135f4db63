// What if somebody taps twice? On a phone for two the second tap would answer for the other one, on a screen that nobody has
// seen yet: so for a moment what is new can't be pressed.
import type { ReactNode } from 'react'
import styles from './fresh.module.css'

export interface FreshProps {
  /** A part of what can be done on a panel, and not a whole panel. */
  part?: boolean
  children: ReactNode
}

/** Give it a key that changes with what it holds. */
export function Fresh({ part = false, children }: FreshProps) {
  return <div className={part ? styles.part : styles.panel}>{children}</div>
}
