'use client'
// When is somebody likely to be here? At the hours that the operator has published, told by the reader's own clock, and as a
// file for their calendar.
import { calendarOf } from '../../../lib/lobby/calendar.ts'
import type { Gathering } from '../../../lib/lobby/hours.ts'
import { Button } from '../../parts/button.tsx'
import { classes } from '../../parts/class-names.ts'
import styles from '../../strangers/strangers.module.css'
import { useLanguage, usePracticeWords } from '../../words/use-words.ts'

const SHOWN = 3

export function Gatherings({ hours }: { hours: readonly Gathering[] }) {
  const { waiting } = usePracticeWords()
  const { locale } = useLanguage()
  if (hours.length === 0) return null
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  } as const)

  function save() {
    const { origin, host } = window.location
    const about = { title: waiting.calendarTitle, url: `${origin}/practice`, host, now: Date.now() }
    const file = new Blob([calendarOf(hours, about)], { type: 'text/calendar' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = 'clearing-practice.ics'
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <div className={classes(styles.stack, styles.centred)}>
      <p>{waiting.gatherings}</p>
      <ul className={styles.bare}>
        {hours.slice(0, SHOWN).map(({ from, until }) => (
          <li key={from}>
            <time dateTime={new Date(from).toISOString()}>{format.formatRange(from, until)}</time>
          </li>
        ))}
      </ul>
      <Button look="link" onClick={save}>
        {waiting.calendar}
      </Button>
    </div>
  )
}
