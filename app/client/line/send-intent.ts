// How does an intent reach the server across a connection that may be lost at any moment? It waits for the seat to be
// held, and what can't act twice is asked again, a few times, as long as it is still wanted.
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Intent, RoomView } from '../../../lib/wire/events.ts'
import { type Done, isDone, mayBeRepeated } from './intents.ts'
import type { SeatLine } from './seat-line-ports.ts'

const TRIES = 4
const ALL_MS = 12_000
const BUSY_MS = 300

export interface SendPorts {
  line: Pick<SeatLine, 'ask' | 'whenLive'>
  view(): RoomView | null
}

/**
 * `no-answer` when no connection held the seat in time, or when it is not known what became of an unrepeatable one.
 * `isWanted` is asked before each attempt: something that was changed meanwhile is not sent any more (`not-now`).
 */
export async function sendIntent({ line, view }: SendPorts, intent: Intent, isWanted = () => true): Promise<Done> {
  const until: Ms = performance.now() + ALL_MS
  for (let tries = 1; ; tries++) {
    if (!(await line.whenLive(until - performance.now()))) return { ok: false, code: 'no-answer' }
    if (!isWanted()) return { ok: false, code: 'not-now' }
    const answer = await line.ask('intent', intent)
    if (answer.ok) return { ok: true }
    const seen = view()
    // Refused the second time because the first had arrived, and only its answer was lost.
    if (tries > 1 && seen && isDone(intent, seen)) return { ok: true }
    const isUnknown = answer.code === 'no-answer' || answer.code === 'store-down'
    const mayAskAgain = isUnknown ? mayBeRepeated(intent) : answer.code === 'busy'
    if (!mayAskAgain || tries === TRIES) return { ok: false, code: answer.code }
    if (answer.code !== 'no-answer') await new Promise(resolve => setTimeout(resolve, BUSY_MS * tries))
  }
}
