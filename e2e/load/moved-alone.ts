// Do rooms come back after a total loss of which one page alone is left? A thousand of them, twice: two processes whose Redis comes back
// empty, and one process on memory that is killed.
import { setTimeout as pause } from 'node:timers/promises'
import { startRedis } from '../setup/redis.mjs'
import type { Child } from './child.ts'
import { BACK_MS, crowdsAt, every, REBUILT_MS, TALK_MS, tellOf } from './moved-crowds.ts'
import { inTimeRows, turnsRow } from './moved-rows.ts'
import { lastingPort, ourProcess, type Process } from './moved-site.ts'
import type { Row } from './row.ts'

const AWAY_MS = 1_000

interface Site {
  processes: Process[]
  /** Loses all that is kept, and resolves when there is somewhere to keep something again. */
  lose(): Promise<void>
  stop(): Promise<void>
}

async function onRedis(built: string): Promise<Site> {
  let redis = await startRedis({ port: await lastingPort() })
  const { port } = redis
  return {
    processes: await Promise.all([ourProcess(built, redis.url), ourProcess(built, redis.url)]),
    async lose() {
      await redis.kill()
      await pause(AWAY_MS)
      redis = await startRedis({ port })
    },
    stop: () => redis.stop(),
  }
}

async function onMemory(built: string): Promise<Site> {
  const process = await ourProcess(built)
  return {
    processes: [process],
    async lose() {
      await process.end('SIGKILL')
      await pause(AWAY_MS)
      await process.start()
    },
    stop: async () => {},
  }
}

async function lost(what: string, { processes, lose, stop }: Site, pairs: number): Promise<Row[]> {
  const crowds: Child[] = []
  try {
    await Promise.all(processes.map(each => each.start()))
    crowds.push(...(await crowdsAt(processes, pairs)))
    await every(crowds, 'mark')
    await pause(TALK_MS)
    await every(crowds, 'halve')
    // Until it is known at the server, and shown, that they are alone.
    const untold = await every<number>(crowds, 'alone', { ms: BACK_MS })
    if (untold.some(people => people > 0)) throw new Error('some were never told that they are alone')
    await every(crowds, 'mark')
    await lose()
    await every(crowds, 'back', { ms: REBUILT_MS })
    const inTime = (await tellOf(crowds)).people
    await every(crowds, 'back', { ms: BACK_MS })
    const later = (await tellOf(crowds)).people
    return [...inTimeRows(what, inTime, later), turnsRow(later)]
  } finally {
    for (const crowd of crowds) await crowd.end()
    for (const each of processes) await each.end('SIGKILL')
    await stop()
  }
}

/** Rows of both; of each room one page, of either seat, closes for good before. */
export async function oneOfEach(built: string, pairs: number, say: (what: string) => void): Promise<Row[]> {
  say('moved: one of each room is left, and the store loses everything')
  const ofRedis = await lost(
    'one page of each room is left, Redis is killed and back empty',
    await onRedis(built),
    pairs,
  )
  say('moved: one of each room is left, and a process on memory is killed')
  const ofMemory = await lost(
    'one page of each room is left, a process on memory is killed',
    await onMemory(built),
    pairs,
  )
  return [...ofRedis, ...ofMemory]
}
