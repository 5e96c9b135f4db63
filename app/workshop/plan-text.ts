// How is a plan kept as a file and read again? A small text of our own; a file that is none of ours changes nothing. It loads
// apart from the form, which is there before anybody has a file.
import { minutesOf, ROUND_IDS } from '../../lib/formats/formats.ts'
import { AUDIENCE_MOST, PROMPT_MOST, ROUNDS_MOST, TITLE_MOST } from '../../lib/wire/lengths.ts'
import { askOf, LATES, LEFTS, MEDIA, ODDS, type Plan } from './plan.ts'

/** What the file says of itself, so that no other file is taken for one. */
const KIND = 'clearing-workshop'
const VERSION = 1
/** No plan is longer: thirty prompts, each of them in letters that take four bytes. */
export const FILE_MOST = 64_000

export function planText(plan: Plan): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, ...askOf(plan) }, null, 2)}\n`
}

export type ReadPlan = { ok: true; plan: Plan } | { ok: false; why: 'unreadable' | 'newer' }

const UNREADABLE: ReadPlan = { ok: false, why: 'unreadable' }

export function readPlan(text: string): ReadPlan {
  const file = recordIn(text)
  if (!file || file.kind !== KIND || typeof file.version !== 'number') return UNREADABLE
  if (file.version > VERSION) return { ok: false, why: 'newer' }
  const { title, audience = '', format, prompts } = file
  if (!isLine(title, TITLE_MOST) || !isLine(audience, AUDIENCE_MOST) || !isRecord(format)) return UNREADABLE
  if (!Array.isArray(prompts) || prompts.length > ROUNDS_MOST) return UNREADABLE
  const lines: unknown[] = prompts
  if (!lines.every(prompt => isLine(prompt, PROMPT_MOST))) return UNREADABLE
  const sitting = ROUND_IDS.find(id => id === format.id)
  const medium = MEDIA.find(value => value === file.medium)
  const odd = ODDS.find(value => value === file.odd)
  const late = LATES.find(value => value === (file.late ?? 'finish'))
  const left = LEFTS.find(value => value === (file.left ?? 'wait'))
  if (!sitting || !medium || !odd || !late || !left) return UNREADABLE
  const { minutes } = format
  if (minutes !== undefined && typeof minutes !== 'number') return UNREADABLE
  return {
    ok: true,
    plan: {
      title,
      audience,
      sitting,
      minutes: minutesOf(sitting, minutes),
      medium,
      odd,
      late,
      left,
      prompts: lines as string[],
    },
  }
}

function recordIn(text: string): Record<string, unknown> | null {
  if (text.length > FILE_MOST) return null
  try {
    const read: unknown = JSON.parse(text)
    return isRecord(read) ? read : null
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isLine = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most
