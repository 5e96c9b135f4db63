// Does a server that serves for hours hold on to anything? `npm run soak -- [minutes] [--pairs N] [--import module]` lets people come and
// go at two processes on one Redis, and weighs what is left. It fails unless each sitting is shown to leave less behind than the
// smallest thing that could be forgotten: what one more sitting leaves is the slope over the second half of the run, where everything
// that is bounded is full. A number whose bounds are too far apart to say so fails as well.
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { redisWire } from '../../server/testing/redis-wire.ts'
import { startRedis } from '../setup/redis.mjs'
import { buildServer } from './build.ts'
import { type Child, startChild } from './child.ts'
import { come, type Tally } from './crowd.ts'
import { pause } from './somebody.ts'
import { growthOf, type Trend, trendOf } from './trend.ts'

const PROCESSES = 2
const KIB = 1024
const MINUTE = 60_000
const READINGS = 60
const LEAST_APART_MS = 2_000
/** In which everything that was sat in is out of mind when all have gone. */
const EMPTY_MS = 100_000
/** So many timers and lines of a process's own may be under way when it is looked at. */
const AMISS = 12

interface Reading extends Record<string, number> {
  minutes: number
  sat: number
}

/** What one sitting of one person may seem to leave behind, in the unit of the number. */
const LIMITS: Record<string, { limit: number; why: string }> = {
  'heap KiB': { limit: 1, why: 'a room as it is stored is 1.3 KiB, a connection 9' },
  'RSS KiB': { limit: 4, why: 'one page of memory' },
  timers: { limit: 0.02, why: 'one of fifty sittings' },
  lines: { limit: 0.02, why: 'the same' },
  handles: { limit: 0.02, why: 'the same' },
  'rooms watched': { limit: 0.02, why: 'the same' },
  channels: { limit: 0.02, why: 'the same' },
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

function wordsOf(argv: readonly string[]) {
  const after = (name: string) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined)
  const [first = '10'] = argv
  const minutes = Number(first.startsWith('--') ? 10 : first)
  const pairs = Number(after('--pairs') ?? 60)
  if (!(minutes > 0) || !(pairs >= 1)) throw new Error('npm run soak -- [minutes] [--pairs N] [--import module]')
  return { minutes, pairs, module: after('--import') }
}

interface Lag {
  p50: number
  p99: number
  max: number
}

const ROOMS_KEPT = `local kept = 0
for _, key in ipairs(redis.call('KEYS', 'clearing:room:*')) do
  if redis.call('STRLEN', key) > 1 then kept = kept + 1 end
end
return kept`
const WITHOUT_END = `local found = 0
for _, key in ipairs(redis.call('KEYS', '*')) do
  if redis.call('PTTL', key) < 0 then found = found + 1 end
end
return found`

