// Who is connected here? For each seat the one connection that holds it: a newer one of the same person takes its place.
import type { SeatId } from '../../lib/protocol/room.ts'

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
  /** Every room in which a seat is held. */
  rooms(): string[]
  holder(room: string, seat: SeatId): Connection | null
  /** Every connection that holds a seat. */
  all(): Connection[]
}

export function createPresence<Connection>(): Presence<Connection> {
  const rooms = new Map<string, Partial<Record<SeatId, Held<Connection>>>>()
  const heldIn = (room: string) => Object.entries(rooms.get(room) ?? {}) as [SeatId, Held<Connection>][]
  return {
    take(room, seat, held) {
      const seats = rooms.get(room) ?? {}
      rooms.set(room, seats)
      const before = seats[seat]
      seats[seat] = held
      return before && before.connection !== held.connection ? before.connection : null
    },
    release(room, seat, connection) {
      const seats = rooms.get(room)
      const held = seats?.[seat]
      if (!seats || held?.connection !== connection) return null
      delete seats[seat]
      if (Object.keys(seats).length === 0) rooms.delete(room)
      return held.entry
    },
    rooms: () => [...rooms.keys()],
    seats: room => heldIn(room).map(([seat]) => seat),
    holder: (room, seat) => rooms.get(room)?.[seat]?.connection ?? null,
    all: () => [...rooms.keys()].flatMap(room => heldIn(room).map(([, held]) => held.connection)),
  }
}
