// Who is connected here? For each seat the one connection that holds it: a newer one of the same person takes its place.
import type { SeatId } from '../lib/protocol/room.ts'

export interface Held<Connection> {
  connection: Connection
  /** Which entry into the seat this connection belongs to; acts and a farewell name it. */
  entry: string
}

export interface Presence<Connection> {
  /** Gives the seat to this connection; returns the one that held it before, when it is another. */
  take(room: string, seat: SeatId, held: Held<Connection>): Connection | null
  /** Lets the seat go if it is still this connection's; returns its entry, or null when it was not. */
  release(room: string, seat: SeatId, connection: Connection): string | null
  seats(room: string): SeatId[]
  holder(room: string, seat: SeatId): Connection | null
  /** Every connection that holds a seat. */
  all(): Connection[]
}

export function createPresence<Connection>(): Presence<Connection> {
  const rooms = new Map<string, Map<SeatId, Held<Connection>>>()
  return {
    take(room, seat, held) {
      const seats = rooms.get(room) ?? new Map<SeatId, Held<Connection>>()
      rooms.set(room, seats)
      const before = seats.get(seat)
      seats.set(seat, held)
      return before && before.connection !== held.connection ? before.connection : null
    },
    release(room, seat, connection) {
      const seats = rooms.get(room)
      const held = seats?.get(seat)
      if (!seats || held?.connection !== connection) return null
      seats.delete(seat)
      if (seats.size === 0) rooms.delete(room)
      return held.entry
    },
    seats: room => [...(rooms.get(room)?.keys() ?? [])],
    holder: (room, seat) => rooms.get(room)?.get(seat)?.connection ?? null,
    all: () => [...rooms.values()].flatMap(seats => [...seats.values()].map(held => held.connection)),
  }
}
