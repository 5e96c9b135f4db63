// What becomes of a place whose process is about to end? Its person comes again by another one, and finds the place, or the room that is
// theirs already: never both.
import type { Ms } from '../protocol/room.ts'
import type { Offer, Queue, Ticket } from './waiting.ts'

/** Whoever moves has been told of a made offer within this, or never will be. */
export const MOVED_MS = 10_000

export const withSeats = (offer: Offer, change: (ticket: Ticket) => Ticket): Offer => ({
  ...offer,
  seats: { a: change(offer.seats.a), b: change(offer.seats.b) },
})

/** The queue when the process that serves these is about to end. */
export function moving(queue: Queue, tickets: readonly string[]): Queue {
  const moved = (ticket: Ticket): Ticket => (tickets.includes(ticket.id) ? { ...ticket, moves: true } : ticket)
  return { ...queue, waiting: queue.waiting.map(moved), offers: queue.offers.map(offer => withSeats(offer, moved)) }
}

/** Whoever comes by another process has the place that they had. */
export function inOwnPlace(ticket: Ticket, { waiting }: Queue): Ticket {
  const before = waiting.find(({ device, moves }) => moves && device === ticket.device)
  return before ? { ...ticket, since: before.since } : ticket
}

/** Their room is there, and the process that is about to end tells them of it at this moment: another place would be a second one. */
export function isAboutToRead({ device }: Ticket, { offers }: Queue, now: Ms): boolean {
  const isTheirs = ({ moves, device: other }: Ticket) => moves && other === device
  return offers.some(
    ({ made, takenAt, seats: { a, b } }) => made && now < takenAt + MOVED_MS && (isTheirs(a) || isTheirs(b)),
  )
}
