// Did two whom this site brought together also sit together, and until when may one of them speak of it? From what is shown in their
// room it is written down that they sat; whoever only held a token beside an empty room has met nobody.
import type { RoomView } from '../lib/wire/events.ts'
import type { People } from './lobby-people.ts'

export interface Meetings {
  /** What was just shown to somebody in the room. */
  saw(view: RoomView): void
}

export interface MeetingsPorts {
  people: Pick<People, 'hashOf' | 'sat'>
  background: (work: Promise<unknown>) => void
}

export function createMeetings({ people, background }: MeetingsPorts): Meetings {
  /** Of these it is written. */
  const sitting = new Set<string>()

  async function write(room: string): Promise<void> {
    try {
      await people.sat(await people.hashOf('room', room))
    } catch (error) {
      // The next that is shown there is the next try.
      sitting.delete(room)
      throw error
    }
  }

  return {
    saw({ room, stage }) {
      if (stage === 'closed') sitting.delete(room)
      if (stage !== 'sitting' || sitting.has(room)) return
      sitting.add(room)
      background(write(room))
    },
  }
}
