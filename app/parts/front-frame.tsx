// What do the pages to read have in common? The way back, the theme, and a column for prose.
import type { ReactNode } from 'react'
import { requestWords } from '../words/request-words.ts'
import styles from './front-frame.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { Screen } from './screen.tsx'
import { ThemeChoice } from './theme-choice.tsx'

export async function FrontFrame({
  children,
  action,
  from,
}: {
  children: ReactNode
  action?: ReactNode
  from?: 'top' | 'middle'
}) {
  const { look, site } = await requestWords()
  return (
    <Screen
      {...(from ? { from } : {})}
      place={
        <a href="/" aria-label={site.home} className={styles.name}>
          {site.name}
        </a>
      }
      side={
        <>
          <LanguageChoice />
          <ThemeChoice words={look} />
        </>
      }
      action={action}
    >
      {children}
    </Screen>
  )
}
