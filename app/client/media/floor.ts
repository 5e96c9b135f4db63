// Who may be heard, in sound? Only whoever has the floor in the newest view (rule F), asked at both ends: by the one who would
// send and by the one who would play. What cannot be known for certain is silence.
import type { Ms, SeatId } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'

export interface Heard {
  /** Our own microphone may be sent. */
  mine: boolean
  /** Those of the others who may be played here. */
  theirs: readonly SeatId[]
}

export const NOBODY: Heard = { mine: false, theirs: [] }

/** A view of a phase that is over by the clock is not believed for longer: the newer one may not have reached us. */
const LATE_MS = 2000

export function hasVoice({ medium }: Pick<RoomView, 'medium'>): boolean {
  return medium === 'voice' || medium === 'video'
}

/** Who may be heard at the server's instant `now`. */
export function heardNow(view: RoomView | null, now: Ms): Heard {
  if (!view || !hasVoice(view) || view.stage !== 'sitting' || view.held || !view.phase) return NOBODY
  const { floor, endsAt } = view.phase
  if (endsAt !== null && now > endsAt + LATE_MS) return NOBODY
  const others = othersOf(view)
  if (floor === 'all') return { mine: true, theirs: others }
  return { mine: floor === view.you, theirs: others.filter(seat => seat === floor) }
}

export function othersOf(view: RoomView): SeatId[] {
  const seats = Object.keys(view.seats) as SeatId[]
  return seats.filter(seat => seat !== view.you && view.seats[seat])
}
