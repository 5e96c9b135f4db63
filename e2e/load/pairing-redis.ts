// Are two strangers brought together as soon beside a crowd, when all of them are kept in a Redis? As in pairing.ts.
import { startRedis } from '../setup/redis.mjs'
import { measure } from './pairing.ts'
import type { Part } from './row.ts'

export const run: Part = async options => {
  const redis = await startRedis()
  try {
    return await measure('Redis', redis.url, options)
  } finally {
    await redis.stop()
  }
}
