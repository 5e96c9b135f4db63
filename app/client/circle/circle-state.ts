// Where can somebody be on the page of their circle? At one of these, and each is a different thing to show.
import type { CircleFace, CircleView } from '../../../lib/wire/circle.ts'
import type { RefusalCode } from '../../../lib/wire/events.ts'

export type CircleState =
  | { at: 'looking' }
  /** The circle is known, and this person is not: they say a name. */
  | { at: 'door'; face: CircleFace }
  /** `over`: the room in which they were seated, where there is nothing to go back to. */
  | { at: 'in'; view: CircleView; over: string | null }
  /** They sit in this room now; it has a page of its own, and the connection has gone there. */
  | { at: 'seated'; room: string }
  /** No circle has this code, or it is over. */
  | { at: 'unknown' }
  /** Its facilitator has closed it. */
  | { at: 'closed'; face: CircleFace }
  /** They are none of its people any more. */
  | { at: 'out' }
  /** This person is there in another window. */
  | { at: 'elsewhere' }
  | { at: 'left' }
  | { at: 'refused'; code: RefusalCode | 'no-crypto' }

/** A sentence of the facilitator, or null where only their bell rings; each is told apart by its instant. */
export interface SaidLine {
  text: string | null
  at: number
}

export interface CircleSnapshot {
  state: CircleState
  /** The connection has been gone for so long that it is said. */
  isQuiet: boolean
  /** What the facilitator has just said; gone by itself after a while. */
  said: SaidLine | null
}

export const LOOKING: CircleSnapshot = { state: { at: 'looking' }, isQuiet: false, said: null }

/** Of two views the greater revision counts, and at the same revision the later instant. */
export function isLater(next: CircleFace, than: CircleFace | null): boolean {
  return !than || next.circle !== than.circle || next.rev > than.rev || (next.rev === than.rev && next.now >= than.now)
}
