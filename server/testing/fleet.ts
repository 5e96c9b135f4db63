// Which site can everything happen to? Real processes at a real Redis, each reached over a line of its own that can be spoilt, and rooms
// whose two people are at different processes.
import { type RedisOptions, type RedisServer, startRedis } from '../../e2e/setup/redis.mjs'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import type { OpenAsk } from '../../lib/wire/events.ts'
import { type Dweller, dwell } from './dweller.ts'
import { type FaultProxy, faultProxy } from './fault-proxy.ts'
import { opening } from './pair.ts'
import { type Site, startSite } from './site.ts'

/** What all processes of a site share. */
const SECRET = 'no more than this test knows of it'

export interface Fleet {
  redis: RedisServer
  /** Between each process and the Redis. */
  lines: FaultProxy[]
  /** Between people and each process. */
  doors: FaultProxy[]
  sites: Site[]
  /** Everything that any process wrote. */
  said(): string
  /** Another Redis where this one was. */
  setRedis(redis: RedisServer): void
  /** Starts a process in place of one that has ended, behind the same door. */
  replace(at: number): Promise<void>
  /** Somebody who dials the door of this process first. */
  come(at: number, come: { open: OpenAsk } | { room: string; name: string }, keepsNothing?: boolean): Promise<Dweller>
  close(): Promise<void>
}

export interface FleetOptions {
  processes?: number
  redis?: RedisOptions
  env?: Record<string, string>
  /** What each process has besides. */
  own?: Record<string, string>[]
  /** How many files each may have open, where it is not as many as it likes. */
  files?: number[]
  seed?: number
}

export async function startFleet({
  processes = 2,
  redis: how = {},
  env = {},
  own = [],
  files = [],
  seed = 1,
}: FleetOptions = {}): Promise<Fleet> {
  const chance = chanceFrom(seed)
  let redis = await startRedis(how)
  const lines = await Promise.all(Array.from({ length: processes }, () => faultProxy(redis.port)))
  const start = (at: number) =>
    startSite(
      {
        PORT: '0',
        REDIS_URL: `redis://127.0.0.1:${lines[at]?.port}`,
        LOG_LEVEL: 'info',
        SOCKETS_PER_ADDRESS: '1000',
        ROOMS_PER_ADDRESS: '1000',
        CLEARING_SECRET: SECRET,
        ...env,
        ...own[at],
      },
      undefined,
      files[at],
    )
  const sites = await Promise.all(lines.map((_, at) => start(at)))
  const doors = await Promise.all(sites.map(site => faultProxy(site.port)))
  const url = (at: number) => `http://127.0.0.1:${doors[at]?.port}`
  const people: Dweller[] = []
  const all = [...sites]
  return {
    said: () => all.map(site => site.said()).join('\n'),
    get redis() {
      return redis
    },
    setRedis: next => {
      redis = next
    },
    lines,
    doors,
    sites,
    async replace(at) {
      const site = await start(at)
      sites[at] = site
      all.push(site)
      doors[at]?.lead(site.port)
    },
    async come(at, come, keepsNothing = false) {
      const urls = () => sites.map((_, n) => url((at + n) % sites.length))
      const person = await dwell({ urls, chance, come, keepsNothing })
      people.push(person)
      return person
    },
    async close() {
      for (const person of people) person.close()
      for (const { child, ended } of sites) {
        child.kill('SIGKILL')
        await ended
      }
      for (const proxy of [...doors, ...lines]) await proxy.close()
      await redis.stop()
    },
  }
}

/** What may run when something happens: a room in each kind of phase, for a quarter of an hour, and one that has not begun. */
export const STAGES = {
  gathering: null,
  arrive: { kind: 'arrive', seconds: 900, floor: 'none' },
  picture: { kind: 'picture', seconds: 900, floor: 'none' },
  'own turn': { kind: 'speak', seconds: 900, floor: 'first' },
  'their turn': { kind: 'speak', seconds: 900, floor: 'second' },
  settle: { kind: 'settle', seconds: 900, floor: 'none' },
  'say-back': { kind: 'say-back', seconds: 900, floor: 'second' },
  heard: { kind: 'heard', seconds: 900, floor: 'first' },
  drop: { kind: 'drop', seconds: 900, floor: 'none' },
  tell: { kind: 'tell', seconds: 900, floor: 'first' },
  thanks: { kind: 'thanks', seconds: 900, floor: 'all' },
  quiet: { kind: 'quiet', seconds: 900, floor: 'none' },
  meet: { kind: 'meet', seconds: 900, floor: 'all' },
  agree: { kind: 'agree', seconds: 900, floor: 'all' },
} as const
export type Stage = keyof typeof STAGES

export interface Pair {
  stage: Stage
  /** At the first process; speaks first. */
  ann: Dweller
  /** At the second one. */
  ben: Dweller
  /** When the running phase ends by the first view of it; null while the room gathers. */
  endsAt: number | null
}

const LAST = { kind: 'quiet', seconds: 60, floor: 'none' } as const

/** `keepNothing`: what the server gives their pages to keep is lost. */
export async function sitting(fleet: Fleet, stage: Stage, keepNothing = false): Promise<Pair> {
  const phase = STAGES[stage]
  const format = { phases: [...(phase ? [phase] : []), LAST] }
  const ann = await fleet.come(0, { open: opening({ format }) }, keepNothing)
  const ben = await fleet.come(1, { room: ann.room, name: 'Ben' }, keepNothing)
  if (phase === null) {
    await ann.sees(view => view.seats.b?.here === true)
    return { stage, ann, ben, endsAt: null }
  }
  await ann.intend({ do: 'ready', first: 'me' })
  await ben.intend({ do: 'ready', first: 'other' })
  const { phase: running } = await ann.sees(view => view.stage === 'sitting')
  await ben.sees(view => view.stage === 'sitting')
  return { stage, ann, ben, endsAt: running?.endsAt ?? null }
}

export const STAGE_NAMES = Object.keys(STAGES) as Stage[]
