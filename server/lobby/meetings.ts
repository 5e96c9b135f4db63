// Did two whom this site brought together also sit together, and until when may one of them speak of it? From what is shown in their
// room it is written down that they sat, again and again for as long as they do; whoever only held a token beside an empty room has
// met nobody.
import type { Ms } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Clock } from '../ports.ts'
import { createScheduler } from '../room/scheduler.ts'
import { MEETING_MS, type People } from '../safety/people.ts'

export interface Meetings {
  /** What was just shown to somebody in the room. */
  saw(view: RoomView): void
  close(): void
}

export interface MeetingsPorts {
  people: Pick<People, 'hashOf' | 'sat'>
  clock: Clock
  background: (work: Promise<unknown>) => void
}

/** What is shown in a sitting may be hours old when it ends; what is written must be little older. */
export const AGAIN_MS: Ms = 30 * 60_000

export function createMeetings({ people, clock, background }: MeetingsPorts): Meetings {
  /** Who sit, and when that was written last. */
  const sitting = new Map<string, Ms>()
  /** Nobody may be here to see how a sitting ends. */
  const ends = createScheduler(clock, room => void sitting.delete(room))

  function forget(room: string): void {
    sitting.delete(room)
    ends.arm(room, null)
  }

  async function write(room: string): Promise<void> {
    try {
      await people.sat(await people.hashOf('room', room))
    } catch (error) {
      // The next that is shown there is the next try.
      forget(room)
      throw error
    }
  }

  return {
    saw({ room, stage }) {
      const now = clock.now()
      const writtenAt = sitting.get(room)
      if (stage === 'closed') {
        forget(room)
        if (writtenAt !== undefined) background(write(room))
      } else if (stage === 'sitting' && (writtenAt === undefined || now >= writtenAt + AGAIN_MS)) {
        sitting.set(room, now)
        ends.arm(room, now + MEETING_MS)
        background(write(room))
      }
    },
    close: () => ends.close(),
  }
}
