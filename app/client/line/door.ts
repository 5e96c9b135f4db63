// How does somebody get in who has no seat yet? They knock, are told what they were invited to, and sit down under a name.
import type { Peeked } from '../../../lib/wire/events.ts'
import { backoffMs } from './backoff.ts'
import type { Done } from './intents.ts'
import { isUnknown } from './passing.ts'
import type { SeatLine } from './seat-line-ports.ts'

export interface DoorPorts {
  line: Pick<SeatLine, 'knock' | 'sitDown'>
  /** Whether anybody still stands at the door. */
  isOutside(): boolean
  /** A seat is free. */
  free(peeked: Peeked): void
  full(): void
  gone(): void
}

export function createDoor({ line, isOutside, free, full, gone }: DoorPorts) {
  /** The name for which a seat was asked and no answer came: the seat that is taken may be ours. */
  let unanswered: string | null = null
  let knocks = 0

  async function knock(): Promise<void> {
    const mine = ++knocks
    for (let failures = 1; isOutside() && mine === knocks; failures++) {
      const answer = await line.knock()
      if (!answer || !isOutside() || mine !== knocks) return
      if (answer.ok) {
        if (answer.free > 0) free(answer)
        else if (unanswered !== null) sitDown(unanswered)
        else full()
        return
      }
      if (answer.code === 'gone' || answer.code === 'bad-request') return gone()
      await new Promise(resolve => setTimeout(resolve, backoffMs(failures, Math.random())))
    }
  }

  async function sitDown(name: string): Promise<Done> {
    const answer = await line.sitDown(name)
    unanswered = !answer.ok && isUnknown(answer.code) ? name : null
    if (answer.ok) return { ok: true }
    // Somebody was quicker, or the room is gone: knocking again finds out what to show.
    if (answer.code === 'full' || answer.code === 'gone' || answer.code === 'closed') knock()
    return { ok: false, code: answer.code }
  }

  return { knock, sitDown }
}
