// Who of a circle is told of their room? Everybody who is here and has one, once.
import { placeOf } from '../../lib/circle/circle-view.ts'
import type { Clock } from '../ports.ts'
import type { CircleRooms } from './rooms.ts'
import type { Ear, Member } from './telling.ts'
import type { Watch } from './watches.ts'

export interface Seating<C extends Ear> {
  seatAll(watch: Watch<C>): Promise<void>
  seat(watch: Watch<C>, ear: C, member: Member): Promise<void>
}

export function createSeating<C extends Ear>(
  rooms: Pick<CircleRooms, 'seatFor'>,
  clock: Pick<Clock, 'now'>,
): Seating<C> {
  const seating: Seating<C> = {
    async seatAll(watch) {
      await Promise.all([...watch.ears.members].map(([ear, member]) => seating.seat(watch, ear, member)))
    },
    async seat(watch, ear, member) {
      const place = placeOf(watch.circle, member.person, clock.now())
      if (place?.at !== 'room' || member.toldRoom === place.room) return
      const own = watch.circle.people[member.person]
      // They have come in by a newer connection since, here or elsewhere: one that is about to be missed would be handed their seat.
      if (own?.goneSince === null && own.token.given !== member.entry) return
      const before = member.toldRoom
      member.toldRoom = place.room
      // Whoever has joined again meanwhile is answered with a token of their own, and may have come in by it.
      const isStill = () => watch.ears.members.get(ear) === member
      const told = await rooms.seatFor(watch.circle, member.person, isStill)
      // That later token has made this one void.
      if (!isStill()) return
      if (told) ear.emit('paired', told)
      else member.toldRoom = before
    },
  }
  return seating
}
