// What is remembered of a device, and of who met whom? Salted hashes, standings and meetings, each for its own time.
import { createHmac, randomBytes } from 'node:crypto'
import { type Barred, barred, leftEarly, newStanding, type Standing, standingUntil } from '../../lib/lobby/standing.ts'
import type { Medium, Ms, SeatId } from '../../lib/protocol/room.ts'
import type { Clock, LobbyStore } from '../ports.ts'
import type { Docs } from '../store/docs.ts'

/** Who sat with whom: enough to avoid, to report and to meet again, and nothing of what was said. */
export interface Meeting {
  v: 1
  seats: Partial<Record<SeatId, { device: string; token: string; name: string }>>
  medium: Medium
  /** When their sitting began; without it they were brought together, and that is all. */
  begunAt?: Ms
}

export interface People {
  /** The salted hashes under which a device and a room are known here. */
  hashOf(kind: 'device' | 'room', id: string): Promise<string>
  /** The store may have been lost, and with it what everybody is named by here: it is kept there again. Never rejects. */
  look(): Promise<void>
  standing(device: string): Promise<Standing>
  barred(device: string): Promise<Barred | null>
  change(device: string, change: (standing: Standing, now: Ms) => Standing): Promise<void>
  /** It left whom it was brought together with at `met`. */
  leftEarly(device: string, met: Ms): Promise<void>
  met(meeting: string, who: Omit<Meeting, 'v'>): Promise<void>
  /** They sit, or did until now. */
  sat(meeting: string): Promise<void>
  meeting(meeting: string): Promise<Meeting | null>
  keepApart(one: string, other: string, why: 'avoid' | 'met', ttlMs: Ms): Promise<void>
}

const DAY_MS = 86_400_000
export const AVOID_MS = 365 * DAY_MS
export const MET_MS = DAY_MS
/** Two whose sitting has not begun yet: long enough that nobody is sent back to whom they just declined. */
export const PAIRED_MS = 15 * 60_000
/**
 * Counted from when they were last seen sitting. A room that is held shows nothing for up to three hours, so at least two are left in which
 * one of them can speak of the other.
 */
export const MEETING_MS = 6 * 3_600_000
const SALT_MS = 800 * DAY_MS

interface Salt {
  v: 1
  salt: string
}

export function createPeople(store: LobbyStore, docs: Docs, clock: Pick<Clock, 'now'>): People {
  /** What everybody is named by, as it was found last, or put there by this process. */
  let salt: string | null = null
  let looking: Promise<string> | null = null

  /**
   * One salt for all processes of a site, kept beside what it salts for as long as that is used. A store that has lost it is given it
   * again, and where another process was quicker to draw one, that one holds: whoever is kept out or apart from now on must be so also
   * for the next process.
   */
  async function readSalt(): Promise<string> {
    const known = salt
    const kept = known === null ? null : await docs.read<Salt>('salt')
    let found = kept?.salt ?? known ?? randomBytes(32).toString('base64url')
    if (kept === null) {
      await docs.change<Salt>('salt', doc => {
        found = doc?.salt ?? found
        return { next: { v: 1, salt: found }, ttlMs: SALT_MS }
      })
    }
    salt = found
    return found
  }

  /** Looked for each time, and whoever asks meanwhile is answered by the same look. */
  async function presentSalt(): Promise<string> {
    looking ??= readSalt().finally(() => {
      looking = null
    })
    try {
      return await looking
    } catch (error) {
      // A store that does not answer has lost nothing yet.
      if (salt === null) throw error
      return salt
    }
  }

  const people: People = {
    async hashOf(kind, id) {
      // 132 bits: as many as the ids have.
      return createHmac('sha256', await presentSalt())
        .update(`${kind}:${id}`)
        .digest('base64url')
        .slice(0, 22)
    },
    async look() {
      if (salt !== null) await presentSalt()
    },
    standing: async device => (await docs.read<Standing>(`device:${device}`)) ?? newStanding(),
    barred: async device => barred(await people.standing(device), clock.now()),
    change: (device, change) =>
      docs.change<Standing>(`device:${device}`, (kept, now) => {
        const next = change(kept ?? newStanding(), now)
        return { next, ttlMs: Math.max(1, standingUntil(next) - now) }
      }),
    leftEarly: (device, met) => people.change(device, (standing, now) => leftEarly(standing, met, now)),
    met: (meeting, who) =>
      docs.change<Meeting>(`meeting:${meeting}`, () => ({ next: { v: 1, ...who }, ttlMs: MEETING_MS })),
    sat: meeting =>
      docs.change<Meeting>(
        `meeting:${meeting}`,
        (kept, now) => kept && { next: { begunAt: now, ...kept }, ttlMs: MEETING_MS },
      ),
    meeting: meeting => docs.read<Meeting>(`meeting:${meeting}`),
    async keepApart(one, other, why, ttlMs) {
      await store.part([one, other], why, ttlMs)
    },
  }
  return people
}
