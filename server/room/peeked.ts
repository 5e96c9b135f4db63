// What may somebody know of a room before they sit down in it?
import { totalMs } from '../../lib/formats/formats.ts'
import { people, type Room, seatIds } from '../../lib/protocol/room.ts'
import type { Peeked } from '../../lib/wire/events.ts'

/** Who invites to what, and how many seats are free; none once the sitting has begun. An empty name where the host is gone. */
export function peeked(room: Room): Peeked {
  const [host] = people(room)
  return {
    host: (host && room.seats[host]?.name) ?? '',
    medium: room.medium,
    format: {
      id: room.format.id,
      title: room.format.title,
      totalMs: room.clock === 'none' ? null : totalMs(room.plan),
    },
    free: room.sitting ? 0 : seatIds(room).filter(seat => room.seats[seat] === null).length,
  }
}
