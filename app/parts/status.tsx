// What has just happened, for whoever can't see it? The one live region of a page; mount it with the page, never later.
import styles from './visually-hidden.module.css'

/**
 * Politely says `says` whenever it becomes a different sentence. To keep quiet, leave the last sentence in place: emptying
 * the region and filling it again with the same words would say them twice.
 */
export function Status({ says }: { says: string }) {
  return (
    <p role="status" aria-atomic="true" className={styles.hidden}>
      {says}
    </p>
  )
}
