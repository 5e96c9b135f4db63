// What is a queue of people who wait for the same thing, as plain data?
import type { Ms } from '../protocol/room.ts'

/** A person in a queue. Who waits twice on one device waits once. */
export interface Ticket {
  id: string
  /** A salted hash of the device. */
  device: string
  name: string
  key: string | null
  /** The hash of the token with which this person will take the seat. */
  token: string
  /** Since when this person waits: it gives the place, and is kept by whoever comes back through no fault of their own. */
  since: Ms
  /** Renewed while somebody serves this person; a ticket that nobody renews is nobody's. */
  servedUntil: Ms
  /** Their process is about to end: they come again by another one, and mean the place that they have. */
  moves?: true
}

/** Two people taken out of the queue for a room that is being made. Never both here and in the queue. */
export interface Offer {
  /** The id that the room will have. */
  room: string
  seats: { a: Ticket; b: Ticket }
  takenAt: Ms
  /** Whether the room is there. An offer that is not made in time gives both back. */
  made: boolean
}

/** Two tickets that must not meet, until then. Known of everybody who waits or may yet be given back. */
export type Apart = [ticket: string, other: string, until: Ms]

export interface Queue {
  v: 1
  /** In order of `since`. */
  waiting: Ticket[]
  apart: Apart[]
  offers: Offer[]
  /** The latest pairings, newest last: when, and how long the one who had waited longer had. */
  paired: { at: Ms; waitedMs: Ms }[]
  /** Who sit after they waited here, as it was last seen, newest last. Missing in what an earlier release kept. */
  sitting?: Sitting[]
}

/** A sitting that began here: how many of its people are there, and until when that holds if nobody says it anew. */
export interface Sitting {
  room: string
  people: number
  until: Ms
}

export const emptyQueue = (): Queue => ({ v: 1, waiting: [], apart: [], offers: [], paired: [] })
