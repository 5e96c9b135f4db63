// How long does the last page of a workshop's room stay before its person is led back to the circle?
import type { RoomHook } from '../../client/page/room-hook.ts'

/** Long enough to read the last page, and to say how close one feels. */
const READ_MS = 12_000
const LEFT_MS = 3000
const AT_ONCE_MS = 300

/** Null where there is nowhere to lead them, or no need. */
export function stayMs({ state, view, circle }: Pick<RoomHook, 'state' | 'view' | 'circle'>): number | null {
  if (!circle || circle.isBehind) return null
  switch (state.at) {
    case 'in':
      if (circle.isElsewhere) return AT_ONCE_MS
      return view?.stage === 'closed' && !circle.stays ? READ_MS : null
    case 'left':
      return LEFT_MS
    case 'refused':
      return AT_ONCE_MS
    default:
      return null
  }
}
