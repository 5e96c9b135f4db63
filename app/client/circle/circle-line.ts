// Which connection does a circle's page go on with? The one that its person's room has just given back, where there is one: hundreds
// come back to a circle in the same second, and none of them need dial.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Wire } from '../line/socket.ts'

/** How long a connection waits for the circle's page. */
const KEPT_MS: Ms = 30_000

const kept = new Map<string, { wire: Wire; late: ReturnType<typeof setTimeout> }>()

/** The room is over, and its page goes back to the circle with this code. */
export function giveBack(code: string, wire: Wire): void {
  takeBack(code)?.close()
  const late = setTimeout(() => takeBack(code)?.close(), KEPT_MS)
  kept.set(code, { wire, late })
}

export function takeBack(code: string): Wire | null {
  const known = kept.get(code)
  if (!known) return null
  clearTimeout(known.late)
  kept.delete(code)
  return known.wire
}
