// How is a workshop prepared? With one ask, whose answer holds the key that makes somebody its facilitator.
import type { ConveneAsk, Convened } from '../../../lib/wire/circle.ts'
import type { RefusalCode } from '../../../lib/wire/events.ts'
import { dial } from '../line/socket.ts'
import { rememberKey, sweepGuided } from './facilitator-memory.ts'

const DIAL_MS = 10_000

export async function conveneCircle(
  ask: ConveneAsk,
): Promise<({ ok: true } & Convened) | { ok: false; code: RefusalCode | 'no-answer' }> {
  sweepGuided()
  const wire = dial()
  try {
    // Not asked a second time: a workshop whose answer was lost would stay behind, empty, for half a day.
    if (!(await wire.up(DIAL_MS))) return { ok: false, code: 'no-answer' }
    const answer = await wire.ask('convene', ask)
    if (!answer.ok) return { ok: false, code: answer.code }
    const { circle, code, key } = answer
    rememberKey(code, { circle, key })
    return { ok: true, circle, code, key }
  } finally {
    wire.close()
  }
}
