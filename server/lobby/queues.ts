// How does an act on a queue become true for every process at once? The pure engine decides on the queue as it is kept;
// the store takes what it decided only if nobody else was quicker and nobody in it was kept apart in the meantime.
import { type Act, actOn, members, newOffers, type Relation, roomsNeeded } from '../../lib/lobby/queue.ts'
import { emptyQueue, type Offer, type Queue } from '../../lib/lobby/waiting.ts'
import type { Medium } from '../../lib/protocol/room.ts'
import type { Ids, LobbyStore, Pair } from '../ports.ts'
import type { Docs } from '../store/docs.ts'

/** What became of an act. `taken`: pairs that this very act has taken, and whose rooms this process must now make. */
export interface Acted extends Seen {
  taken: Offer[]
}

/** A queue as it was kept, and the mark by which it is known again; null when nothing was kept. */
export interface Seen {
  queue: Queue
  mark: string | null
}

export interface Queues {
  act(key: string, act: Act): Promise<Acted | 'full'>
  /** Only looks, which costs a reading and no writing; `same` when nothing has happened since `mark`. */
  look(key: string, mark: string | null): Promise<Seen | 'same'>
}

/** How long a queue with people in it is kept when no process looks after it any more; without people, its numbers. */
const PEOPLE_MS = 90_000
const NUMBERS_MS = 3_600_000

/** The queue of two who would like to meet again, for whom having met is no reason against it. */
export const againKey = (medium: Medium, meeting: string): string => `again:${medium}:${meeting}`
export const queueKey = (medium: string, language: string): string => `queue:${medium}:${language}`
export const mediumOf = (key: string): Medium => (key.split(':')[1] === 'voice' ? 'voice' : 'text')
export const isAgain = (key: string): boolean => key.startsWith('again:')

export function createQueues(store: LobbyStore, docs: Docs, ids: Pick<Ids, 'room' | 'commit'>): Queues {
  /** Which pairs an act must know of: whoever comes with everybody there; everybody, when something had changed meanwhile. */
  function pairsFor(act: Act, queue: Queue, isApart: boolean): Pair[] {
    const devices = members(queue).map(({ device }) => device)
    const coming = act.do === 'join' ? devices.filter(one => one !== act.ticket.device) : []
    const pairs: Pair[] = act.do === 'join' ? coming.map(other => [act.ticket.device, other]) : []
    if (!isApart) return pairs
    return [...pairs, ...devices.flatMap((one, n) => devices.slice(n + 1).map((other): Pair => [one, other]))]
  }

  async function relations(pairs: readonly Pair[], anyway: boolean): Promise<Relation[]> {
    if (pairs.length === 0) return []
    const { apart } = await store.between(pairs)
    return pairs.flatMap((devices, n) => {
      const known = apart[n]
      return known && !(anyway && known.why === 'met') ? [{ devices, until: known.until }] : []
    })
  }

  return {
    async act(key, act) {
      const anyway = isAgain(key)
      let out: Acted | 'full' = 'full'
      await docs.change<Queue>(key, async (kept, now, isApart) => {
        const queue = kept ?? emptyQueue()
        const known = await relations(pairsFor(act, queue, isApart), anyway)
        const rooms = Array.from({ length: roomsNeeded(queue) }, () => ids.room())
        const next = actOn(queue, act, { now, rooms, relations: known })
        if (next === 'full') {
          out = 'full'
          return null
        }
        const isNothing = kept === null && next.waiting.length + next.offers.length + (next.sitting?.length ?? 0) === 0
        const mark = isNothing ? null : ids.commit()
        out = { queue: next, taken: newOffers(queue, next), mark }
        if (mark === null) return null
        const fit = out.taken.map(({ seats }): Pair => [seats.a.device, seats.b.device])
        const ttlMs = next.waiting.length + next.offers.length > 0 ? PEOPLE_MS : NUMBERS_MS
        return { next, ttlMs, mark, check: { fit, anyway } }
      })
      return out
    },
    async look(key, mark) {
      const found = await docs.readNewer<Queue>(key, mark)
      return found === 'same' ? found : { queue: found.doc ?? emptyQueue(), mark: found.mark }
    },
  }
}
