// How long does the screen of a room stay on? For the whole sitting; and while somebody waits for the other long enough for most
// who come, since a page behind a dark screen is put to sleep and rings no bell. Whoever looks again waits that long again.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { RoomView } from '../../../lib/wire/events.ts'
import { type Awake, keepAwake } from '../device/wake-lock.ts'

/** A phone that was forgotten on a table must not burn until it is empty. */
export const WAITS_MS: Ms = 30 * 60_000

export function createRoomAwake(changed: () => void) {
  let awake: Awake | null = null
  let waits: ReturnType<typeof setTimeout> | null = null
  let stage: RoomView['stage'] | null = null

  function darken(): void {
    awake?.stop()
    awake = null
  }

  function wait(): void {
    if (waits) clearTimeout(waits)
    awake ??= keepAwake(changed)
    waits = setTimeout(() => {
      darken()
      changed()
    }, WAITS_MS)
  }

  function waitNoMore(): void {
    if (waits) clearTimeout(waits)
    waits = null
  }

  const looked = () => document.visibilityState === 'visible' && stage === 'gathering' && wait()
  document.addEventListener('visibilitychange', looked)

  function rest(): void {
    stage = null
    waitNoMore()
    darken()
  }

  return {
    seen(next: RoomView['stage']): void {
      const before = stage
      stage = next
      if (next === 'closed') rest()
      else if (next === 'sitting') {
        waitNoMore()
        awake ??= keepAwake(changed)
      } else if (before !== next) wait()
    },
    isKept: () => awake?.isKept() ?? false,
    /** This page is not in the room, or not any more. */
    rest,
    end(): void {
      rest()
      document.removeEventListener('visibilitychange', looked)
    },
  }
}
