// What is this place? Three lines, one thing to do, and two breaths.
import styles from './page.module.css'
import { ButtonLink } from './parts/button.tsx'
import { Heading } from './parts/heading.tsx'
import { LanguageChoice } from './parts/language-choice.tsx'
import { Screen } from './parts/screen.tsx'
import { Sweep } from './parts/sweep.tsx'
import { ThemeChoice } from './parts/theme-choice.tsx'
import { TwoBreaths } from './parts/two-breaths.tsx'
import { requestWords } from './words/request-words.ts'

export default async function Home() {
  const { home, look, site } = await requestWords()
  return (
    <Screen
      className={styles.home}
      place={<span className={styles.name}>{site.name}</span>}
      side={
        <>
          <LanguageChoice />
          <ThemeChoice words={look} />
        </>
      }
      behind={<TwoBreaths breathing="once" className={styles.breaths} />}
      action={
        <div className={styles.doors}>
          <ButtonLink href="/open" wide>
            {home.open}
          </ButtonLink>
          <p className={styles.nobody}>
            {home.nobody} <a href="/try">{home.onePhone}</a> <a href="/practice">{home.stranger}</a>
          </p>
          <nav className={styles.ways}>
            <a href="/j">{home.code}</a>
            <a href="/workshop">{home.group}</a>
            <a href="/how">{home.how}</a>
            <a href="/privacy">{home.privacy}</a>
          </nav>
          <p className={styles.promise}>{home.promise}</p>
        </div>
      }
    >
      <Sweep />
      <div className={styles.said}>
        <Heading size="large">{home.heading}</Heading>
        <p className={styles.lead}>
          {home.lead.map(line => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </div>
    </Screen>
  )
}
