// When do people gather to practise? The hours that an operator has published ("Sun 19:00-20:30 Europe/Berlin"), and the
// next of them as instants, whatever the clocks of their zone do in between.
import type { Ms } from './queue.ts'

export interface Hours {
  /** 0 is Sunday. */
  day: number
  /** Minutes after midnight, as the clocks of the zone show them. */
  from: number
  minutes: number
  zone: string
}

export interface Gathering {
  from: Ms
  until: Ms
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const ONE = /^([a-z]{3})\s+(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})\s+([A-Za-z_+\-/\d]+)$/i
const DAY_MIN = 24 * 60
const MINUTE = 60_000
const DAY_MS = DAY_MIN * MINUTE

/** Hours written one after the other with semicolons between them; null when one can't be understood. */
export function readHours(text: string): Hours[] | null {
  const read = text
    .split(';')
    .map(one => one.trim())
    .filter(Boolean)
    .map(readOne)
  return read.every(one => one !== null) ? read : null
}

function readOne(text: string): Hours | null {
  const [, name = '', h1, m1, h2, m2, zone = ''] = ONE.exec(text) ?? []
  const day = DAYS.indexOf(name.toLowerCase())
  const from = minuteOf(h1, m1)
  const to = minuteOf(h2, m2)
  if (day < 0 || from === null || to === null || !isZone(zone)) return null
  // What ends before it begins ends on the next day.
  return { day, from, minutes: (to - from + DAY_MIN) % DAY_MIN || DAY_MIN, zone }
}

function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const [h, m] = [Number(hour), Number(minute)]
  return h <= 24 && m < 60 && h * 60 + m <= DAY_MIN ? (h * 60 + m) % DAY_MIN : null
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The gatherings that are on at `now` or come next, soonest first. */
export function nextGatherings(hours: readonly Hours[], now: Ms, most = 4): Gathering[] {
  const found = hours.flatMap(one => {
    const starts = Array.from({ length: 16 }, (_, day) => startOn(one, now + (day - 1) * DAY_MS))
    return starts.flatMap(from => (from === null ? [] : [{ from, until: from + one.minutes * MINUTE }]))
  })
  const ahead = found.filter(({ until }) => until > now).sort((one, other) => one.from - other.from)
  return ahead.filter(({ from }, n) => from !== ahead[n - 1]?.from).slice(0, most)
}

/** When these hours begin on the day that the zone's calendar shows at `at`; null when it is another day of the week. */
function startOn({ day, from, zone }: Hours, at: Ms): Ms | null {
  const midnight = Math.floor(wallClock(zone, at) / DAY_MS) * DAY_MS
  if (new Date(midnight).getUTCDay() !== day) return null
  const wanted = midnight + from * MINUTE
  // Twice, because the offset of the first guess may be another one than that of the instant it leads to.
  const guess = wanted - (wallClock(zone, wanted) - wanted)
  return wanted - (wallClock(zone, guess) - guess)
}

/** What the clocks of a zone show at an instant, written as if it were UTC. */
function wallClock(zone: string, at: Ms): Ms {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric' },
  }).formatToParts(new Date(at))
  const get = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute')) + (at % MINUTE)
}
