// Are two strangers brought together as soon beside a crowd, when all of them are kept in a Redis? As in pairing.ts, with as many
// as one process of several serves: it looks at each queue every two seconds, and where twenty thousand wait in two thousand
// queues of ten, four processes share a thousand such looks a second.
import { startRedis } from '../setup/redis.mjs'
import { measure } from './pairing.ts'
import type { Part } from './row.ts'

const SIZES = [10, 1_000, 5_000] as const

export const run: Part = async options => {
  const redis = await startRedis()
  try {
    return await measure('Redis', SIZES, redis.url, options)
  } finally {
    await redis.stop()
  }
}
