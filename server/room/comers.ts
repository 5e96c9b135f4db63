// Who comes to a room, and what do they bring? Whoever opens it, takes a free seat in it, or comes back to their own.
import type { Returning, Sitter } from '../../lib/protocol/door.ts'
import type { SeatId } from '../../lib/protocol/room.ts'

export type Newcomer = Omit<Sitter, 'token'>

/** `near`: with what the id of their room is to begin. */
export type Opener = Newcomer & { near?: string | null }

/** `isThere`: whoever has hung up meanwhile would take the seat from where they sit by now, and void the token that they have there. */
export type Comer = Omit<Returning, 'next' | 'present' | 'capsule'> & {
  present: () => SeatId[]
  isThere?: () => boolean
  /** What their browser has kept for the server. */
  capsule?: string | undefined
}
