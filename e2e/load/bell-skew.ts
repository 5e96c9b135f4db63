// Do two screens ring together? Two real browsers, each behind a slow connection of its own and with a wrong clock: how far
// apart the same bell rings on both, as scheduled and as it would by the server's word, both seen and one hidden; and how
// late it is when a server full of rooms rings them all in the same millisecond. `tsx e2e/load/bell-skew.ts [--long]`
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import type { Ms } from '../../lib/protocol/room.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { createIds } from '../../server/ids.ts'
import { createLog } from '../../server/log.ts'
import { createMemoryStore } from '../../server/store/memory.ts'
import { agree, comeIn, openRoom, roomOf, sees, words } from '../people.ts'
import { openScreen } from '../real-screen.ts'
import { type Heard, listen } from './bell-ears.ts'
import { bellsOf, createHeldClock, fill, replan } from './bell-rooms.ts'
import { delay, LTE, WIFI } from './delay-proxy.ts'

export interface Row {
  name: string
  value: number
  unit: string
  target: number | null
  ok: boolean
  note: string
}

export interface SkewOptions {
  /** How many bells each part has. */
  bells?: number
  rooms?: number
  seed?: number
  /** How long a page is hidden before its timers are slowed to one wake a minute. */
  slowAfterSeconds?: number
}

/** What nobody can see from one end: half of what a way down takes longer than the way up. */
const UNSEEN_MS = Math.abs(LTE.downMs - LTE.upMs) / 2
const EVERY_MS = 2000
/** Until both have agreed, are hidden, and their timers slowed. */
const FIRST_MS = 8000
const HIDDEN_FIRST_MS = 22_000
/** Between one bell and the next a server has to have told everybody of the first. */
const FULL_EVERY_MS = 3000
const FULL_FIRST_MS = 30_000
const WITHIN_MS = 1000

