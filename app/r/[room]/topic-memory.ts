// What is today about, and is it safe? What one person has answered of that in this room is kept in their own tab, so that a
// hold or a page that is loaded anew does not ask again; it goes with everything else of the room.
import type { RoomView } from '../../../lib/wire/events.ts'
import { readStored, writeStored } from '../../client/device/device-storage.ts'
import { keyOf } from '../../client/device/seat-memory.ts'

type Who = Pick<RoomView, 'room' | 'you'>

/** Whether this person has said that they are safe here. */
export function isSafe({ room, you }: Who): boolean {
  return readStored('tab', keyOf(room, 'safe', you)) === true
}

export function rememberSafe({ room, you }: Who): void {
  writeStored('tab', keyOf(room, 'safe', you), true)
}

/** The line that both agreed to talk about; null where there is none. */
export function topicOf({ room, you }: Who): string | null {
  const stored = readStored('tab', keyOf(room, 'topic', you))
  return typeof stored === 'string' ? stored : null
}

export function rememberTopic({ room, you }: Who, topic: string): void {
  writeStored('tab', keyOf(room, 'topic', you), topic)
}