async function main(): Promise<void> {
  const { minutes, pairs, module } = wordsOf(process.argv.slice(2))
  const built = await buildServer()
  const redis = await startRedis()
  const wire = redisWire(redis.port)
  const flags = module ? ['--import', module] : []
  const detail = { built, redis: redis.url, isOneOfSeveral: true }
  const children = await Promise.all(Array.from({ length: PROCESSES }, () => startChild('clearing', detail, flags)))
  const sum = async (what: (child: Child) => Promise<number>) =>
    (await Promise.all(children.map(what))).reduce((all, one) => all + one, 0)

  async function read(tally: Tally, since: number): Promise<Reading> {
    const minutes = (performance.now() - since) / MINUTE
    const { sat } = tally
    // The lateness of the loop first: what is read after it takes its time in the process that is asked.
    const lags = await Promise.all(children.map(child => child.ask<Lag | null>('lag')))
    const worst = (part: keyof Lag) => Math.max(...lags.map(lag => lag?.[part] ?? 0))
    const held = await Promise.all(children.map(child => child.ask<Record<string, number>>('held')))
    const all = (part: string) => held.reduce((count, one) => count + (one[part] ?? 0), 0)
    const reading = {
      minutes,
      sat,
      'heap KiB': all('heap') / KIB,
      'code KiB': all('code') / KIB,
      'RSS KiB': all('rss') / KIB,
      timers: all('timers'),
      lines: all('lines'),
      handles: all('handles'),
      'rooms watched': await sum(child => child.ask('watched')),
      'rooms kept': Number(await wire.ask('EVAL', ROOMS_KEPT, '0')),
      keys: Number(await wire.ask('DBSIZE')),
      channels: ((await wire.ask('PUBSUB', 'CHANNELS')) as string[]).length,
      'lag p50': worst('p50'),
      'lag p99': worst('p99'),
      'lag max': worst('max'),
    }
    // Not of what we have just done ourselves.
    for (const child of children) await child.ask('lag')
    return reading
  }

  async function reachable(): Promise<Record<string, number>> {
    const found: Record<string, number> = {}
    for (const child of children) {
      const counts = await child.ask<Record<string, number>>('reachable')
      for (const [name, count] of Object.entries(counts)) found[name] = (found[name] ?? 0) + count
    }
    return found
  }

  const say = (one: Reading) =>
    print(
      `${one.minutes.toFixed(1)} min · ${Object.entries(one)
        .filter(([name]) => name !== 'minutes')
        .map(([name, value]) => `${name} ${name.startsWith('lag') ? value.toFixed(1) : Math.round(value)}`)
        .join(' · ')}`,
    )

  try {
    const tally: Tally = { sat: 0, strangers: 0, workshops: 0 }
    const refused = new Map<string, number>()
    const empty = { ...(await read(tally, performance.now())), ...(await reachable()) }
    const since = performance.now()
    const isOver = () => performance.now() > since + minutes * MINUTE
    const ports = children.map(({ port }) => port)
    const people = come({ ports, chance: chanceFrom(1), refused, tally, isOver }, pairs)
    const readings: Reading[] = []
    const apart = Math.max(LEAST_APART_MS, (minutes * MINUTE) / READINGS)
    print(`${pairs} pairs, ${2 * Math.max(1, Math.round(pairs / 10))} strangers and a workshop, for ${minutes} min`)
    for (let due = since + apart; !isOver(); due += apart) {
      await pause(Math.max(0, due - performance.now()))
      if (isOver()) break
      const one = await read(tally, since)
      readings.push(one)
      say(one)
    }
    await people
    const judged = judge(readings)
    for (const line of judged.lines) print(line)
    const rest = await emptied(() => read(tally, since), reachable, empty)
    print(`when all have gone: ${rest.lines.join(', ')}`)
    const withoutEnd = Number(await wire.ask('EVAL', WITHOUT_END, '0'))
    print(`keys that never expire: ${withoutEnd} (1, the store's name)`)
    print(`${tally.sat} sittings of a person, ${tally.strangers} of them strangers, ${tally.workshops} workshops`)
    print(`refused: ${[...refused].map(([what, count]) => `${what} ${count}`).join(', ') || 'nothing'}`)
    const isFlat = judged.isFlat && rest.isEmpty && withoutEnd === 1
    print(isFlat ? 'flat' : 'NOT FLAT')
    if (!isFlat) process.exitCode = 1
  } finally {
    wire.close()
    for (const child of children) await child.end()
    await redis.stop()
  }
}

function judge(readings: readonly Reading[]): { lines: string[]; isFlat: boolean } {
  const half = readings.slice(Math.floor(readings.length / 2))
  const of = (name: string, by: 'sat' | 'minutes'): Trend =>
    trendOf(
      half.map(one => one[by]),
      half.map(one => one[name] ?? Number.NaN),
    )
  let isFlat = true
  const lines = Object.entries(LIMITS).map(([name, { limit, why }]) => {
    const trend = of(name, 'sat')
    const growth = growthOf(trend, limit)
    if (growth !== 'flat') isFlat = false
    const each = (value: number) => value.toFixed(3)
    const perMinute = of(name, 'minutes').slope.toFixed(2)
    return `${name}: ${perMinute} a minute; a sitting leaves ${each(trend.slope)} (${each(trend.least)} to ${each(trend.most)}), at most ${limit} (${why}): ${growth}`
  })
  return { lines, isFlat }
}

/** Reads until nothing is left of what everybody has left, or it takes too long. */
async function emptied(
  read: () => Promise<Reading>,
  reachable: () => Promise<Record<string, number>>,
  before: Record<string, number>,
): Promise<{ lines: string[]; isEmpty: boolean }> {
  const waits = ['timers', 'lines', 'rooms watched', 'channels']
  const found = ['reachable timers', 'reachable lines', 'connections']
  const leftOf = (names: string[], now: Record<string, number>) =>
    names.filter(name => (now[name] ?? 0) > (before[name] ?? 0) + AMISS)
  const until = performance.now() + EMPTY_MS
  let now: Record<string, number> = await read()
  while (leftOf(waits, now).length > 0 && performance.now() < until) {
    await pause(1_000)
    now = await read()
  }
  now = { ...now, ...(await reachable()) }
  const left = leftOf([...waits, ...found], now)
  const lines = [...waits, ...found, 'rooms kept', 'heap KiB', 'RSS KiB'].map(
    name =>
      `${name} ${Math.round(now[name] ?? 0)} (before ${Math.round(before[name] ?? 0)})${left.includes(name) ? ' LEFT' : ''}`,
  )
  return { lines, isEmpty: left.length === 0 }
}

await main()
