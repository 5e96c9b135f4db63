// What is a workshop's plan before there is a workshop? What its form holds, and what is asked for in the end.
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
