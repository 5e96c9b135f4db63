// Can what a device remembers ever break the page, or ask for a sitting that there is not?
import { describe, expect, it } from 'vitest'
import { minutesRange } from '../../lib/formats/formats.ts'
import { type Choices, chosenOver, FIRST_CHOICES, readChoices } from './choices.ts'

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

describe('what was chosen before the page came alive', () => {
  const before: Choices = { sitting: 'taste', minutes: minutesRange('taste')[2], medium: 'text', clock: 'none' }

  it('stands over what is remembered, which fills the rest', () => {
    expect(chosenOver(before, { chosen: [], minutes: null })).toEqual(before)
    expect(chosenOver(before, { chosen: ['video'], minutes: null })).toEqual({ ...before, medium: 'video' })
    expect(chosenOver(before, { chosen: ['repair', 'unhurried'], minutes: null })).toEqual({
      sitting: 'repair',
      minutes: minutesRange('repair')[1],
      medium: 'text',
      clock: 'unhurried',
    })
  })

  it('is of the sitting that stood there, where only its length was moved', () => {
    const [, usual, most] = minutesRange('listening')
    expect(chosenOver(before, { chosen: [], minutes: most })).toMatchObject({ sitting: 'listening', minutes: most })
    expect(chosenOver(before, { chosen: [], minutes: most + 1 })).toMatchObject({
      sitting: 'listening',
      minutes: usual,
    })
  })
})
