// What happens around this page that its seat must know of? It wakes, and its line may be dead; it is hidden or closed, and
// has to leave behind when it last heard the server.
import { rememberInTab } from '../device/seat-memory.ts'
import { askClock, onClock } from './clock.ts'
import type { SeatLine } from './seat-line-ports.ts'
import { onWakeUp } from './wake-up.ts'

export interface WatchPorts {
  room: string
  line: Pick<SeatLine, 'ask' | 'heard' | 'redial'>
  /** Before that nothing is known of the line that a waking could put in doubt. */
  hasKnocked(): boolean
}

/** Returns how to stop. */
export function watchPage({ room, line, hasKnocked }: WatchPorts): () => void {
  const remember = () => {
    const heard = line.heard()
    if (heard !== null) rememberInTab(room, { heard })
  }
  const stopWaking = onWakeUp(async () => !hasKnocked() || askClock({ ask: line.ask }), line.redial)
  const stopClock = onClock(remember)
  window.addEventListener('pagehide', remember)
  return () => {
    stopWaking()
    stopClock()
    window.removeEventListener('pagehide', remember)
  }
}
