// Does a plan come back from its file as it was, and does a file that is none of ours change nothing?
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { planProblem } from '../../lib/circle/rounds.ts'
import { minutesRange, ROUND_IDS } from '../../lib/formats/formats.ts'
import { circleAsks } from '../../lib/wire/circle-schemas.ts'
import { PROMPT_MOST, ROUNDS_MOST } from '../../lib/wire/lengths.ts'
import { askOf, FIRST_PLAN, LATES, LEFTS, MEDIA, ODDS, type Plan, planOver, planTouched } from './plan.ts'
import { FILE_MOST, planText, readPlan } from './plan-text.ts'

const PLAN: Plan = {
  ...FIRST_PLAN,
  title: 'Tuesday circle',
  audience: 'Neighbours',
  sitting: 'listening',
  minutes: 20,
  prompts: ['What is alive in you?', '', 'What did you drop?'],
}
const { convene } = circleAsks(z.string())
const fileWith = (change: object) => JSON.stringify({ ...JSON.parse(planText(PLAN)), ...change })

describe('a plan', () => {
  it('comes back from its file as it was', () => {
    expect(readPlan(planText(PLAN))).toEqual({ ok: true, plan: PLAN })
    expect(readPlan(planText({ ...PLAN, left: 'reflect' }))).toMatchObject({ plan: { left: 'reflect' } })
    expect(readPlan(planText(FIRST_PLAN))).toEqual({ ok: true, plan: FIRST_PLAN })
  })

  it('comes back at its longest', () => {
    const prompts = Array(ROUNDS_MOST).fill('\u{1F33F}'.repeat(PROMPT_MOST / 2))
    const text = planText({ ...PLAN, prompts })
    expect(text.length).toBeLessThan(FILE_MOST)
    expect(readPlan(text)).toMatchObject({ ok: true, plan: { prompts } })
  })

  it('is asked for in a way that the server takes, whatever is chosen', () => {
    let asked = 0
    for (const sitting of ROUND_IDS)
      for (const medium of MEDIA)
        for (const odd of ODDS)
          for (const late of LATES)
            for (const left of LEFTS)
              for (const minutes of minutesRange(sitting)) {
                const ask = askOf({ ...PLAN, sitting, medium, odd, late, left, minutes })
                expect(convene.safeParse(ask)).toMatchObject({ success: true, data: { left } })
                asked += 1
              }
    expect(asked).toBe(ROUND_IDS.length * 3 * 3 * 2 * 2 * 3)
  })

  it('is asked for without characters that no sentence has', () => {
    const ask = askOf({ ...PLAN, title: ' Tues\u200bday\n', audience: '\u202e', prompts: ['a\tb', '\ufeff'] })
    expect(ask).toMatchObject({ title: 'Tues day', prompts: ['a b', ''] })
    expect(ask).not.toHaveProperty('audience')
    expect(convene.safeParse(ask).success).toBe(true)
  })
})

test('three share a round in any medium, at any length that can be chosen', () => {
  for (const sitting of ROUND_IDS)
    for (const medium of MEDIA)
      for (const minutes of minutesRange(sitting)) {
        const ask = askOf({ ...PLAN, sitting, medium, minutes })
        expect([ask.odd, planProblem(ask)]).toEqual(['trio', null])
      }
})

