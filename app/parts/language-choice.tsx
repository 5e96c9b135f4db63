'use client'
// In another language? One small button for each that has been written, by its own name. The choice is remembered in a cookie,
// the only one there is, because the page is made on the server; it is set by this press and by nothing else.
import { LOCALE_COOKIE, LOCALES, type Locale, NAMES } from '../../lib/words/locale.ts'
import { useLanguage } from '../words/use-words.ts'
import styles from './language-choice.module.css'

const YEAR_SECONDS = 31_536_000

function choose(locale: Locale): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the newer way is missing in browsers of today, and where there is no TLS
  document.cookie = `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`
  location.reload()
}

export function LanguageChoice() {
  const { locale } = useLanguage()
  return LOCALES.filter(other => other !== locale).map(other => (
    <button key={other} type="button" lang={other} className={styles.choice} onClick={() => choose(other)}>
      {NAMES[other]}
    </button>
  ))
}
