// How does a steward look at reports and decide? By one command at a time, which steward.ts runs beside the site, on the same store.
import { createIds } from './ids.ts'
import { type Clock, type LobbyStore, StoreDown } from './ports.ts'
import { type Ban, type Bans, createBans } from './safety/bans.ts'
import { createPeople, type People } from './safety/people.ts'
import { createReports, type Report, type Reports } from './safety/reports.ts'
import { createReportSeal, type ShownWords } from './safety/seal.ts'
import { createDocs, DocsBusy } from './store/docs.ts'

const USAGE = `usage: npm run steward -- <command>
  list                          open reports, oldest first
  export                        every report as one JSON object a line
  resolve <report> [note]       a steward has looked: it counts no more
  ban <device> <days> <reason>  this device may not wait until then
  bans                          devices that may not wait, until when, and why
  unban <device>`

const DAY_MS = 86_400_000
/** As long as hashes of devices have. */
const DEVICE = /^[\w-]{22}$/

export interface Steward {
  reports: Reports
  people: People
  bans: Bans
  clock: Pick<Clock, 'now'>
}

/** What is to be said of a command, and whether it was done. */
export interface Said {
  ok: boolean
  lines: string[]
}

export async function runSteward(words: readonly string[], { reports, bans, clock }: Steward): Promise<Said> {
  const [command, subject = '', ...rest] = words
  const done = (...lines: string[]) => ({ ok: true, lines })
  const wrong = (...lines: string[]) => ({ ok: false, lines })
  switch (command) {
    case 'list': {
      const open = (await reports.all()).filter(({ resolved }) => !resolved)
      return done(...(open.length > 0 ? open.flatMap(lines) : ['no open reports']))
    }
    case 'export':
      return done(...(await reports.all()).map(report => JSON.stringify(report)))
    case 'resolve':
      return (await reports.resolve(subject, rest.join(' '))) ? done(`settled ${subject}`) : wrong('no such report')
    case 'ban': {
      const [days = '', ...reason] = rest
      const length = Number(days)
      if (!DEVICE.test(subject) || !(length > 0 && length <= 365) || reason.length === 0) return wrong(USAGE)
      const until = clock.now() + length * DAY_MS
      await bans.ban({ device: subject, reason: reason.join(' '), until })
      return done(`banned ${subject} until ${new Date(until).toISOString()}`)
    }
    case 'bans': {
      const all = await bans.all()
      return done(...(all.length > 0 ? all.map(banned) : ['nobody is banned']))
    }
    case 'unban':
      if (!DEVICE.test(subject)) return wrong(USAGE)
      await bans.lift(subject)
      return done(`may wait again: ${subject}`)
    default:
      return wrong(USAGE)
  }
}

/** What `command` came to, also where the store let it down. What is a mistake of ours, and no store's, is thrown. */
export async function saidOf(command: () => Promise<Said>): Promise<Said> {
  try {
    return await command()
  } catch (error) {
    if (error instanceof StoreDown) return { ok: false, lines: [`The store did not answer (${error.why}).`] }
    if (error instanceof DocsBusy) return { ok: false, lines: ['Others changed the same at each moment: try again.'] }
    throw error
  }
}

/** A report, and beneath it each sentence that it shows: those are known to have been written, and by whom. */
function lines({ id, at, reason, about, by, text, said = [], unreadable }: Report): string[] {
  const own = unreadable
    ? '  (its words are sealed under another secret)'
    : text === undefined
      ? ''
      : `  ${quoted(text)}`
  return [`${id}  ${stamp(at)}  ${reason}  about ${about}  by ${by}${own}`, ...said.map(shown)]
}

const shown = ({ at, kind, text }: ShownWords) => `    ${stamp(at)}  verified  ${HOW[kind]}  ${quoted(text)}`

const HOW = { words: 'they said', draft: 'they wrote, and did not say', line: 'their closing line' } as const

const banned = ({ device, reason, until }: Ban) => `${device}  until ${stamp(until)}  ${quoted(reason)}`

const stamp = (at: number) => new Date(at).toISOString()

/** No character of somebody else's may steer the terminal of whoever reads it, or turn the line around. */
const quoted = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** `secret`: the site's own, under which the words of reports are sealed. */
export function stewardOn(store: LobbyStore, clock: Clock, days: number, secret: string): Steward {
  const docs = createDocs(store, clock, createIds())
  const people = createPeople(store, docs, clock)
  const bans = createBans(docs, people, clock)
  return { people, bans, clock, reports: createReports(docs, people, days, createReportSeal(secret)) }
}
