// What is a workshop's plan before there is a workshop? What its form holds, and what is asked for in the end.
import { minutesOf, minutesRange, ROUND_IDS, type RoundId } from '../../lib/formats/formats.ts'
import type { CircleMedium, ConveneAsk, LateMode, LeftMode, OddMode } from '../../lib/wire/circle.ts'
import { UNPLAIN } from '../../lib/wire/plain-text.ts'
import type { Touched } from '../parts/use-touched.ts'

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

/** What of the first plan was written and chosen otherwise while it stood there. */
export function planTouched({ written: [title, audience, ...prompts], chosen, minutes }: Touched): Partial<Plan> {
  const now = <Value extends string>(values: readonly Value[]) => values.find(value => chosen.includes(value))
  const touched: { [Part in keyof Plan]?: Plan[Part] | null | undefined } = {
    title,
    audience,
    medium: now(MEDIA),
    odd: now(ODDS),
    late: now(LATES),
    left: now(LEFTS),
    prompts: prompts.some(prompt => prompt !== null) ? prompts.map(prompt => prompt ?? '') : null,
  }
  const sitting = now(ROUND_IDS) ?? FIRST_PLAN.sitting
  if (sitting !== FIRST_PLAN.sitting || minutes !== null) {
    touched.sitting = sitting
    touched.minutes = minutesOf(sitting, minutes)
  }
  return Object.fromEntries(Object.entries(touched).filter(([, value]) => value != null))
}

/** An earlier plan, and over it what was changed since, beside the first plan. */
export function planOver(before: Plan, changed: Partial<Plan>): Plan {
  const { prompts, minutes } = changed
  const rounds = prompts && Math.max(prompts.length, before.prompts.length)
  return {
    ...before,
    // A length was chosen for the sitting that stood there.
    ...(minutes !== undefined && { sitting: FIRST_PLAN.sitting }),
    ...changed,
    ...(prompts && { prompts: Array.from({ length: rounds ?? 0 }, (_, n) => prompts[n] || before.prompts[n] || '') }),
  }
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
