// Do words that were taken reach whom they were taken for? Whoever sits at another process and stays there is handed them, once, whatever
// becomes of the lines between the processes meanwhile. That they were lost is seen in the end, when all has been well for a while.
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { WordsAsk } from '../../lib/wire/events.ts'
import { roomChannel } from '../store/room-news.ts'
import type { SimProcess } from './sim-process.ts'
import type { World } from './world.ts'

export interface Promises {
  /** A process has taken words of somebody who sits there. */
  taken(room: string, from: SeatId, words: WordsAsk, by: SimProcess): void
  /** A process hands words to the connection by which a seat was entered. */
  handed(entry: string, words: WordsAsk & { from: SeatId }): void
}

/** What was missed is asked for as soon as a line is whole again, and said again at once. */
const WELL_MS: Ms = 3_000
const LOOKS_MOST = 30

export function createPromises(world: World, processes: () => SimProcess[]): Promises {
  /**
   * How often words were taken of an author, whose page begins its ids anew when it is loaded again. Of the author alone: whoever
   * listens may have loaded theirs again too, which the process that takes them needn't know yet.
   */
  const taken = new Map<string, number>()
  /** How often words were handed to an entry. */
  const handed = new Map<string, number>()
  const keyOf = (at: string, { from, phase, id }: WordsAsk & { from: SeatId }) => [at, from, phase, id].join(' ')

  const isWell = (process: SimProcess) => process.bus.wasWholeFor(WELL_MS) && process.wasAwakeFor(WELL_MS)

  return {
    taken(room, from, words, by) {
      const takenKey = keyOf(room, { ...words, from })
      taken.set(takenKey, (taken.get(takenKey) ?? 0) + 1)
      for (const seat of by.director.status(room)?.seats ?? []) {
        const held = by.director.entryOf(room, seat)
        if (seat === from || !held?.isHere) continue
        const { entry } = held
        const at = processes().find(process => process.entryHere(room, seat) === entry)
        // Whoever has only just sat down, where nothing of the room is heard yet, asks for all of it anew.
        if (!at || at === by || !at.bus.hears(roomChannel(room))) continue
        world.count('words taken for another process')
        /** Both are there yet, and it is still the same who sits there. */
        const stands = () => {
          const now = by.director.entryOf(room, seat)
          return (
            by.isAlive() && at.isAlive() && at.entryHere(room, seat) === entry && now?.entry === entry && now.isHere
          )
        }
        const look = (looks: number) => {
          if (!stands()) return
          if (!isWell(by) || !isWell(at)) {
            if (looks < LOOKS_MOST) world.in(WELL_MS, () => look(looks + 1))
            return
          }
          world.count('words looked for at another process')
          const count = { taken: taken.get(takenKey) ?? 0, handed: handed.get(keyOf(entry, { ...words, from })) ?? 0 }
          const detail = () => [by.name, at.name, seat, { ...words, from }, count]
          world.must(count.handed > 0, 'words that were taken reach whoever stays at another process', detail)
          world.must(count.handed <= count.taken, 'words are handed on no more often than they were taken', detail)
        }
        world.in(WELL_MS, () => look(0))
      }
    },
    handed(entry, words) {
      const key = keyOf(entry, words)
      handed.set(key, (handed.get(key) ?? 0) + 1)
    },
  }
}
