// Do two screens ring together? Two real browsers, each behind a slow connection of its own and with a wrong clock: how far
// apart the same bell rings on both, as scheduled and as it would by the server's word, both seen and one hidden; and how
// late it is when a server full of rooms rings them all in the same millisecond. Alone: `tsx e2e/load/bell-skew.ts [--long]`
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import type { Ms } from '../../lib/protocol/room.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { createIds } from '../../server/ids.ts'
import { createLog } from '../../server/log.ts'
import { createMemoryStore } from '../../server/store/memory.ts'
import { agree, comeIn, openRoom, roomOf, words } from '../people.ts'
import { type ScreenOptions, startScreen } from '../real-screen.ts'
import { percentile } from './arithmetic.ts'
import { type Heard, listen } from './bell-ears.ts'
import { bellsOf, createHeldClock, fill, replan } from './bell-rooms.ts'
import { delay, LTE, WIFI } from './delay-proxy.ts'
import { type Row, tableOf, verdictOf } from './row.ts'

export interface SkewOptions {
  quick?: boolean
  say?: (text: string) => void
  /** Ten minutes hidden before the first bell, as a browser's own five minutes until it slows a page ask for. */
  long?: boolean
}

const ROOMS = 4500
const SEED = 1

/** What nobody can see from one end: half of what a way down takes longer than the way up. */
const UNSEEN_MS = Math.abs(LTE.downMs - LTE.upMs) / 2
const EVERY_MS = 2000
/** Until both have agreed, are hidden, and their timers slowed. */
const FIRST_MS = 10_000
const HIDDEN_FIRST_MS = 25_000
const LONG_FIRST_MS = 600_000
/** A browser's own is five minutes: then a hidden page's timers wake once a minute. */
const SLOW_AFTER_SECONDS = 5
/** Between one bell and the next a server has to have told everybody of the first. */
const FULL_EVERY_MS = 3000
const FULL_FIRST_MS = 30_000
const WITHIN_MS = 1000

/** Runs all parts. Needs the built site. */
export async function run({ quick = false, say = () => {}, long = false }: SkewOptions = {}): Promise<Row[]> {
  const bells = quick ? 8 : 40
  const rooms = quick ? ROOMS / 10 : ROOMS
  const site = await openSite()
  const proxies = [await delay(site.port, WIFI, SEED), await delay(site.port, LTE, SEED + 1)] as const
  const base: Base = {
    site,
    urls: proxies.map(({ url }) => url),
    slow: long ? {} : { slowAfterSeconds: SLOW_AFTER_SECONDS },
  }
  const none = { bells, hide: false, rooms: 0 }
  try {
    say('bell-skew: both seen')
    const seen = await sitting(base, { ...none, first: FIRST_MS, every: EVERY_MS })
    say('bell-skew: one hidden')
    const first = long ? LONG_FIRST_MS : HIDDEN_FIRST_MS
    const hidden = await sitting(base, { ...none, first, every: EVERY_MS, hide: true })
    say(`bell-skew: ${rooms} rooms at once`)
    const full = await sitting(base, { ...none, first: FULL_FIRST_MS, every: FULL_EVERY_MS, rooms })
    return [...skewRows('both seen', seen), ...skewRows('one hidden', hidden), ...latenessRows(full, rooms)]
  } finally {
    for (const proxy of proxies) await proxy.close()
    await site.close()
  }
}

async function openSite() {
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production' })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const clock = createHeldClock()
  const store = createMemoryStore(clock, { most: 20_000 })
  const log = createLog({ level: 'silent', stream: { write: () => {} } })
  const config = { ...read.config, socketsPerAddress: 10_000, roomsPerAddress: 10_000 }
  const app = await createApp({ config, store, clock, ids: createIds(), log })
  return { app, clock, store, port: app.port, close: () => app.close() }
}

interface Sat {
  /** When each bell was due. */
  due: Ms[]
  heard: [Heard, Heard]
  /** How late a plain timer of this process rang for each: what the machine made of it while it was measured. */
  here: Ms[]
}

interface Base {
  site: Awaited<ReturnType<typeof openSite>>
  urls: string[]
  slow: ScreenOptions
}

interface Shape {
  first: Ms
  every: Ms
  bells: number
  /** Whether the second screen is hidden before the first bell. */
  hide: boolean
  /** How many others ring at every second bell. */
  rooms: number
}

async function sitting({ site, urls, slow }: Base, shape: Shape): Promise<Sat> {
  const screens = [await startScreen(slow), await startScreen(slow)] as const
  try {
    const [maya, jonah] = [screens[0].page, screens[1].page]
    const ears = [await listen(maya, 3721, true), await listen(jonah, -1240, true)] as const
    const id = await meetAt(site, urls, [maya, jonah], shape)
    if (shape.hide) await screens[1].hide()
    const due = await bellsOf(site.store, id)
    const here: Ms[] = []
    for (const [n, at] of due.entries()) {
      void until(at).then(() => {
        here[n] = Date.now() - at
      })
    }
    await until((due.at(-1) ?? 0) + WITHIN_MS)
    const heard: [Heard, Heard] = [await ears[0](), await ears[1]()]
    if (heard[1].hidden !== shape.hide) throw new Error('the second screen was not as hidden as it should have been')
    // The last one closes the room, and is measured by no view of a next phase.
    return { due: due.slice(0, -1), heard, here }
  } finally {
    for (const screen of screens) await screen.close()
  }
}

