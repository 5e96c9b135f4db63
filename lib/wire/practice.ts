// What does a page about practice with strangers learn from the server before anybody waits?
import type { Ms } from '../protocol/room.ts'

/** Why a door is shut: the operator has left no address, or nothing keeps strangers' addresses from each other. */
export type ShutWhy = 'no-contact' | 'no-relay'

export interface PracticeAnswer {
  /** Null: open. */
  text: ShutWhy | null
  voice: ShutWhy | null
  /** Voices go through a relay. False where it is open by voice: from window to window of one machine. */
  relayed: boolean
  contact: string | null
  /** The next published gatherings, soonest first. */
  hours: { from: Ms; until: Ms }[]
}
