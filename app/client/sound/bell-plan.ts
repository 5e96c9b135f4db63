// Which bells does the running phase have, and when? A pure reading of one view, so that every page that knows the view
// rings the same ones at the same instants of the server's clock.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { Settings } from '../device/settings.ts'
import type { LinkSnapshot } from '../line/room-state.ts'

export interface PlannedBell {
  /** The same bell has the same id in every view and on every page; one that was moved is another one. */
  id: string
  phase: number
  kind: 'half' | 'full'
  at: Ms
}

/** A warning stands only in a turn at least this many times as long: in a short one it would come as it begins. */
const WARN_IN = 2

/**
 * A turn ends with a full bell at `bellAt`, and has a half-bell `warnMs` before it. A quiet phase ends with a half-bell,
 * because nobody has to be interrupted. Nothing is due while the clock is held, or where there is none.
 */
export function bellPlan(view: RoomView, warnMs: Ms | null): PlannedBell[] {
  const { phase, held, stage, room } = view
  if (stage !== 'sitting' || !phase || held) return []
  const bell = (kind: PlannedBell['kind'], at: Ms): PlannedBell => ({
    id: `${room}/${phase.n}/${kind}/${at}`,
    phase: phase.n,
    kind,
    at,
  })
  if (phase.bellAt === null) return phase.endsAt === null ? [] : [bell('half', phase.endsAt)]
  const isLong = warnMs !== null && phase.bellAt - phase.startedAt >= WARN_IN * warnMs
  return [...(isLong ? [bell('half', phase.bellAt - warnMs)] : []), bell('full', phase.bellAt)]
}

/**
 * The bells of `armed` that still ring although the newest view does not plan them: those of a phase that ended by time.
 * Our clock and the server's differ by milliseconds, and the view of the next phase must not silence the bell before it.
 */
export function stillDue(armed: readonly PlannedBell[], view: RoomView): PlannedBell[] {
  const now = view.phase
  const isOver = view.closed?.why === 'complete'
  return armed.filter(bell => (now ? now.n > bell.phase && now.startedAt >= bell.at : isOver && view.now >= bell.at))
}

/**
 * What this page has to ring: nothing, unless it is in the room (another tab of this person may be), and on the line: from where that
 * was lost the room holds the time that the bell would end.
 */
export function bellsHere(
  view: RoomView | null,
  { state, link }: Pick<LinkSnapshot, 'state' | 'link'>,
  warnMs: Ms | null,
  armed: readonly PlannedBell[],
): PlannedBell[] {
  return view && state.at === 'in' && link !== 'quiet' ? [...bellPlan(view, warnMs), ...stillDue(armed, view)] : []
}

/**
 * Whether somebody who has put their phone down is called by this step: two who sit in one place have no clock, and whoever spoke
 * has said that they are finished. No bell was due, so it rings when that is known.
 */
export function isCalled(before: RoomView, after: RoomView): boolean {
  const { phase, held, medium, stage } = before
  if (medium !== 'together' || stage !== 'sitting' || held || phase?.kind !== 'speak' || phase.bellAt !== null)
    return false
  return after.phase ? after.phase.n > phase.n : after.closed?.why === 'complete'
}

export type BellRings = 'here' | 'elsewhere' | 'not'

/** Where somebody may wait for the bell. Two phones on one table have one bell, wherever it is. */
export function bellRings({ bell, ringsHere }: Pick<Settings, 'bell' | 'ringsHere'>, isBlocked: boolean): BellRings {
  if (!ringsHere) return 'elsewhere'
  return bell === 'off' || isBlocked ? 'not' : 'here'
}
