// When do people gather to practise? The hours that an operator has published ("Sun 19:00-20:30 Europe/Berlin"), and the
// next of them as instants, whatever the clocks of their zone do in between.
import type { Ms } from '../protocol/room.ts'

export interface Hours {
  /** 0 is Sunday. */
  day: number
  /** Minutes after midnight, as the clocks of the zone show them. */
  from: number
  /** How long, by the same clocks. */
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
  // The end of a day is no beginning: it might be meant as that of this day or of the next.
  if (day < 0 || from === null || from === DAY_MIN || to === null || !isZone(zone)) return null
  // What ends before it begins ends on the next day.
  return { day, from, minutes: to > from ? to - from : to - from + DAY_MIN, zone }
}

function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const [h, m] = [Number(hour), Number(minute)]
  return h <= 24 && m < 60 && h * 60 + m <= DAY_MIN ? h * 60 + m : null
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
  const ahead = hours
    .flatMap(one => around(one, now))
    .filter(({ from, until }) => until > now && until > from)
    .sort((one, other) => one.from - other.from)
  return ahead.filter(({ from }, n) => from !== ahead[n - 1]?.from).slice(0, most)
}

/**
 * Those of yesterday and of the two weeks that follow, as the zone's calendar counts them: a day there may have 23 hours or 25. In a
 * night in which the clocks change, one may have nothing left of it.
 */
function around({ day, from, minutes, zone }: Hours, now: Ms): Gathering[] {
  const today = Math.floor(wallClock(zone, now) / DAY_MS) * DAY_MS
  const midnights = Array.from({ length: 16 }, (_, n) => today + (n - 1) * DAY_MS)
  return midnights
    .filter(midnight => new Date(midnight).getUTCDay() === day)
    .map(midnight => ({
      from: whenShown(zone, midnight + from * MINUTE),
      until: whenShown(zone, midnight + (from + minutes) * MINUTE),
    }))
}

/** The first instant at which the clocks of a zone show this, or later where they leave it out. */
function whenShown(zone: string, wanted: Ms): Ms {
  const before = wanted - (wallClock(zone, wanted - DAY_MS) - (wanted - DAY_MS))
  const after = wanted - (wallClock(zone, wanted + DAY_MS) - (wanted + DAY_MS))
  let [early, late] = [Math.min(before, after), Math.max(before, after)]
  for (const instant of [early, late]) if (wallClock(zone, instant) === wanted) return instant
  // Between the two the clocks go forward, past what is wanted.
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE
    if (wallClock(zone, middle) < wanted) early = middle
    else late = middle
  }
  return late
}

/** What the clocks of a zone show at an instant, written as if it were UTC. */
function wallClock(zone: string, at: Ms): Ms {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(new Date(at))
  const get = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute')) + (at % MINUTE)
}
