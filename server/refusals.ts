// How does the server say no? With a stable code, and a sentence for a developer that holds nothing of what was asked.
import type { Refusal, RefusalCode } from '../lib/wire/events.ts'

const MESSAGES: Record<RefusalCode, string> = {
  'bad-request': 'The ask is not of the form that the wire describes.',
  'too-big': 'The ask is larger than this server reads.',
  'too-fast': 'Too many asks in too short a time; wait a moment.',
  gone: 'There is no such room.',
  full: 'Every seat of this room is taken.',
  'not-yours': 'The token opens no seat of this room.',
  'not-now': 'This can not be done in the present phase.',
  'stale-phase': 'The ask was for another phase than the one that runs.',
  'not-allowed': 'This seat may not do that.',
  busy: 'Others changed the room at the same moment; ask again.',
  'store-down': 'Rooms can not be reached at the moment; nothing was changed that is not shown.',
  closed: 'The room is closed.',
  draining: 'This process is about to end; dial again.',
}

export const REFUSAL_CODES = Object.keys(MESSAGES) as RefusalCode[]

export function refuse(code: RefusalCode, detail?: string): Refusal {
  return { ok: false, code, message: detail === undefined ? MESSAGES[code] : `${MESSAGES[code]} ${detail}` }
}
