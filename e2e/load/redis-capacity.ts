// How far does one Redis go? What it works for a whole sitting, counted in commands and in time of its one core, where many sit at
// once; and so how many sittings it begins in a second, and how many pairs that is at a time.
import { formatFor, totalMs } from '../../lib/formats/formats.ts'
import { billed, redisWire } from '../../server/testing/redis-wire.ts'
import { startRedis } from '../setup/redis.mjs'
import { median } from './arithmetic.ts'
import { sitting } from './billed.ts'
import { startChild } from './child.ts'
import { redisCpu } from './redis-cpu.ts'
import type { Part } from './row.ts'
import { inTurns } from './wire.ts'

/** The part of its core that leaves room for a bad moment. */
const USED_MOST = 0.6
const SECOND = 1_000
const AT_ONCE = 100

export const run: Part = async ({ quick, built, say }) => {
  const sittings = quick ? 100 : 300
  const rounds = quick ? 2 : 5
  const redis = await startRedis()
  const wire = redisWire(redis.port)
  const detail = { built, redis: redis.url, isOneOfSeveral: true }
  const children = await Promise.all([startChild('clearing', detail), startChild('clearing', detail)])
  try {
    const found: Record<'cpu' | 'script' | 'commands' | 'scripts', number[]> = {
      cpu: [],
      script: [],
      commands: [],
      scripts: [],
    }
    for (let n = 0; n <= rounds; n++) {
      await wire.ask('CONFIG', 'RESETSTAT')
      const before = await redisCpu(wire)
      // Many at once: what is alone in a moment wakes it for itself.
      await inTurns(sittings, AT_ONCE, k => sitting(children[k % 2]?.port ?? 0, (_, theBell) => theBell))
      const spent = (await redisCpu(wire)) - before
      const counts = await billed(wire)
      const stats = String(await wire.ask('INFO', 'commandstats'))
      const [, calls, usec] = /cmdstat_evalsha:calls=(\d+),usec=(\d+)/.exec(stats) ?? []
      if (n === 0) continue
      found.cpu.push(spent / sittings)
      found.script.push(Number(usec) / Number(calls))
      found.scripts.push(Number(calls) / sittings)
      found.commands.push(Object.values(counts).reduce((sum, one) => sum + one, 0) / sittings)
      say(`redis-capacity ${n}/${rounds}`)
    }
    const each = median(found.cpu)
    const perSecond = (USED_MOST * 1e6) / each
    const pairsOf = (id: 'taste' | 'listening') => perSecond * (totalMs(formatFor(id).phases) / SECOND)
    const many = (value: number) => Math.round(value).toLocaleString('en')
    return [
      { metric: 'one sitting at a Redis: commands as they are billed', ours: median(found.commands).toFixed(1) },
      {
        metric: '  scripts, and what each works by its own count',
        ours: `${median(found.scripts).toFixed(1)}, ${median(found.script).toFixed(1)} µs`,
      },
      { metric: '  time of its core in all', ours: `${each.toFixed(0)} µs` },
      { metric: `  sittings begun in a second at ${100 * USED_MOST} % of its core`, ours: many(perSecond) },
      {
        metric: '  pairs at a time: sittings of 6 minutes, of 18',
        ours: `${many(pairsOf('taste'))}, ${many(pairsOf('listening'))}`,
      },
    ]
  } finally {
    wire.close()
    for (const child of children) await child.end()
    await redis.stop()
  }
}
