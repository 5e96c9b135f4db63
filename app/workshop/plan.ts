// What is a workshop's plan before there is a workshop? What its form holds, and what is asked for in the end.
import { minutesRange, type RoundId } from '../../lib/formats/formats.ts'
import type { CircleMedium, ConveneAsk, LateMode, LeftMode, OddMode } from '../../lib/wire/circle.ts'
import { UNPLAIN } from '../../lib/wire/plain-text.ts'

export interface Plan {
  title: string
  audience: string
  sitting: RoundId
  /** The whole round, in minutes, within the range of its format. */
  minutes: number
  medium: CircleMedium
  odd: OddMode
  late: LateMode
  left: LeftMode
  prompts: string[]
}

export const MEDIA = ['together', 'text', 'voice'] as const satisfies readonly CircleMedium[]
export const ODDS = ['trio', 'facilitator', 'rest'] as const satisfies readonly OddMode[]
export const LATES = ['finish', 'catch-up'] as const satisfies readonly LateMode[]
export const LEFTS = ['wait', 'reflect'] as const satisfies readonly LeftMode[]

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
  left: 'wait',
  prompts: ['', '', ''],
}

const plain = (text: string): string => text.replace(UNPLAIN, ' ').trim()

export function askOf(plan: Plan): ConveneAsk {
  const audience = plain(plan.audience)
  return {
    title: plain(plan.title),
    ...(audience && { audience }),
    format: { id: plan.sitting, minutes: plan.minutes },
    medium: plan.medium,
    odd: plan.odd,
    late: plan.late,
    left: plan.left,
    prompts: plan.prompts.map(plain),
  }
}
