// What if somebody taps twice? On a phone for two the second tap would answer for the other one, on a screen that nobody has
// seen yet: so for a moment what is new can't be pressed.
import type { ReactNode } from 'react'
import styles from './fresh.module.css'

/** Give it a key that changes with what it holds. */
export function Fresh({ children }: { children: ReactNode }) {
  return <div className={styles.fresh}>{children}</div>
}
