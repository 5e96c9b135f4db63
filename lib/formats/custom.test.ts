// Sittings of one's own: what is taken, and what is refused and why.
import { expect, test } from 'vitest'
import { type CustomPhase, customFormat, LIMITS, turnsAreEqual } from './custom.ts'

const phase = (kind: CustomPhase['kind'], seconds: number, floor: CustomPhase['floor'] = 'none'): CustomPhase => ({
  kind,
  seconds,
  floor,
})
const problem = (phases: CustomPhase[]) => {
  const made = customFormat(phases)
  return 'problem' in made ? made.problem : null
}

test('a list of phases becomes a format, with whose turn each is', () => {
  const made = customFormat([
    phase('arrive', 5),
    phase('speak', 60, 'first'),
    phase('say-back', 30, 'second'),
    phase('heard', 20, 'first'),
    phase('speak', 60, 'second'),
    phase('thanks', 1.5, 'all'),
  ])
  expect(made).toEqual({
    format: {
      id: 'custom',
      title: 'A sitting of your own',
      phases: [
        { kind: 'arrive', ms: 5000, floor: 'none' },
        { kind: 'speak', ms: 60_000, floor: 'first', speaker: 'first', turn: 1 },
        { kind: 'say-back', ms: 30_000, floor: 'second', speaker: 'first', turn: 1 },
        { kind: 'heard', ms: 20_000, floor: 'none', speaker: 'first' },
        { kind: 'speak', ms: 60_000, floor: 'second', speaker: 'second', turn: 1 },
        { kind: 'thanks', ms: 1500, floor: 'all' },
      ],
    },
  })
})

test('[P6] unequal turns of one round are refused, whatever stands between them', () => {
  const unequal = [phase('speak', 60, 'first'), phase('quiet', 5), phase('speak', 61, 'second')]
  expect(problem(unequal)).toBe('unequal-turns')
  expect(problem([phase('tell', 20, 'second'), phase('tell', 21, 'first')])).toBe('unequal-turns')
  const rounds = [60, 60, 90, 90].map((seconds, i) => phase('speak', seconds, i % 2 ? 'second' : 'first'))
  expect(problem(rounds)).toBe(null)
})

test('[P6] turns are compared by kind and round, and phases that are nobody’s turn are not', () => {
  const one = { kind: 'speak', floor: 'first', ms: 1, turn: 1 } as const
  expect(turnsAreEqual([one, { ...one, floor: 'second' }])).toBe(true)
  expect(turnsAreEqual([one, { ...one, floor: 'second', ms: 2 }])).toBe(false)
  expect(turnsAreEqual([one, { ...one, ms: 2, turn: 2 }])).toBe(true)
  expect(turnsAreEqual([one, { ...one, kind: 'tell', ms: 2 }])).toBe(true)
  expect(
    turnsAreEqual([
      { kind: 'settle', floor: 'none', ms: 1 },
      { kind: 'settle', floor: 'none', ms: 2 },
    ]),
  ).toBe(true)
})

test.each([
  ['no-phases', []],
  ['too-many-phases', Array(LIMITS.phases + 1).fill(phase('settle', 1))],
  ['phase-length', [phase('settle', 0.9)]],
  ['phase-length', [phase('settle', 1801)]],
  ['phase-length', [phase('settle', Number.NaN)]],
  ['phase-length', [phase('settle', Number.POSITIVE_INFINITY)]],
  ['needs-a-speaker', [phase('speak', 60)]],
  ['needs-a-speaker', [phase('speak', 60, 'all')]],
  ['needs-a-speaker', [phase('say-back', 60)]],
  ['needs-a-speaker', [phase('heard', 60)]],
  ['needs-silence', [phase('settle', 60, 'first')]],
  ['needs-silence', [phase('drop', 60, 'all')]],
  ['two-drops', [phase('drop', 60), phase('drop', 60)]],
  ['too-long', Array(7).fill(phase('settle', 1800))],
] as [string, CustomPhase[]][])('%s is refused', (code, phases) => {
  expect(problem(phases)).toBe(code)
})

test('the limits themselves are taken', () => {
  expect(problem(Array(LIMITS.phases).fill(phase('settle', 1)))).toBe(null)
  expect(problem(Array(6).fill(phase('settle', 1800)))).toBe(null)
})
