// How much memory does a pair take that sits and says nothing, its room as it is kept in mind included, and the store's own
// copy elsewhere? Against a pair in a room of bare Socket.IO. Each time in a fresh process, in turns, for what a process has once held it does not give back.
import { startRedis } from '../setup/redis.mjs'
import { compare, median } from './arithmetic.ts'
import { startChild } from './child.ts'
import { barePairs, clearingPairs } from './pairs-of.ts'
import { comparedRow, type Part } from './row.ts'

const KIB = 1024
const TARGET_KIB = 28

type Seating = (port: number, count: number) => Promise<{ speaker: { close(): void }; listener: { close(): void } }[]>

/** RSS of the server for each pair, in KiB. */
async function held(kind: string, detail: object, seat: Seating, pairs: number): Promise<number> {
  const child = await startChild(kind, detail)
  try {
    // What is loaded and compiled for the first ones is no matter of the others.
    const first = await seat(child.port, 50)
    const before = await child.memory()
    const duos = await seat(child.port, pairs)
    const after = await child.memory()
    for (const { speaker, listener } of [...first, ...duos]) {
      speaker.close()
      listener.close()
    }
    return (after.rss - before.rss) / pairs / KIB
  } finally {
    await child.end()
  }
}

export const run: Part = async ({ quick, built, say }) => {
  const pairs = quick ? 1_000 : 2_500
  const rounds = quick ? 1 : 3
  const redis = await startRedis()
  const ours: number[] = []
  const bare: number[] = []
  for (let n = 1; n <= rounds; n++) {
    ours.push(await held('clearing', { built, redis: redis.url }, clearingPairs, pairs))
    bare.push(await held('bare', {}, barePairs, pairs))
    say(`memory ${n}/${rounds}`)
  }
  await redis.stop()
  const each = median(ours)
  return [
    comparedRow('memory per idle pair, against bare Socket.IO', 'KiB', compare(ours, bare), 0.9),
    { metric: 'memory per idle pair, room and all', ours: `${each.toFixed(1)} KiB`, value: each, target: TARGET_KIB },
  ]
}
