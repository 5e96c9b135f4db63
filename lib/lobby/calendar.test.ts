// Does a calendar read what we write? Held against the form of RFC 5545.
import { expect, test } from 'vitest'
import { calendarOf } from './calendar.ts'

const FROM = Date.UTC(2026, 2, 1, 18, 30)
const about = { title: 'Practice', url: 'https://example.org/practice', host: 'example.org', now: FROM - 86_400_000 }

test('each gathering is an entry with its instants in UTC', () => {
  const file = calendarOf([{ from: FROM, until: FROM + 3_600_000 }], about)
  expect(file.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clearing//Practice//EN',
    'BEGIN:VEVENT',
    'UID:20260301T183000Z@example.org',
    'DTSTAMP:20260228T183000Z',
    'DTSTART:20260301T183000Z',
    'DTEND:20260301T193000Z',
    'SUMMARY:Practice',
    'URL:https://example.org/practice',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('marks that mean something in the form are written as themselves', () => {
  expect(calendarOf([{ from: FROM, until: FROM }], { ...about, title: 'one, two; three\\four\nfive' })).toContain(
    'SUMMARY:one\\, two\\; three\\\\four\\nfive\r\n',
  )
})

test('no line is longer than 75 bytes, and unfolded it says the same, whatever the letters', () => {
  const title = 'práctica con una persona nueva, é·'.repeat(12)
  const file = calendarOf([{ from: FROM, until: FROM }], { ...about, title })
  for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title.replaceAll(',', '\\,')}`)
})
