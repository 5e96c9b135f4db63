// Does a pair cost more where several processes serve the site? As many pairs, a sentence a second each, at one, two and four processes
// on a Redis of their own, in turns: with both people of a pair at one process, and with each at another, so that every sentence goes
// through Redis. Counted is the time of a core, of all processes and the Redis, for there are fewer cores than processes. At each site
// as many pairs again sit and say nothing.
import { redisWire } from '../../server/testing/redis-wire.ts'
import { startRedis } from '../setup/redis.mjs'
import { compare, percentile } from './arithmetic.ts'
import { startChild } from './child.ts'
import { speak } from './pairs.ts'
import { clearingPairs, type Duo } from './pairs-of.ts'
import { redisCpu } from './redis-cpu.ts'
import { comparedRow, type Part, type Row } from './row.ts'
import type { Caller } from './wire.ts'

const SIZES = [1, 2, 4] as const
/** What a second process may add: its own heartbeats to the others, and fewer asks at each waking. */
const TARGET = 1.15

interface Site {
  size: number
  together: Duo<Caller>[]
  apart: Duo<Caller>[]
  cpu: () => Promise<number>
  redisCpu: () => Promise<number>
  end: () => Promise<void>
}

async function open(size: number, pairs: number, built: string): Promise<Site> {
  const redis = await startRedis()
  const wire = redisWire(redis.port)
  const detail = { built, redis: redis.url, isOneOfSeveral: true }
  const children = await Promise.all(Array.from({ length: size }, () => startChild('clearing', detail)))
  const ports = children.map(({ port }) => port)
  const together: Duo<Caller>[] = []
  const apart: Duo<Caller>[] = []
  for (const [n, port] of ports.entries()) {
    const share = Math.floor((pairs * (n + 1)) / size) - Math.floor((pairs * n) / size)
    together.push(...(await clearingPairs(port, share)))
    apart.push(...(await clearingPairs(port, share, ports[(n + 1) % size])))
  }
  return {
    size,
    together,
    apart,
    redisCpu: () => redisCpu(wire),
    async cpu() {
      const all = await Promise.all([...children.map(child => child.cpu()), redisCpu(wire)])
      return all.reduce((sum, one) => sum + one, 0)
    },
    async end() {
      for (const { speaker, listener } of [...together, ...apart]) {
        speaker.close()
        listener.close()
      }
      wire.close()
      for (const child of children) await child.end()
      await redis.stop()
    },
  }
}

type Found = Record<'cpu' | 'p99' | 'redis' | 'lost', number[]>

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

const nothing = (): Found => ({ cpu: [], p99: [], redis: [], lost: [] })

/** CPU in µs for each pair and second. */
async function listenTo(site: Site, duos: readonly Duo<Caller>[], ms: number, id: number, found: Found | null) {
  const before = await site.redisCpu()
  const { used, late, lost } = await speak(site.cpu, duos, ms, id)
  const ofRedis = (await site.redisCpu()) - before
  if (!found) return
  found.lost.push(lost)
  found.cpu.push((used * 1e6) / duos.length)
  found.redis.push(ofRedis / late.length)
  found.p99.push(percentile(late, 0.99))
}

export const run: Part = async ({ quick, pairs: asked, built, say }) => {
  const pairs = Math.floor(asked / 2)
  const rounds = quick ? 3 : 7
  const ms = quick ? 3_000 : 5_000
  const sites: Site[] = []
  try {
    for (const size of SIZES) {
      say(`processes: ${2 * pairs} pairs come to ${size}`)
      sites.push(await open(size, pairs, built))
    }
    const found = sites.map(() => ({ together: nothing(), apart: nothing() }))
    for (let n = 0; n <= rounds; n++) {
      for (const [place, site] of sites.entries()) {
        for (const how of ['together', 'apart'] as const) {
          if (site.size === 1 && how === 'apart') continue
          await listenTo(site, site[how], ms, 1 + 10 * n, n === 0 ? null : (found[place]?.[how] ?? null))
        }
      }
      say(`processes ${n}/${rounds}`)
    }
    const [alone, ...several] = found.map((one, place) => ({ ...one, size: SIZES[place] ?? 0 }))
    if (!alone) throw new Error('nobody was measured')
    const one = alone.together
    return several.flatMap(({ size, together, apart }): Row[] => [
      comparedRow(
        `CPU of ${pairs} pairs at ${size} processes, each and second; peer: 1`,
        'µs',
        compare(together.cpu, one.cpu),
        TARGET,
      ),
      comparedRow('  p99 until a sentence is heard', 'ms', compare(together.p99, one.p99)),
      comparedRow('  the two of a pair at different ones', 'µs', compare(apart.cpu, one.cpu)),
      comparedRow('    p99 until a sentence is heard', 'ms', compare(apart.p99, one.p99)),
      comparedRow('    of it Redis, for each sentence', 'µs', compare(apart.redis, one.redis)),
      { metric: '    sentences that never came: together, apart', ours: `${sum(together.lost)}, ${sum(apart.lost)}` },
    ])
  } finally {
    for (const site of sites) await site.end()
  }
}
