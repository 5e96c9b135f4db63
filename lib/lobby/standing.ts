// May this device wait for a stranger? What is remembered of it, as plain data: how often it left in the first minute, who
// has reported it, and what a steward has decided. No account stands behind a device, so all of it runs out by itself.
import type { Ms } from '../protocol/room.ts'

export interface Standing {
  v: 1
  /** When it was brought together with those whom it left within a minute, of late. */
  leaves: Ms[]
  restUntil: Ms
  /** Reports that no steward has settled. `by` is a salted hash of the device that reported. */
  reports: { id: string; by: string; until: Ms }[]
  ban: { reason: string; until: Ms } | null
}

export const newStanding = (): Standing => ({ v: 1, leaves: [], restUntil: 0, reports: [], ban: null })

/** To leave within this is to leave early. */
export const EARLY_MS = 60_000
const EARLY_MOST = 3
/** Three early leaves count together when they happened within this. */
const EARLY_WINDOW_MS = 3_600_000
const REST_MS = 15 * 60_000
/** So many different people, and nobody is sent to this device until a steward has looked. */
const REPORTERS_MOST = 3
/** How many reports are counted of one device; a steward has been told of each. */
const REPORTS_MOST = 50

export type Barred = { why: 'rest' | 'banned'; until: Ms } | { why: 'paused'; until: null }

/** Why this device may not wait now; null when it may. */
export function barred({ ban, restUntil, reports }: Standing, now: Ms): Barred | null {
  if (ban && ban.until > now) return { why: 'banned', until: ban.until }
  const reporters = new Set(reports.filter(({ until }) => until > now).map(({ by }) => by))
  if (reporters.size >= REPORTERS_MOST) return { why: 'paused', until: null }
  return restUntil > now ? { why: 'rest', until: restUntil } : null
}

/**
 * It left within the first minute whom it was brought together with at `met`; the third time in an hour it is to rest. Two processes may
 * see one leaving, and nobody is brought together twice in one instant, or while they rest.
 */
export function leftEarly(standing: Standing, met: Ms, now: Ms): Standing {
  if (standing.restUntil > now || standing.leaves.includes(met)) return standing
  const leaves = [...standing.leaves.filter(at => at > now - EARLY_WINDOW_MS), met]
  if (leaves.length < EARLY_MOST) return { ...standing, leaves }
  return { ...standing, leaves: [], restUntil: now + REST_MS }
}

export function reported(standing: Standing, report: Standing['reports'][number], now: Ms): Standing {
  const alive = standing.reports.filter(({ until, id }) => until > now && id !== report.id)
  // What is one person's counts once however often they say it, so theirs is the one to make room.
  const others =
    alive.length >= REPORTS_MOST ? alive.filter(({ by }) => by !== report.by).slice(1 - REPORTS_MOST) : alive
  return { ...standing, reports: [...others, report] }
}

/** A steward has looked at a report: it counts no more. */
export function settled(standing: Standing, report: string): Standing {
  return { ...standing, reports: standing.reports.filter(({ id }) => id !== report) }
}

export function bannedFor(standing: Standing, reason: string, until: Ms): Standing {
  return { ...standing, ban: { reason, until } }
}

export const unbanned = (standing: Standing): Standing => ({ ...standing, ban: null })

/** When nothing of it counts any more. */
export function standingUntil({ leaves, restUntil, reports, ban }: Standing): Ms {
  return Math.max(
    restUntil,
    ban?.until ?? 0,
    ...leaves.map(at => at + EARLY_WINDOW_MS),
    ...reports.map(({ until }) => until),
  )
}
