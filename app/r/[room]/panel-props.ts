// What does each panel of a room get? The room, its newest view, what the people are called, and two things of the frame.
import type { RoomView } from '../../../lib/wire/events.ts'
import type { RoomHook } from '../../client/page/room-hook.ts'
import type { Names } from './names.ts'

export interface PanelProps {
  room: RoomHook
  view: RoomView
  names: Names
  /** Says a sentence to screen readers, politely. */
  say: (sentence: string) => void
  /** Asks whether to leave; the same question wherever it is asked from. */
  askLeave: () => void
}
