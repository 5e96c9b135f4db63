// Was it this page itself that took its seat from it? An ask for the seat that was never answered may be done all the same, and as late as
// a server that stands still goes on: then it takes the seat for a connection that is no more.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { EnterAsk } from '../../../lib/wire/events.ts'
import type { AnswerOf, Wire } from './socket.ts'

export interface SeatAsks {
  ask(wire: Wire, ask: EnterAsk): Promise<AnswerOf<'enter'>>
  /** Whether one of the asks that were not answered may have taken the seat just now. Each is believed to have done so once. */
  mayHaveTaken(): boolean
}

/** No server stands still for longer, and no network brings anything later. */
const LATE_MS: Ms = 60_000

export function createSeatAsks(): SeatAsks {
  let unanswered = 0
  let missedAt = 0
  return {
    async ask(wire, ask) {
      const answer = await wire.ask('enter', ask)
      if (!answer.ok && answer.code === 'no-answer') {
        unanswered += 1
        missedAt = performance.now()
      }
      return answer
    },
    mayHaveTaken() {
      if (unanswered === 0 || performance.now() - missedAt > LATE_MS) return false
      unanswered -= 1
      return true
    },
  }
}
