// How do gatherings get into somebody's own calendar? As a file of iCalendar (RFC 5545), which every calendar reads.
import type { Ms } from '../protocol/room.ts'
import type { Gathering } from './hours.ts'

/** `19700101T000000Z`, the form of an instant. */
const stamp = (at: Ms): string =>
  new Date(at)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}/, '')

/** A text may hold no bare comma, semicolon, backslash or line break (RFC 5545, 3.3.11). */
const text = (said: string): string => said.replaceAll(/[\\;,]/g, mark => `\\${mark}`).replaceAll('\n', '\\n')

const LINE_BYTES = 75

/** No line is longer than 75 bytes: what is more goes on after a break and a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const width = new TextEncoder().encode(letter).length
    if (bytes + width > LINE_BYTES) {
      lines.push(part)
      part = ' '
      bytes = 1
    }
    part += letter
    bytes += width
  }
  return [...lines, part].join('\r\n')
}

/** The whole file. `host` makes the entries' names unlike those of any other place; `now` is when it was written. */
export function calendarOf(
  gatherings: readonly Gathering[],
  { title, url, host, now }: { title: string; url: string; host: string; now: Ms },
): string {
  const entries = gatherings.flatMap(({ from, until }) => [
    'BEGIN:VEVENT',
    `UID:${stamp(from)}@${host}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(until)}`,
    `SUMMARY:${text(title)}`,
    `URL:${url}`,
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Clearing//Practice//EN', ...entries, 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}
