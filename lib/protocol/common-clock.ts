// How far is a room behind the clock that all rooms of a round share, and how does it come back to it?
import type { Ms, Phase, Sitting } from './room.ts'
import { GRACE_MS, isFloorPhase, lengthOf, whereAt } from './where.ts'

/** A phase has at least this much left when a room comes back into step, or it goes on to the boundary after. */
const LEAST_MS: Ms = 1_000

/** How much later than the others this room will be over, in ms; 0 where there is no common clock. */
export const behindMs = (sitting: Sitting, now: Ms): Ms => Math.max(0, apartMs(sitting, now))

/** From when on a room falls behind that stands still by itself; null where it does not, or its clock runs. */
export function behindSince(sitting: Sitting, now: Ms): Ms | null {
  const { common, hold, stoppedAt } = sitting
  return common && hold && stoppedAt === undefined ? now - apartMs(sitting, now) : null
}

/** Less than nothing while what all were stopped for is more than it has lost. */
function apartMs(sitting: Sitting, now: Ms): Ms {
  const { common, hold, stoppedAt } = sitting
  if (!common) return 0
  // While the facilitator holds all, nobody falls further behind.
  const heldMs = hold ? Math.max(0, (stoppedAt ?? now) - hold.since) : 0
  const { phases } = sitting
  const over = (n: number, startedAt: Ms) => endsFrom(sitting, n, startedAt).at(-1) ?? startedAt
  const own = sitting.n < phases.length ? over(sitting.n, sitting.startedAt) : sitting.startedAt
  return own + heldMs - over(0, common.startedAt)
}

/**
 * Where it was agreed that rooms catch up: the running phase ends at the next boundary of the common clock, and the turns
 * that the others have had by then are left out. Whoever is not behind, or may finish, is returned as they are.
 */
export function caughtUp(sitting: Sitting, now: Ms): Sitting {
  const { common } = sitting
  if (!common?.catchUp || behindMs(sitting, now) === 0) return sitting
  const own = whereAt(sitting, now)
  const running = sitting.phases[own.n]
  if (!running || running.ms === null) return sitting
  const graceMs = isFloorPhase(running) ? GRACE_MS : 0
  const ends = endsFrom(sitting, 0, common.startedAt)
  const next = ends.findIndex((end, n) => n >= own.n && end >= now + graceMs + LEAST_MS)
  const until = next < 0 ? sitting.phases.length : next
  const end = ends[next] ?? now + graceMs + LEAST_MS
  const phases = sitting.phases.flatMap((phase, n) => {
    if (n === own.n) return [{ ...phase, ms: end - own.startedAt - graceMs }]
    return n > own.n && n <= until ? [] : [phase]
  })
  const beforeMs = phases.slice(0, own.n + 1).reduce((sum, phase) => sum + (lengthOf(phase) ?? 0), 0)
  return { ...sitting, ...own, phases, common: { ...common, startedAt: end - beforeMs } }
}

/** When each phase from `n` on ends by time, where it begins at `startedAt`. A workshop's phases all have a length. */
function endsFrom({ phases }: Sitting, n: number, startedAt: Ms): Ms[] {
  let at = startedAt
  return phases.slice(n).map(phase => {
    at += lengthOf(phase) ?? 0
    return at
  })
}

/** `totalMs` more for the phases from `n` on that are turns of the same kind and round, in equal parts, or for phase `n` alone. */
export function grown(phases: readonly Phase[], n: number, totalMs: Ms): Phase[] {
  const grow = growing(phases, n)
  return phases.map(phase =>
    grow.includes(phase) ? { ...phase, ms: (phase.ms ?? 0) + Math.round(totalMs / grow.length) } : phase,
  )
}

/** The phases that `grown` lengthens: the running one, and the later turns of its kind in its round. */
export function growing(phases: readonly Phase[], n: number): Phase[] {
  const running = phases[n]
  return phases.slice(n).filter(phase => {
    if (phase === running) return phase.ms !== null
    return running?.turn !== undefined && phase.turn === running.turn && phase.kind === running.kind
  })
}
