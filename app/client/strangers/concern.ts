// How is something said of a stranger that they never learn? Over a connection of its own, so that it can be said in every
// phase, after the room is gone, and while the room's own line is down.
import type { RefusalCode, ReportReason } from '../../../lib/wire/events.ts'
import type { Written } from '../../../lib/wire/marked.ts'
import { type Met, otherSeat } from '../device/met.ts'
import { type AnswerOf, dial, NO_ANSWER, type Wire } from '../line/socket.ts'

export type Said = { ok: true } | { ok: false; code: RefusalCode | 'no-answer' }

const DIAL_MS = 8000

async function said(ask: (wire: Wire) => Promise<AnswerOf<'report' | 'avoid'>>, dialled: () => Wire): Promise<Said> {
  const wire = dialled()
  const answer = (await wire.up(DIAL_MS)) ? await ask(wire) : NO_ANSWER
  wire.close()
  return answer.ok ? { ok: true } : { ok: false, code: answer.code }
}

export interface Concern {
  reason: ReportReason
  /** What its author adds, at most 500 characters. */
  text: string
  /** What the other wrote, as far as it is to be shown: at most twenty. */
  said: readonly Written[]
}

/** Reports whom one has met, and meets them never again. */
export function report(met: Met, { reason, text, said: shown }: Concern, dialled: () => Wire = dial): Promise<Said> {
  const { room, token } = met
  const added = text.trim()
  const own = { ...(added && { text: added }), ...(shown.length > 0 && { said: [...shown] }) }
  const ask = { room, token, about: otherSeat(met), reason, ...own }
  return said(wire => wire.ask('report', ask), dialled)
}

/** Meets them never again. */
export function avoid(met: Met, dialled: () => Wire = dial): Promise<Said> {
  const { room, token } = met
  return said(wire => wire.ask('avoid', { room, token, about: otherSeat(met) }), dialled)
}
