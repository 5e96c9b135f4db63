// Who is banned now? A device is known by a hash alone, which nobody can guess: what was banned has to be found again to be let in.
import { bannedFor, unbanned } from '../../lib/lobby/standing.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'
import type { Docs } from '../store/docs.ts'
import type { People } from './people.ts'

export interface Ban {
  /** A salted hash. */
  device: string
  reason: string
  until: Ms
}

export interface Bans {
  /** Those that have not run out, in the order in which they were said. */
  all(): Promise<Ban[]>
  ban(ban: Ban): Promise<void>
  lift(device: string): Promise<void>
}

/** Where bans are found. What counts is what stands with the device. */
interface Index {
  v: 1
  bans: { device: string; until: Ms }[]
}

export function createBans(docs: Docs, people: People, clock: Pick<Clock, 'now'>): Bans {
  const list = (device: string, until: Ms | null) =>
    docs.change<Index>('bans', (index, now) => {
      const others = (index?.bans ?? []).filter(one => one.until > now && one.device !== device)
      const bans = until === null ? others : [...others, { device, until }]
      return { next: { v: 1, bans }, ttlMs: Math.max(1, ...bans.map(one => one.until - now)) }
    })

  return {
    async all() {
      const index = await docs.read<Index>('bans')
      const now = clock.now()
      const found = (index?.bans ?? []).map(async ({ device }) => {
        const { ban } = await people.standing(device)
        return ban && ban.until > now ? [{ device, ...ban }] : []
      })
      return (await Promise.all(found)).flat()
    },
    // The ban first: whoever could not be listed is kept out all the same, and the steward is told to say it again.
    async ban({ device, reason, until }) {
      await people.change(device, standing => bannedFor(standing, reason, until))
      await list(device, until)
    },
    async lift(device) {
      await people.change(device, unbanned)
      await list(device, null)
    },
  }
}
