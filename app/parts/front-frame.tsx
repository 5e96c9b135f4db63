// What do the pages to read have in common? The way back, the theme, and a column for prose.
import type { ReactNode } from 'react'
import { wordsFor } from '../../lib/words/words.ts'
import styles from './front-frame.module.css'
import { Screen } from './screen.tsx'
import { ThemeChoice } from './theme-choice.tsx'

const { look, site } = wordsFor()

export function FrontFrame({
  children,
  action,
  from,
}: {
  children: ReactNode
  action?: ReactNode
  from?: 'top' | 'middle'
}) {
  return (
    <Screen
      {...(from ? { from } : {})}
      place={
        <a href="/" aria-label={site.home} className={styles.name}>
          {site.name}
        </a>
      }
      side={<ThemeChoice words={look} />}
      action={action}
    >
      {children}
    </Screen>
  )
}
