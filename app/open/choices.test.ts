// Can what a device remembers ever break the page, or ask for a sitting that there is not?
import { describe, expect, it } from 'vitest'
import { minutesRange } from '../../lib/formats/formats.ts'
import { FIRST_CHOICES, readChoices } from './choices.ts'

describe('remembered choices', () => {
  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    { sitting: 'toString', minutes: '9', medium: 4, clock: null },
    { sitting: 'listening', minutes: Number.NaN, medium: 'radio', clock: {} },
  ])('from %j begin anew', stored => {
    expect(readChoices(stored)).toEqual(FIRST_CHOICES)
  })

  it('come back as they were', () => {
    const choices = { sitting: 'repair', minutes: 30, medium: 'together', clock: 'none' }
    expect(readChoices(choices)).toEqual(choices)
  })

  it('never leave the range of their sitting', () => {
    const [, usual, most] = minutesRange('taste')
    expect(readChoices({ sitting: 'taste', minutes: most + 1 }).minutes).toBe(usual)
    expect(readChoices({ sitting: 'taste', minutes: most }).minutes).toBe(most)
  })
})
