// How long after somebody has decided something do both see it? The whole way: asked, judged, kept in a Redis of this
// machine, shown to both. Against a message of that size which bare Socket.IO tells both without looking or keeping.
import { startRedis } from '../setup/redis.mjs'
import { compare, percentile } from './arithmetic.ts'
import { startChild } from './child.ts'
import { barePairs, clearingPairs, type Duo } from './pairs-of.ts'
import { comparedRow, type Part } from './row.ts'
import type { Caller } from './wire.ts'

const LOST_MS = 10_000

/** Ms from `act` until both have been told something. */
async function untilBothSee({ speaker, listener }: Duo<Caller>, act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  const seen = Promise.all(
    [speaker, listener].map(
      caller =>
        new Promise<number>((resolve, reject) => {
          const late = setTimeout(() => reject(new Error('nothing was shown')), LOST_MS)
          caller.hear = text => {
            if (!text.startsWith('42["view"')) return
            clearTimeout(late)
            resolve(performance.now() - begun)
          }
        }),
    ),
  )
  await act()
  return Math.max(...(await seen))
}

export const run: Part = async ({ quick, built, say }) => {
  const pairs = quick ? 60 : 200
  const rounds = quick ? 2 : 7
  const redis = await startRedis()
  const children = await Promise.all([startChild('clearing', { built, redis: redis.url }), startChild('bare')])
  const [clearing, bare] = children
  try {
    const ours = await clearingPairs(clearing.port, pairs)
    const theirs = await barePairs(bare.port, pairs)
    const p50: [number[], number[]] = [[], []]
    const p99: [number[], number[]] = [[], []]
    for (let n = 0; n <= rounds; n++) {
      const took: [number[], number[]] = [[], []]
      for (let pair = 0; pair < pairs; pair++) {
        const one = ours[pair]
        const other = theirs[pair]
        if (!one || !other) continue
        took[0].push(await untilBothSee(one, () => one.speaker.ask('intent', { do: 'hold' })))
        for (const caller of [one.speaker, one.listener]) await caller.ask('intent', { do: 'resume' })
        took[1].push(await untilBothSee(other, () => other.speaker.ask('act', {})))
      }
      for (const place of [0, 1] as const) {
        if (n === 0) continue
        p50[place].push(percentile(took[place], 0.5))
        p99[place].push(percentile(took[place], 0.99))
      }
      say(`act ${n}/${rounds}`)
    }
    return [
      comparedRow('from an act to both screens, p50', 'ms', compare(...p50), undefined, 2),
      comparedRow('from an act to both screens, p99', 'ms', compare(...p99), undefined, 2),
    ]
  } finally {
    for (const child of children) await child.end()
    await redis.stop()
  }
}
