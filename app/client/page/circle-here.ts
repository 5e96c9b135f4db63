// What is one circle in this page? Its link, made when the page looks at it and let go when it no longer does, with the
// connection that a room has given back.
import { takeBack } from '../circle/circle-line.ts'
import { createCircleLink } from '../circle/circle-link.ts'
import type { CircleLink } from '../circle/circle-link-ports.ts'
import { settings } from '../device/settings.ts'
import { sweepDevice } from '../device/sweep-device.ts'
import { type Bell, createBell } from '../sound/bell.ts'
import { handOver } from './room-here.ts'

const RING_MS = 4000

/** Returns the link, and how to stop. Browser only. */
export function lookAtCircle(code: string, changed: () => void): { link: CircleLink; stop: () => void } {
  const bell: Bell = createBell(() => {})
  const link = createCircleLink({
    code,
    changed,
    handOver,
    rings: () => bell.hear('full'),
    arrives: () => bell.hear('arrival'),
  })
  // What was chosen on this device holds here too: stillness, before anything moves.
  settings()
  sweepDevice()
  link.start(takeBack(code))
  return {
    link,
    stop() {
      link.end()
      // What rings as this page is left rings to its end.
      setTimeout(bell.end, RING_MS)
    },
  }
}
