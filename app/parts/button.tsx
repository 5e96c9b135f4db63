// What can a person do here? One thing above all (`primary`), something beside it (`quiet`), or a way on (`link`).
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './button.module.css'
import { classes } from './class-names.ts'

export type ButtonLook = 'primary' | 'quiet' | 'link'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'style'> {
  look?: ButtonLook
  /** As wide as the column. */
  wide?: boolean
  /** Still to be done: it stays in place and in reach, and says so, but a second press does nothing. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'primary', wide = false, busy = false, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || undefined}
      onClick={busy ? event => event.preventDefault() : onClick}
      className={classes(styles.button, styles[look], wide && styles.wide, className)}
    />
  )
}

export interface ButtonLinkProps {
  href: string
  look?: ButtonLook
  wide?: boolean
  className?: string | undefined
  children: ReactNode
}

/**
 * A link to another page that looks like a button, or like a link with a large enough target. A whole page is loaded: the
 * pages are small, and a room that is left behind so leaves no key in memory.
 */
export function ButtonLink({ href, look = 'primary', wide = false, className, children }: ButtonLinkProps) {
  return (
    <a href={href} className={classes(styles.button, styles[look], wide && styles.wide, className)}>
      {children}
    </a>
  )
}