const part = (numbers: readonly number[], share: number) => {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
const round = (value: number) => Math.round(value * 100) / 100

/** Runs all parts. Needs the built site. */
export async function run(options: SkewOptions = {}): Promise<Row[]> {
  const { bells = 20, rooms = 4500, seed = 1, slowAfterSeconds = 10 } = options
  const site = await openSite()
  const proxies = [await delay(site.port, WIFI, seed), await delay(site.port, LTE, seed + 1)] as const
  const rows: Row[] = []
  try {
    const base = { site, urls: proxies.map(({ url }) => url), slowAfterSeconds }
    const seen = await sitting(base, { first: FIRST_MS, every: EVERY_MS, bells, hide: false, rooms: 0 })
    rows.push(...skewRows('both seen', seen, bells))
    const hidden = await sitting(base, { first: HIDDEN_FIRST_MS, every: EVERY_MS, bells, hide: true, rooms: 0 })
    rows.push(...skewRows('one hidden', hidden, bells))
    const full = { first: FULL_FIRST_MS, every: FULL_EVERY_MS, bells, hide: false, rooms }
    rows.push(...latenessRows(await sitting(base, full), rooms))
  } finally {
    for (const proxy of proxies) await proxy.close()
    await site.close()
  }
  return rows
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
}

interface Base {
  site: Awaited<ReturnType<typeof openSite>>
  urls: string[]
  slowAfterSeconds: number
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

async function sitting({ site, urls, slowAfterSeconds }: Base, shape: Shape): Promise<Sat> {
  const screens = [await openScreen({ slowAfterSeconds }), await openScreen({ slowAfterSeconds })] as const
  try {
    const [maya, jonah] = [screens[0].page, screens[1].page]
    const ears = [await listen(maya, 3721, true), await listen(jonah, -1240, true)] as const
    const id = await meetAt(site, urls, [maya, jonah], shape)
    if (shape.hide) await screens[1].hide()
    const due = await bellsOf(site.store, id)
    await until((due.at(-1) ?? 0) + WITHIN_MS)
    const heard: [Heard, Heard] = [await ears[0](), await ears[1]()]
    if (heard[1].hidden !== shape.hide) throw new Error('the second screen was not as hidden as it should have been')
    // The last one closes the room, and is measured by no view of a next phase.
    return { due: due.slice(0, -1), heard }
  } finally {
    for (const screen of screens) await screen.close()
  }
}

/** Brings two people into a room with the phases wanted; all its bells are in the same ms as those of the others. */
async function meetAt({ app, clock, store }: Base['site'], urls: string[], pages: [Page, Page], shape: Shape) {
  const [near = '', far = ''] = urls
  const [maya, jonah] = pages
  const { first, every, bells, rooms } = shape
  const link = await openRoom(maya, { name: 'Maya' }, near)
  await comeIn(jonah, link.replace(near, far), 'Jonah')
  await sees(maya, words.agreement.heading)
  await sees(jonah, words.agreement.heading)
  const id = roomOf(link)
  await replan(store, id, first, every, bells)
  await agree(maya)
  clock.hold()
  await fill(app, rooms, first, 2 * every, Math.ceil(bells / 2))
  await agree(jonah)
  while (!app.director.standing(id) || (app.director.standing(id)?.n ?? -1) < 0) await until(Date.now() + 50)
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

function skewRows(name: string, { due, heard }: Sat, bells: number): Row[] {
  const [one, other] = heard
  const rang = apart(due.map(at => [near(one.rang, at), near(other.rang, at)]))
  const sound = apart(due.map(at => [near(one.sounds, at), near(other.sounds, at)]))
  const push = apart(due.map((_, n) => [one.words[n + 1], other.words[n + 1]]))
  const [p95, byWord] = [part(rang, 0.95), part(push, 0.95)]
  const spread = (numbers: number[]) =>
    `p50 ${round(part(numbers, 0.5))}, max ${round(Math.max(...numbers))}, of ${numbers.length} bells`
  return [
    row(`bell skew, ${name}, p95`, p95, 'ms', 10, spread(rang)),
    row(`its sound, ${name}, p95`, part(sound, 0.95), 'ms', 10, spread(sound)),
    row(`above what can be seen, ${name}, p95`, p95 - UNSEEN_MS, 'ms', 3, `${UNSEEN_MS} ms of the path can't be seen`),
    row(`by the server's word, ${name}, p95`, byWord, 'ms', null, spread(push)),
    row(`ratio to the server's word, ${name}`, p95 / byWord, '', 0.25, 'of the same bells'),
    row(`bells missed, ${name}`, 2 * bells - one.rang.length - other.rang.length, '', 0, 'rung once on each screen'),
  ]
}

function latenessRows({ due, heard }: Sat, rooms: number): Row[] {
  const late = (isFull: boolean) => {
    // The first bell, and then every second, is everybody's.
    const own = due.filter((_, n) => (n % 2 === 0) === isFull)
    return heard
      .flatMap(({ rang }) => own.flatMap(at => near(rang, at) ?? []))
      .map((at, n) => at - (own[n % own.length] ?? 0))
  }
  const [idle, full] = [late(false), late(true)].map(lates => lates.map(Math.abs)) as [number[], number[]]
  const note = (numbers: number[]) => `p50 ${round(part(numbers, 0.5))}, max ${round(Math.max(...numbers))}`
  return [
    row('bell lateness, the server idle, p99', part(idle, 0.99), 'ms', null, note(idle)),
    row(`bell lateness, ${rooms} rooms in the same ms, p99`, part(full, 0.99), 'ms', 10, note(full)),
    row('how much later that is, p50', part(full, 0.5) - part(idle, 0.5), 'ms', 2, 'bells of one sitting, in turn'),
  ]
}

function row(name: string, value: number, unit: string, target: number | null, note: string): Row {
  return { name, value: round(value), unit, target, ok: target === null || value <= target, note }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = await run(process.argv.includes('--long') ? { bells: 55, slowAfterSeconds: 300 } : {})
  for (const { name, value, unit, target, ok, note } of rows) {
    const held = target === null ? '' : ` (at most ${target}: ${ok ? 'yes' : 'NO'})`
    process.stdout.write(`${name}: ${value} ${unit}${held}; ${note}\n`)
  }
  process.exit(rows.every(({ ok }) => ok) ? 0 : 1)
}
