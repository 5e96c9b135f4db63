// How much memory does a pair take that sits and says nothing, its room as it is kept in mind included, and the store's own
// copy elsewhere? Against a pair in a room of bare Socket.IO. Each time in a fresh process, in turns, for what a process has
// once held it does not give back. From a process that has just begun, which still makes room for itself; and what one more
// pair takes where a thousand sit.
import { startRedis } from '../setup/redis.mjs'
import { compare, median } from './arithmetic.ts'
import { startChild } from './child.ts'
import { barePairs, clearingPairs } from './pairs-of.ts'
import { comparedRow, type Part } from './row.ts'

const KIB = 1024
const TARGET_KIB = 28
/** What is loaded for the first ones is no matter of the others. */
const FIRST = 50
const MANY = 1_000

type Seating = (port: number, count: number) => Promise<{ speaker: { close(): void }; listener: { close(): void } }[]>

/** In KiB for each pair. */
interface Held {
  fromFew: number
  fromMany: number
}

async function held(kind: string, detail: object, seat: Seating, pairs: number): Promise<Held> {
  const child = await startChild(kind, detail)
  try {
    const steps: { count: number; rss: number }[] = []
    const duos: Awaited<ReturnType<Seating>> = []
    for (const count of [FIRST, MANY, pairs]) {
      duos.push(...(await seat(child.port, count - duos.length)))
      steps.push({ count, rss: (await child.memory()).rss })
    }
    for (const { speaker, listener } of duos) {
      speaker.close()
      listener.close()
    }
    const [few, many, all] = steps
    if (!few || !many || !all) throw new Error('nobody sat')
    const each = (from: { count: number; rss: number }) => (all.rss - from.rss) / (all.count - from.count) / KIB
    return { fromFew: each(few), fromMany: each(many) }
  } finally {
    await child.end()
  }
}

export const run: Part = async ({ quick, built, say }) => {
  const pairs = quick ? 2_500 : 4_000
  const rounds = quick ? 1 : 3
  const redis = await startRedis()
  const ours: Held[] = []
  const bare: Held[] = []
  for (let n = 1; n <= rounds; n++) {
    ours.push(await held('clearing', { built, redis: redis.url }, clearingPairs, pairs))
    bare.push(await held('bare', {}, barePairs, pairs))
    say(`memory ${n}/${rounds}`)
  }
  await redis.stop()
  const both = (part: keyof Held) =>
    compare(
      ours.map(one => one[part]),
      bare.map(one => one[part]),
    )
  const each = median(ours.map(({ fromFew }) => fromFew))
  return [
    comparedRow('memory per idle pair, against bare Socket.IO', 'KiB', both('fromFew'), 0.9),
    { metric: 'memory per idle pair, room and all', ours: `${each.toFixed(1)} KiB`, value: each, target: TARGET_KIB },
    comparedRow(`  of one more where ${MANY} pairs sit`, 'KiB', both('fromMany')),
  ]
}
