// What has just happened, for whoever can't see it? The one live region of a page; mount it with the page, never later.
import type { Says } from './says.ts'
import styles from './visually-hidden.module.css'

/**
 * Politely says `says` whenever it becomes a different sentence. To keep quiet, leave the last sentence in place: emptying
 * the region and filling it again with the same words would say them twice. With a number it is said again for each other number.
 */
export function Status({ says }: { says: string | Says }) {
  const { text, nth } = typeof says === 'string' ? { text: says, nth: 0 } : says
  return (
    <p role="status" aria-atomic="true" className={styles.hidden}>
      <span key={nth}>{text}</span>
    </p>
  )
}
