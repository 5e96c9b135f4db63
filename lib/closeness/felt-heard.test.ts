import { expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { type Answers, feltHeard, STATEMENTS, type Statement } from './felt-heard.ts'
import { STEPS, type Step } from './overlap.ts'

/** Told here once more, so that a list which loses one is noticed. */
const AGAINST: Statement[] = ['elsewhere', 'untouched']
const isAgainst = (statement: Statement) => AGAINST.includes(statement)
const facing = (step: Step): Step => STEPS[7 - step] as Step

/** Everybody who answers each statement by `step(statement)`. */
const answering = (step: (statement: Statement) => Step): Answers =>
  Object.fromEntries(STATEMENTS.map(statement => [statement, step(statement)]))

const meanOf = (answers: Answers): number => {
  const felt = feltHeard(answers)
  if (!felt.ok) throw new Error(`left open: ${felt.left}`)
  return felt.mean
}

test('there are eight statements, and exactly two of them speak against having been heard', () => {
  expect(new Set(STATEMENTS).size).toBe(8)
  const middle = answering(() => 4)
  const lower = STATEMENTS.filter(statement => meanOf({ ...middle, [statement]: 7 }) < 4)
  expect(lower).toEqual(AGAINST)
})

test('heard to the end is 7, not heard at all is 1, and to agree with everything is in between', () => {
  expect(feltHeard(answering(one => (isAgainst(one) ? 1 : 7)))).toEqual({ ok: true, mean: 7, step: 7 })
  expect(feltHeard(answering(one => (isAgainst(one) ? 7 : 1)))).toEqual({ ok: true, mean: 1, step: 1 })
  // Six sevens and two ones.
  expect(feltHeard(answering(() => 7))).toEqual({ ok: true, mean: 5.5, step: 6 })
})

test('a sitting worked out by hand', () => {
  const answers: Answers = {
    whole: 6,
    voice: 7,
    elsewhere: 2,
    attention: 6,
    empathy: 5,
    untouched: 3,
    respect: 7,
    common: 4,
  }
  // 6 + 7 + (8 − 2) + 6 + 5 + (8 − 3) + 7 + 4 = 46, of eight.
  expect(feltHeard(answers)).toEqual({ ok: true, mean: 5.75, step: 6 })
})

test('an answer that is missing, or is none of the seven steps, is named, and nothing is made of the rest', () => {
  const whole = answering(() => 5)
  expect(feltHeard({})).toEqual({ ok: false, code: 'incomplete', left: [...STATEMENTS] })
  const { common: _, voice: __, ...six } = whole
  expect(feltHeard(six)).toEqual({ ok: false, code: 'incomplete', left: ['voice', 'common'] })
  for (const odd of [0, 8, 2.5, '5', null, Number.NaN, [5]]) {
    expect(feltHeard({ ...whole, empathy: odd as Step })).toEqual({ ok: false, code: 'incomplete', left: ['empathy'] })
  }
})

test('whatever is answered: one step more moves the mean by an eighth, and turned round it is mirrored', () => {
  const chance = chanceFrom(20_231_128)
  const seen = { up: 0, down: 0, incomplete: 0, steps: new Set<Step>() }
  for (let run = 0; run < 2000; run++) {
    // Leaning to one side, or the mean of eight would always be near the middle.
    const lean = chance.whole(1, 7)
    const drawn = () => STEPS[Math.min(7, Math.max(1, lean + chance.whole(-1, 1))) - 1] as Step
    const answers = answering(one => (isAgainst(one) ? facing(drawn()) : drawn()))
    const felt = feltHeard(answers)
    if (!felt.ok) throw new Error('all are answered')
    expect(felt.mean).toBeGreaterThanOrEqual(1)
    expect(felt.mean).toBeLessThanOrEqual(7)
    expect(Math.abs(felt.step - felt.mean)).toBeLessThanOrEqual(0.5)
    seen.steps.add(felt.step)
    expect(meanOf(answering(one => facing(answers[one] as Step)))).toBeCloseTo(8 - felt.mean, 9)

    const one = chance.pick(STATEMENTS)
    const more = STEPS.find(step => step === (answers[one] ?? 0) + 1)
    if (more !== undefined) {
      const way = isAgainst(one) ? 'down' : 'up'
      expect(meanOf({ ...answers, [one]: more })).toBeCloseTo(felt.mean + (way === 'up' ? 1 : -1) / 8, 9)
      seen[way] += 1
    }

    const { [one]: _, ...rest } = answers
    expect(feltHeard(rest)).toEqual({ ok: false, code: 'incomplete', left: [one] })
    seen.incomplete += 1
  }
  expect(seen.steps.size).toBe(7)
  expect(Math.min(seen.up, seen.down)).toBeGreaterThan(200)
  expect(seen.incomplete).toBe(2000)
})
