// The sittings: that each is what it promises, in its phases, its minutes and its fairness.
import { describe, expect, test } from 'vitest'
import { turnsAreEqual } from './custom.ts'
import { FORMAT_IDS, formatFor, isFormatId, minutesRange, totalMs } from './formats.ts'

const MINUTE = 60_000
/** Every format that there is, those held only in a place of their own included. */
const ALL = [...FORMAT_IDS, 'practice'] as const
const everywhere = ALL.flatMap(id => ([2, 3] as const).map(seats => [id, seats] as const))
const speaking = (id: (typeof ALL)[number], seats: 2 | 3 = 2, minutes?: number) =>
  formatFor(id, seats, minutes).phases.filter(phase => phase.kind === 'speak')

describe('every format', () => {
  test.each(everywhere)('[P6] %s for %i: turns of one round are equal, and everybody has as many', (id, seats) => {
    const [least, , most] = minutesRange(id, seats)
    for (const minutes of [undefined, least, least + 1, most]) {
      const { phases } = formatFor(id, seats, minutes)
      expect(turnsAreEqual(phases)).toBe(true)
      for (const kind of ['speak', 'say-back', 'heard', 'tell'] as const) {
        const of = (who: string) => phases.filter(phase => phase.kind === kind && phase.speaker === who).length
        const counts = ['first', 'second', 'third'].slice(0, seats).map(of)
        expect(new Set(counts).size, `${kind}: ${counts}`).toBe(1)
      }
    }
  })

  test.each(everywhere)(
    '%s for %i: nobody speaks in a phase that is nobody’s, and nobody does not sit there',
    (id, seats) => {
      for (const phase of formatFor(id, seats).phases) {
        if (['arrive', 'picture', 'settle', 'drop', 'quiet', 'heard'].includes(phase.kind)) {
          expect(phase.floor).toBe('none')
        }
        if (['speak', 'tell', 'say-back'].includes(phase.kind)) expect(phase.speaker).toBeDefined()
        if (seats === 2) expect([phase.floor, phase.speaker]).not.toContain('third')
      }
    },
  )

  test.each(everywhere)('%s for %i asks the closing question once, and lets everybody tell after it', (id, seats) => {
    const { phases } = formatFor(id, seats)
    const drop = phases.findIndex(phase => phase.kind === 'drop')
    expect(phases.filter(phase => phase.kind === 'drop')).toHaveLength(1)
    expect(phases.slice(drop + 1, drop + 1 + seats).map(phase => phase.kind)).toEqual(Array(seats).fill('tell'))
  })

  test.each(FORMAT_IDS)('%s: every total that can be chosen keeps its turns within their range', id => {
    const [least, usual, most] = minutesRange(id)
    expect([least <= usual, usual <= most]).toEqual([true, true])
    const turnsAt = (minutes: number) => speaking(id, 2, minutes)[0]?.ms ?? 0
    for (let minutes = least; minutes < most; minutes++) {
      expect(turnsAt(minutes)).toBeLessThanOrEqual(turnsAt(minutes + 1))
      expect(turnsAt(minutes) % 15_000).toBe(0)
    }
    expect(formatFor(id, 2, usual)).toEqual(formatFor(id))
    expect(turnsAt(least - 100)).toBe(turnsAt(0))
    expect(turnsAt(most + 100)).toBe(turnsAt(1000))
  })

  test.each(FORMAT_IDS)(
    '%s: the chosen total, the seconds after the bells included, is met to within half a step a turn',
    id => {
      const [least, , most] = minutesRange(id)
      for (const minutes of [least, Math.round((least + most) / 2), most]) {
        const { phases } = formatFor(id, 2, minutes)
        const turns = speaking(id).length
        const off = Math.abs(totalMs(phases) - minutes * MINUTE)
        expect(off).toBeLessThanOrEqual(Math.max(turns * 7500, 30_000))
      }
    },
  )
})

test('the usual length of each is the one that it is announced with', () => {
  expect(ALL.map(id => minutesRange(id)[1])).toEqual([18, 6, 37, 45, 14])
})

test('[P9] only `listening` can go round once more, from its last settling', () => {
  const again = ALL.map(id =>
    formatFor(id)
      .phases.filter(phase => phase.again)
      .map(phase => phase.kind),
  )
  expect(again).toEqual([['settle'], [], [], [], []])
  const { phases } = formatFor('listening')
  expect(phases.findIndex(phase => phase.again)).toBe(phases.findIndex(phase => phase.kind === 'drop') - 1)
})

test('[R1] in `repair` each is said back by another and answers for themselves', () => {
  const { phases } = formatFor('repair')
  const said = phases.filter(phase => phase.kind === 'say-back' || phase.kind === 'heard')
  expect(said.map(phase => [phase.kind, phase.floor, phase.speaker])).toEqual([
    ['say-back', 'second', 'first'],
    ['heard', 'none', 'first'],
    ['say-back', 'first', 'second'],
    ['heard', 'none', 'second'],
  ])
})

test('`practice`: one line each aloud, then two short turns each, the second pair as long as the first', () => {
  expect(formatFor('practice').phases.map(phase => `${phase.kind} ${phase.floor} ${(phase.ms ?? 0) / 1000}`)).toEqual([
    'agree all 30',
    'arrive none 30',
    ...[1, 2].flatMap(() => ['speak first 150', 'settle none 15', 'speak second 150', 'settle none 15']),
    'drop none 30',
    'tell first 30',
    'tell second 30',
    'thanks all 15',
  ])
})

test('only the four can be chosen: practice is held where strangers wait, and nowhere else', () => {
  expect(['listening', 'taste', 'repair', 'dyad'].every(isFormatId)).toBe(true)
  expect(['', 'custom', 'practice', 'toString', '__proto__'].some(isFormatId)).toBe(false)
})
