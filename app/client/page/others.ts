// Who else sits in a room? Everybody but oneself, in the order of the seats; empty seats are left out.
import type { SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import type { Other } from './room-hook.ts'

export function othersOf(view: RoomView): Other[] {
  const ids = Object.keys(view.seats) as SeatId[]
  return ids.flatMap(seat => {
    const there = view.seats[seat]
    return there && seat !== view.you ? [{ ...there, seat }] : []
  })
}
