// Who of a room is shown what, after it was looked at? Each seat its own view, and only when something about it is new.
import type { Ms, Room, Seat, SeatId } from '../../lib/protocol/room.ts'
import { people, seatIds } from '../../lib/protocol/room.ts'
import { farewell, view } from '../../lib/protocol/view.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Capsules } from './capsules.ts'
import { looks } from './looks.ts'
import { holdingOf } from './status.ts'

/** What each seat was shown last, without the instant of it: what looks the same is not sent again. */
export type Shown = Partial<Record<SeatId, string>>
/** `keeps`: what the browser keeps of the room for the server, made only where the view is sent. */
export type Tell = (room: string, seat: SeatId, view: RoomView, keeps?: () => string | undefined) => void

/** `take`: what each browser keeps beside what it shows. */
export function showAll(shown: Shown, room: Room, now: Ms, tell: Tell, take: Capsules['take']): void {
  for (const seat of people(room)) {
    const seen = view(room, seat, now)
    if (markShown(shown, seat, seen)) tell(room.id, seat, seen, () => take(room, seat, now))
  }
}

/** Somebody who was asked out since `before` was shown reads what anybody reads whose connection ended. */
export function bidFarewell(before: Room, room: Room, now: Ms, tell: Tell): void {
  for (const seat of seatIds(before)) {
    const was = before.seats[seat]
    if (was && isAskedOut(was, room, seat)) tell(room.id, seat, farewell(before, seat, now, room.rev))
  }
}

/** The seat is free, or taken anew, and not by the page that sat there and asked again since it had not heard the answer. */
function isAskedOut(was: Seat, room: Room, seat: SeatId): boolean {
  const [now, attempt] = [holdingOf(room, seat), room.seats[seat]?.attempt]
  if (!now) return true
  return now.isOther && now.entry !== was.token.given && (attempt === undefined || attempt !== was.attempt)
}

/** A view with what the browser keeps for the server, where there is anything. */
export const withCapsule = (seen: RoomView, capsule: string | undefined): RoomView =>
  capsule === undefined ? seen : { ...seen, capsule }

/** Takes note that the seat is shown this. False when it was already. */
export function markShown(shown: Shown, seat: SeatId, seen: RoomView): boolean {
  const now = looks(seen)
  const isSame = shown[seat] === now
  shown[seat] = now
  return !isSame
}
