// Where do the two forms stand? In the middle of the table, with their mist around them.
import type { ReactNode } from 'react'
import styles from './middle.module.css'

export function Middle({ children }: { children: ReactNode }) {
  return (
    <span aria-hidden="true" className={styles.middle}>
      {children}
    </span>
  )
}
