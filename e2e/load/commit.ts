// How much longer does a decision take that is compared first, than a write that is not? Over TCP to a Redis of this
// machine, one after another: against a plain SET through the same client, and through the bare one below it.
import { startRedis } from '../setup/redis.mjs'
import { compare, percentile } from './arithmetic.ts'
import { startChild } from './child.ts'
import { comparedRow, type Part } from './row.ts'

type Took = Record<'ours' | 'same' | 'bare', number[]>

export const run: Part = async ({ quick, built, say }) => {
  const rounds = quick ? 3 : 9
  const redis = await startRedis()
  const child = await startChild('commit', { built, redis: redis.url })
  try {
    const found: Took = { ours: [], same: [], bare: [] }
    const slow: Took = { ours: [], same: [], bare: [] }
    for (let n = 0; n <= rounds; n++) {
      const took = await child.ask<Took>('round', { times: quick ? 500 : 1_500 })
      if (n > 0) {
        for (const kind of ['ours', 'same', 'bare'] as const) {
          found[kind].push(1_000 * percentile(took[kind], 0.5))
          slow[kind].push(1_000 * percentile(took[kind], 0.99))
        }
      }
      say(`commit ${n}/${rounds}`)
    }
    return [
      comparedRow('commit p50, against a plain SET', 'µs', compare(found.ours, found.same), 1.4, 0),
      comparedRow(
        'commit p50, against a plain SET of the bare client',
        'µs',
        compare(found.ours, found.bare),
        undefined,
        0,
      ),
      comparedRow('commit p99, against a plain SET', 'µs', compare(slow.ours, slow.same), undefined, 0),
    ]
  } finally {
    await child.end()
    await redis.stop()
  }
}
