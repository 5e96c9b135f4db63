// Is what people are shown and told what was kept, and may they be told it? Each view and each word is looked at as a process hands it
// out, before any network has it, and the words again as they arrive.
import { advance } from '../../lib/protocol/advance.ts'
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import { farewell, view } from '../../lib/protocol/view.ts'
import { floorAt, whereAt } from '../../lib/protocol/where.ts'
import type { Ack, Intent, RoomView, WordsAsk } from '../../lib/wire/events.ts'
import type { Chronicle, Version } from './chronicle.ts'
import type { Promises } from './promises.ts'
import type { SimProcess } from './sim-process.ts'
import type { World } from './world.ts'

export interface Witness {
  shown(room: string, seen: RoomView, by: SimProcess): void
  /** A process has answered somebody who sits there. */
  acknowledged(room: string, seat: SeatId, name: string, asked: unknown, ack: Ack, by: SimProcess): void
  /** Words have arrived at a page. */
  heard(room: string, told: WordsAsk & { from: SeatId }): void
}

/** What another process kept has arrived by then, and has had its turn, where nothing is broken. */
const STALE_MS: Ms = 1_500

export function createWitness(world: World, chronicle: Chronicle, promises: Pick<Promises, 'taken'>): Witness {
  const { must } = world
  const passed = new Set<string>()

  /** Versions that a process may still take for the newest, the newest first. */
  function current(room: string, by: SimProcess): Version[] {
    const all = chronicle.versions(room)
    const isWell =
      by.bus.wasWholeFor(2 * STALE_MS) && by.wasAwakeFor(2 * STALE_MS) && chronicle.wasCalmFor(2 * STALE_MS)
    const since = isWell ? world.now() - STALE_MS : Number.NEGATIVE_INFINITY
    return all.filter((_, i) => (all[i + 1]?.at ?? Number.POSITIVE_INFINITY) >= since).reverse()
  }

  const isOf = (seen: RoomView, versions: readonly Version[]) => {
    const text = JSON.stringify(seen)
    return versions.some(
      ({ room }) =>
        room.rev === seen.rev && room.seats[seen.you] && JSON.stringify(view(room, seen.you, seen.now)) === text,
    )
  }

  /** What somebody reads who was asked out: the room as it was, under the number that it has now. */
  function isFarewell(seen: RoomView, versions: readonly Version[]): boolean {
    const text = JSON.stringify(seen)
    return versions.some(
      ({ room }) => room.seats[seen.you] && JSON.stringify(farewell(room, seen.you, seen.now, seen.rev)) === text,
    )
  }

  return {
    shown(room, { capsule: _, ...seen }, by) {
      const all = chronicle.versions(room)
      const isKept = isOf(seen, current(room, by)) || (seen.closed?.why === 'left' && isFarewell(seen, all))
      world.count('views')
      world.tell(`${by.name} ${seen.you} ${seen.rev}`)
      if (isKept) return
      const isOld = isOf(seen, all)
      must(isOld, 'what is shown was kept', () => [by.name, seen])
      must(!isOld, 'what is shown is not long over', () => [by.name, seen.rev, all.at(-1)?.room.rev])
    },
    acknowledged(room, seat, name, asked, ack, by) {
      if (!ack.ok) return
      const all = chronicle.versions(room)
      if (name === 'words') {
        const { phase, id } = asked as WordsAsk
        const at = by.now()
        const may = current(room, by).some(version => {
          const now = advance(version.room, at)
          const floor = floorAt(now, at)
          return now.sitting && whereAt(now.sitting, at).n === phase && (floor === seat || floor === 'all')
        })
        must(may, 'words are only passed on of whoever has the floor', () => [by.name, seat, phase])
        passed.add(`${room} ${seat} ${phase} ${id}`)
        promises.taken(room, seat, asked as WordsAsk, by)
      }
      if (name === 'intent' && 'rev' in ack) {
        must(
          all.some(version => version.room.rev === ack.rev),
          'what is acknowledged was kept',
          () => [seat, asked, ack],
        )
        const intent = asked as Intent
        if (intent.do !== 'line') return
        const isThere = all.some(({ room: { sitting } }) =>
          JSON.stringify(sitting?.lines ?? null).includes(intent.sealed),
        )
        must(isThere, 'a line that is acknowledged was kept', () => [seat, ack])
      }
    },
    heard(room, { from, phase, id }) {
      world.count('words heard')
      must(passed.has(`${room} ${from} ${phase} ${id}`), 'nothing is heard that was not let through', () => [
        from,
        phase,
        id,
      ])
    },
  }
}