/** Brings two people into a room with the phases wanted; all its bells are in the same ms as those of the others. */
async function meetAt({ app, clock, store }: Base['site'], urls: string[], pages: [Page, Page], shape: Shape) {
  const [near = '', far = ''] = urls
  const [maya, jonah] = pages
  const { first, every, bells, rooms } = shape
  for (const [page, site] of [
    [maya, near],
    [jonah, far],
  ] as const)
    await page.goto(`${site}/open`)
  const link = await openRoom(maya, { name: 'Maya' }, near)
  await comeIn(jonah, link.replace(near, far), 'Jonah')
  for (const page of pages) await page.getByRole('heading', { name: words.agreement.heading }).waitFor()
  const id = roomOf(link)
  await replan(store, id, first, every, bells)
  await agree(maya)
  clock.hold()
  await fill(app, rooms, first, 2 * every, Math.ceil(bells / 2))
  await agree(jonah)
  while (!app.director.status(id) || (app.director.status(id)?.n ?? -1) < 0) await until(Date.now() + 50)
  clock.letGo()
  return id
}

const until = (at: Ms) => new Promise(resolve => setTimeout(resolve, Math.max(0, at - Date.now())))

/** Each bell's instant on a screen: the ring that is nearest to when it was due. */
function near(instants: readonly Ms[], due: Ms): Ms | null {
  const [best] = [...instants].sort((one, other) => Math.abs(one - due) - Math.abs(other - due))
  return best !== undefined && Math.abs(best - due) < WITHIN_MS ? best : null
}

function apart(pairs: readonly (readonly [Ms | null | undefined, Ms | null | undefined])[]): number[] {
  return pairs.flatMap(([one, other]) => (one == null || other == null ? [] : [Math.abs(one - other)]))
}

const told = (numbers: readonly number[]) =>
  `${[percentile(numbers, 0.5), percentile(numbers, 0.95), Math.max(...numbers)].map(ms => ms.toFixed(1)).join(' / ')} ms`

/** A bell counts when the machine itself was on time for it: a plain timer of the bench was no later than this. */
const ON_TIME_MS = 4
const COUNTED_LEAST = 5

/** p50 / p95 / max; what is held to the target is p95. */
function skewRows(name: string, { due, heard, here }: Sat): Row[] {
  const [one, other] = heard
  const counted = due.map((_, n) => n).filter(n => (here[n] ?? Number.POSITIVE_INFINITY) <= ON_TIME_MS)
  if (counted.length < COUNTED_LEAST) throw new Error('the machine was too busy to tell')
  const rang = due.map(at => [near(one.rang, at), near(other.rang, at)] as const)
  const sounds = due.map(at => [near(one.sounds, at), near(other.sounds, at)] as const)
  const words = due.map((_, n) => [one.words[n + 1], other.words[n + 1]] as const)
  const of = (pairs: readonly (readonly [Ms | null | undefined, Ms | null | undefined])[]) =>
    apart(counted.flatMap(n => [pairs[n] ?? [null, null]]))
  const [ring, sound, push] = [of(rang), of(sounds), of(words)]
  // Rung once on each: as often as it was due, and near to when it was.
  const wrong = heard.flatMap(screen =>
    due.filter(at => screen.rang.filter(r => Math.abs(r - at) < WITHIN_MS).length !== 1),
  )
  const p95 = percentile(ring, 0.95)
  const ratio = p95 / percentile(push, 0.95)
  const parts = 'p50 / p95 / max'
  return [
    { metric: `bell apart, ${name}, ${parts}`, ours: told(ring), peer: told(push), value: p95, target: 10 },
    { metric: `  its sound, ${name}, ${parts}`, ours: told(sound), value: percentile(sound, 0.95), target: 10 },
    row(`  above the ${UNSEEN_MS} ms of the path that can't be seen, p95`, p95 - UNSEEN_MS, 3),
    {
      metric: "  against the server's word for the same bells, p95",
      ours: '',
      value: ratio,
      ratio: ratio.toFixed(2),
      target: 0.25,
    },
    {
      metric: '  bells that did not ring once',
      ours: `${wrong.length} of ${2 * due.length}`,
      value: wrong.length,
      target: 0,
    },
    {
      metric: `  all bells, those of the ${due.length - counted.length} of ${due.length} busy moments too`,
      ours: told(apart(rang)),
      peer: told(apart(words)),
    },
    late(here),
  ]
}

const late = (here: readonly Ms[]): Row => ({
  metric: "  the machine's own timers, late by p50 / p95 / max",
  ours: told(here),
})

function latenessRows({ due, heard, here }: Sat, rooms: number): Row[] {
  // The first bell, and then every second, is everybody's.
  const lateWhen = (isFull: boolean) =>
    due
      .filter((_, n) => (n % 2 === 0) === isFull)
      .flatMap(at => heard.flatMap(({ rang }) => near(rang, at) ?? []).map(rungAt => rungAt - at))
  const [idle, full] = [lateWhen(false).map(Math.abs), lateWhen(true).map(Math.abs)]
  const later = percentile(full, 0.5) - percentile(idle, 0.5)
  const metric = `bell late, ${rooms} rooms in the same ms, p50 / p95 / max; peer: idle`
  return [
    { metric, ours: told(full), peer: told(idle), value: percentile(full, 0.99), target: 10 },
    row('  later than when the server is idle, p50', later, 2),
    late(here),
  ]
}

function row(metric: string, value: number, target: number): Row {
  return { metric, ours: `${value.toFixed(1)} ms`, value, target }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const say = (text: string) => void process.stderr.write(`${text}\n`)
  const rows = await run({ say, long: process.argv.includes('--long'), quick: process.argv.includes('--quick') })
  process.stdout.write(`${tableOf(rows)}\n`)
  process.exit(rows.some(one => verdictOf(one) === 'missed') ? 1 : 0)
}
