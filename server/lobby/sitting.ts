// How many of those who sit are there, for whoever waits where they waited? Told to the queue as it is shown in their room: when they
// begin, when one of them goes or is back, and when it is over; and now and then anew, since what nobody tells holds for a while only.
import { type Act, SITS_MS } from '../../lib/lobby/queue.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Clock } from '../ports.ts'
import { createScheduler } from '../room/scheduler.ts'
import { isAgain } from './queues.ts'

export interface SittingHere {
  /** What was just shown to somebody of this sitting who waited in this queue. */
  saw(queue: string, view: RoomView): void
  /** Nobody of these two sits any more. Resolves when the queue knows it; never rejects. */
  over(queue: string, room: string): Promise<void>
  close(): void
}

export interface SittingHerePorts {
  act: (queue: string, act: Act) => Promise<unknown>
  clock: Clock
  /** Takes up work that nobody waits for, and writes down what becomes of it. */
  background: (work: Promise<unknown>) => void
}

/** What holds for this long is told anew by the next that is shown. */
const ANEW_MS: Ms = SITS_MS / 3

export function createSittingHere({ act, clock, background }: SittingHerePorts): SittingHere {
  /** What this process has told last. Both of a room are usually shown it here: the second tells nothing new. */
  const told = new Map<string, { people: number; at: Ms }>()
  /** Nobody may be here to see how a sitting ends. */
  const ends = createScheduler(clock, room => void told.delete(room))

  function forget(room: string): void {
    told.delete(room)
    ends.arm(room, null)
  }

  async function tell(queue: string, room: string, people: number): Promise<void> {
    const at = clock.now()
    forget(room)
    if (people > 0) {
      told.set(room, { people, at })
      ends.arm(room, at + SITS_MS)
    }
    try {
      await act(queue, { do: 'sits', room, people })
    } catch (error) {
      // The next that is shown there is the next try.
      forget(room)
      throw error
    }
  }

  function over(queue: string, room: string): Promise<void> {
    if (!told.has(room)) return Promise.resolve()
    const work = tell(queue, room, 0)
    background(work)
    return work.catch(() => {})
  }

  return {
    over,
    saw(queue, { room, stage, seats }) {
      // Nobody is told how many there are who wait for one person alone.
      if (isAgain(queue)) return
      if (stage !== 'sitting') return void over(queue, room)
      const people = Object.values(seats).filter(seat => seat?.here).length
      const known = told.get(room)
      if (known?.people === people && clock.now() < known.at + ANEW_MS) return
      if (people > 0) background(tell(queue, room, people))
      else void over(queue, room)
    },
    close: () => ends.close(),
  }
}
