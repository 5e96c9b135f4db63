// What is a workshop's plan before there is a workshop? What its form holds; it can be kept as a file and read again, and a
// file that is none of ours changes nothing.
import { FORMAT_IDS, type FormatId, minutesRange, trioFor } from '../../lib/formats/formats.ts'
import type { CircleMedium, ConveneAsk, LateMode, OddMode } from '../../lib/wire/circle.ts'

export type RoundFormat = FormatId | 'round'

export interface Plan {
  title: string
  audience: string
  sitting: RoundFormat
  /** The whole round, in minutes, within the range of its format. */
  minutes: number
  medium: CircleMedium
  odd: OddMode
  late: LateMode
  prompts: string[]
}

export const ROUND_FORMATS: readonly RoundFormat[] = ['round', ...FORMAT_IDS]
export const MEDIA = ['together', 'text', 'voice'] as const satisfies readonly CircleMedium[]
export const ODDS = ['trio', 'facilitator', 'rest'] as const satisfies readonly OddMode[]
export const LATES = ['finish', 'catch-up'] as const satisfies readonly LateMode[]

export const TITLE_MOST = 80
export const AUDIENCE_MOST = 120
export const PROMPT_MOST = 200
export const ROUNDS_MOST = 30

export const FIRST_PLAN: Plan = {
  title: '',
  audience: '',
  sitting: 'round',
  minutes: minutesRange('round')[1],
  medium: 'together',
  odd: 'trio',
  late: 'finish',
  prompts: ['', '', ''],
}

/** Why there can be no room of three; null when there can. */
export function noTrio({ medium, sitting, minutes }: Plan): 'apart' | 'short' | null {
  if (medium !== 'together') return 'apart'
  return trioFor(sitting, minutes) === null ? 'short' : null
}

/** What is left over where three can't sit together: somebody beside the facilitator in one place, a rest where all are apart. */
export function oddOf(plan: Plan): OddMode {
  if (plan.odd !== 'trio' || noTrio(plan) === null) return plan.odd
  return plan.medium === 'together' ? 'facilitator' : 'rest'
}

/** Characters that no plain sentence has: control, invisible and direction characters. */
const UNPLAIN = /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

const plain = (text: string): string => text.replace(UNPLAIN, ' ').trim()

export function askOf(plan: Plan): ConveneAsk {
  const audience = plain(plan.audience)
  return {
    title: plain(plan.title),
    ...(audience && { audience }),
    format: { id: plan.sitting, minutes: plan.minutes },
    medium: plan.medium,
    odd: oddOf(plan),
    late: plan.late,
    prompts: plan.prompts.map(plain),
  }
}

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
  const sitting = ROUND_FORMATS.find(id => id === format.id)
  const medium = MEDIA.find(value => value === file.medium)
  const odd = ODDS.find(value => value === file.odd)
  const late = LATES.find(value => value === (file.late ?? 'finish'))
  if (!sitting || !medium || !odd || !late) return UNREADABLE
  const { minutes } = format
  if (minutes !== undefined && typeof minutes !== 'number') return UNREADABLE
  return {
    ok: true,
    plan: {
      title,
      audience,
      sitting,
      minutes: within(sitting, minutes),
      medium,
      odd,
      late,
      prompts: lines as string[],
    },
  }
}

function within(sitting: RoundFormat, minutes: number | undefined): number {
  const [least, usual, most] = minutesRange(sitting)
  return minutes !== undefined && minutes >= least && minutes <= most ? Math.round(minutes) : usual
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
