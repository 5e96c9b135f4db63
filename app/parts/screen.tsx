// Where does everything stand? One column: a line at the top with a place at its end for Leave, the middle, and what can be
// done at the bottom, within reach of a thumb. The same three places on every screen.
import type { ReactNode } from 'react'
import { classes } from './class-names.ts'
import styles from './screen.module.css'

export interface ScreenProps {
  /** Small, at the start of the top line: where in the sitting this is. */
  place?: ReactNode
  /** At the end of the top line: Leave, on every screen of a room. */
  side?: ReactNode
  /** At the bottom: the one thing to do, and what stands beside it. */
  action?: ReactNode
  /** `top` for something to read or fill in, `middle` for something to be with. */
  from?: 'top' | 'middle'
  /** `listening` lets the ground drift to its darker tone. */
  tone?: 'paper' | 'listening'
  /** Behind the column, the whole screen: mist that carries no meaning. */
  behind?: ReactNode
  className?: string | undefined
  children: ReactNode
}

export function Screen({
  place,
  side,
  action,
  from = 'top',
  tone = 'paper',
  behind,
  className,
  children,
}: ScreenProps) {
  return (
    <div
      className={classes(
        styles.screen,
        from === 'middle' && styles.middle,
        tone === 'listening' && styles.listening,
        className,
      )}
    >
      {behind ? (
        <div aria-hidden="true" className={styles.behind}>
          {behind}
        </div>
      ) : null}
      <header className={styles.top}>
        <span className={styles.place}>{place}</span>
        <span className={styles.side}>{side}</span>
      </header>
      <main id="content" className={styles.content}>
        <div className={styles.body}>{children}</div>
        {action ? <div className={styles.action}>{action}</div> : null}
      </main>
    </div>
  )
}
