// Did a person feel heard? Eight statements on seven steps, after the Feeling Heard Scale (Roos, Postmes and Koudenburg 2023,
// PLOS ONE 18(11):e0292865, CC BY 4.0): one for the whole and one or two for each of voice, attention, empathy, respect and
// common ground. Two speak against it and count the other way round. The sentences are our own, so that what comes of them
// stands beside no published figure.
import { STEPS, type Step } from './overlap.ts'

/** In the order in which they are read. */
export const STATEMENTS = [
  'whole',
  'voice',
  'elsewhere',
  'attention',
  'empathy',
  'untouched',
  'respect',
  'common',
] as const
export type Statement = (typeof STATEMENTS)[number]

/** Who agrees with these was heard the less: the other was elsewhere with their thoughts, or untouched by what was said. */
const AGAINST: readonly Statement[] = ['elsewhere', 'untouched']

export type Answers = Readonly<Partial<Record<Statement, Step>>>

export type FeltHeard =
  /** `mean` of all eight, from 1 to 7; `step` is the nearest of the seven. */
  | { ok: true; mean: number; step: Step }
  /** `left`: what has no answer yet, in the order in which it is read. Part of the eight says nothing. */
  | { ok: false; code: 'incomplete'; left: Statement[] }

export function feltHeard(answers: Answers): FeltHeard {
  const left = STATEMENTS.filter(statement => !STEPS.some(step => step === answers[statement]))
  if (left.length > 0) return { ok: false, code: 'incomplete', left }
  const mean = STATEMENTS.reduce((sum, statement) => sum + counted(statement, answers), 0) / STATEMENTS.length
  const step = STEPS.find(known => known === Math.round(mean)) ?? STEPS[0]
  return { ok: true, mean, step }
}

function counted(statement: Statement, answers: Answers): number {
  const step = answers[statement] ?? 0
  return AGAINST.includes(statement) ? STEPS.length + 1 - step : step
}
