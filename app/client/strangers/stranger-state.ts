// Where can somebody be on the way to a stranger? At one of these, and each is a different thing to show.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { BarredWhy, RefusalCode, RoomView, WaitingTold } from '../../../lib/wire/events.ts'

export interface Seeking {
  name: string
  medium: 'text' | 'voice'
  language: string
}

/** Why the one before did not come about: they stepped back, or said nothing. */
export type Before = 'declined' | 'silent' | null

export type StrangerState =
  | { at: 'door' }
  | { at: 'joining' }
  | { at: 'waiting'; told: WaitingTold | null; before: Before }
  /** Once more with the same person, which begins only when both have said it; nobody is told of the other's wish. */
  | { at: 'hoping' }
  /** Somebody is there. `until`: when the time to say yes is over, by this device's date. */
  | { at: 'meeting'; view: RoomView; until: Ms }
  /** The sitting begins, in this room's own page. */
  | { at: 'sitting'; room: string }
  /** Nothing was said here in time. */
  | { at: 'missed' }
  | { at: 'stepped-back' }
  /** This device waits in another window. */
  | { at: 'elsewhere' }
  | { at: 'barred'; why: BarredWhy | RefusalCode | 'no-crypto'; until: Ms | null }

export interface StrangerSnapshot {
  state: StrangerState
  /** The connection is lost, or nobody answers on it, for 3 s: a loss that heals sooner is told to nobody. */
  isQuiet: boolean
}
