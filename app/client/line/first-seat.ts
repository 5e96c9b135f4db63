// Which seat of this room does a page that was just loaded come back to? The one that its own tab sat in, or one that a
// closed tab of this browser has left; never one that is open in another tab.
import type { SeatId } from '../../../lib/protocol/room.ts'
import { holdSeat, type SeatHold } from '../device/seat-hold.ts'
import { seatsHere, tabMemory } from '../device/seat-memory.ts'

export interface FirstSeat {
  seat: SeatId
  token: string
  held: SeatHold
}

/** Resolves with a seat that this tab now holds, or with null when it has to knock like anybody. */
export async function firstSeat(room: string): Promise<FirstSeat | null> {
  const own = tabMemory(room)?.seat
  for (const { seat, token } of seatsHere(room)) {
    const held = await holdSeat(room, seat, seat === own ? 'mine' : 'free')
    if (held) return { seat, token, held }
  }
  return null
}