describe('a file', () => {
  it.each([
    ['nothing', ''],
    ['no JSON', 'Tuesday'],
    ['a list', '[]'],
    ['nothing in JSON', 'null'],
    ['another program’s', '{"version":1,"title":"x"}'],
    ['too long', `${' '.repeat(FILE_MOST)}${planText(PLAN)}`],
    ['a kind of another name', fileWith({ kind: 'toString' })],
    ['a version that is none', fileWith({ version: '1' })],
    ['a title that is none', fileWith({ title: 7 })],
    ['a title too long', fileWith({ title: 'x'.repeat(81) })],
    ['an audience that is none', fileWith({ audience: null })],
    ['a format that is none', fileWith({ format: 'round' })],
    ['a format that nobody knows', fileWith({ format: { id: 'toString' } })],
    ['minutes that are none', fileWith({ format: { id: 'round', minutes: '11' } })],
    ['prompts that are none', fileWith({ prompts: 'x' })],
    ['a prompt that is none', fileWith({ prompts: ['x', 7] })],
    ['a prompt too long', fileWith({ prompts: ['x'.repeat(PROMPT_MOST + 1)] })],
    ['too many prompts', fileWith({ prompts: Array(ROUNDS_MOST + 1).fill('') })],
    ['a medium that nobody knows', fileWith({ medium: 'radio' })],
    ['an odd seat that nobody knows', fileWith({ odd: 'none' })],
    ['a lateness that nobody knows', fileWith({ late: 'never' })],
    ['a way for whoever is left that nobody knows', fileWith({ left: 'alone' })],
  ])('with %s is none of ours', (_, text) => {
    expect(readPlan(text)).toEqual({ ok: false, why: 'unreadable' })
  })

  it('of a later version is said to be newer', () => {
    expect(readPlan(fileWith({ version: 2, rounds: [] }))).toEqual({ ok: false, why: 'newer' })
  })

  it('may leave out what has a usual value, and asks for no length that its sitting has not', () => {
    const { late: _, audience: __, left: ___, ...rest } = JSON.parse(planText(PLAN))
    expect(readPlan(JSON.stringify({ ...rest, format: { id: 'taste', minutes: 600 } }))).toEqual({
      ok: true,
      plan: { ...PLAN, audience: '', late: 'finish', sitting: 'taste', minutes: minutesRange('taste')[1] },
    })
  })
})

describe('what was written and chosen before the page came alive', () => {
  const untouched = { written: [null, null, null, null, null], chosen: [], minutes: null }

  it('is that alone, in place of what stood there', () => {
    expect(planTouched(untouched)).toEqual({})
    expect(planTouched({ ...untouched, written: ['Circle', null, null, 'second', null] })).toEqual({
      title: 'Circle',
      prompts: ['', 'second', ''],
    })
    expect(planTouched({ ...untouched, chosen: ['text', 'rest', 'catch-up', 'reflect'] })).toEqual({
      medium: 'text',
      odd: 'rest',
      late: 'catch-up',
      left: 'reflect',
    })
    // What was written and taken out again was written.
    expect(planTouched({ ...untouched, written: ['', null, null, null, null] })).toEqual({ title: '' })
  })

  it('has a length that its sitting can have', () => {
    const [, usual, most] = minutesRange('listening')
    const chosen = ['listening']
    expect(planTouched({ ...untouched, chosen })).toEqual({ sitting: 'listening', minutes: usual })
    expect(planTouched({ ...untouched, chosen, minutes: most })).toEqual({ sitting: 'listening', minutes: most })
    expect(planTouched({ ...untouched, chosen, minutes: most + 1 })).toEqual({ sitting: 'listening', minutes: usual })
    const { sitting } = FIRST_PLAN
    const [least] = minutesRange(sitting)
    expect(planTouched({ ...untouched, minutes: least })).toEqual({ sitting, minutes: least })
  })

  it('stands over a draft, round by round, and what was moved is of the sitting that stood there', () => {
    expect(planOver(PLAN, {})).toEqual(PLAN)
    expect(planOver(PLAN, { title: 'Another', prompts: ['', 'second', ''] })).toEqual({
      ...PLAN,
      title: 'Another',
      prompts: ['What is alive in you?', 'second', 'What did you drop?'],
    })
    expect(planOver({ ...PLAN, prompts: ['one'] }, { prompts: ['', 'two'] }).prompts).toEqual(['one', 'two'])
    expect(planOver(PLAN, { minutes: 12 })).toMatchObject({ sitting: FIRST_PLAN.sitting, minutes: 12 })
    expect(planOver(PLAN, { sitting: 'taste', minutes: 5 })).toMatchObject({ sitting: 'taste', minutes: 5 })
  })
})
