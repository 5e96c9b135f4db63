// How does whoever sits across read it? The same line the other way up, above what lies in the middle; for the eye alone,
// since a screen reader has no side of the table.
import styles from './across.module.css'

export function Across({ children }: { children: string }) {
  return (
    <p aria-hidden="true" className={styles.across}>
      {children}
    </p>
  )
}
