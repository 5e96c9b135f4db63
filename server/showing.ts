// Who of a room is shown what, after it was looked at? Each seat its own view, and only when something about it is new.
import type { Ms, Room, SeatId } from '../lib/protocol/room.ts'
import { people, seatIds } from '../lib/protocol/room.ts'
import { farewell, view } from '../lib/protocol/view.ts'
import type { RoomView } from '../lib/wire/events.ts'
import type { Capsules } from './capsules.ts'
import { looks } from './looks.ts'

/** What each seat was shown last, without the instant of it: what looks the same is not sent again. */
export type Shown = Partial<Record<SeatId, string>>
/** `keeps`: what the browser keeps of the room for the server, made only where the view is sent. */
export type Tell = (room: string, seat: SeatId, view: RoomView, keeps?: () => string | undefined) => void

/** `before`: the room as it was known until now; null when it was not. `take`: what each browser keeps beside what it shows. */
export function showAll(
  shown: Shown,
  room: Room,
  now: Ms,
  before: Room | null,
  tell: Tell,
  take: Capsules['take'],
): void {
  for (const seat of people(room)) {
    const seen = view(room, seat, now)
    if (isNew(shown, seat, seen)) tell(room.id, seat, seen, () => take(room, seat, now))
  }
  // Somebody who was asked out reads what anybody reads whose connection ended.
  if (!before || room.sitting || room.closed) return
  for (const seat of seatIds(before)) {
    if (before.seats[seat] && !room.seats[seat]) tell(room.id, seat, farewell(before, seat, now, room.rev))
  }
}

/** A view with what the browser keeps for the server, where there is anything. */
export const withCapsule = (seen: RoomView, capsule: string | undefined): RoomView =>
  capsule === undefined ? seen : { ...seen, capsule }

/** Whether the seat has not been shown this yet; it has been from then on. */
export function isNew(shown: Shown, seat: SeatId, seen: RoomView): boolean {
  const now = looks(seen)
  const isSame = shown[seat] === now
  shown[seat] = now
  return !isSame
}
