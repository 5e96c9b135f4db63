// Does every room of a round do what its facilitator asked of all? One that did not take it is asked again, at each look, until it has.
import { due } from '../../lib/circle/due.ts'
import type { Clock } from '../ports.ts'
import type { Director } from '../room/director.ts'
import type { Ear } from './telling.ts'
import { glanceAll, type Watch } from './watches.ts'

/** Rooms of which nothing was seen here are looked at, once there is something that they could have missed. */
export async function bringUp(
  watch: Watch<Ear>,
  director: Pick<Director, 'direct' | 'glance'>,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const { round } = watch.circle
  if (!round || (round.startedAt === null && round.backBy === null)) return
  await glanceAll(watch, director)
  await Promise.all(
    round.rooms.map(async room => {
      const seen = watch.glances.get(room.room)
      if (!seen) return
      for (const { direction, at } of due(watch.circle, room, seen, clock.now())) {
        const out = await director.direct(room.room, direction, at)
        // What was seen was old, or it can't be reached: the next look knows.
        if (!out.ok) return
      }
    }),
  )
}
