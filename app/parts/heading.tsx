// What does the room say? The heading of a screen: it takes the focus when a phase begins, and is never a stop for Tab.
import type { ReactNode, Ref } from 'react'
import { classes } from './class-names.ts'
import styles from './heading.module.css'

export interface HeadingProps {
  /** `title` 36, `large` 56 on wide screens, `quiet` 28. */
  size?: 'large' | 'title' | 'quiet'
  children: ReactNode
  className?: string | undefined
  ref?: Ref<HTMLHeadingElement>
}

export function Heading({ size = 'title', children, className, ref }: HeadingProps) {
  return (
    <h1 ref={ref} tabIndex={-1} className={classes(styles.heading, styles[size], className)}>
      {children}
    </h1>
  )
}

/** A sentence beneath a heading, in the quieter colour. */
export function Beneath({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <p className={classes(styles.beneath, className)}>{children}</p>
}
