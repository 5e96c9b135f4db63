// Can what a device remembers ever break the page, or ask for a sitting that there is not?
import { describe, expect, it } from 'vitest'
import { minutesRange } from '../../lib/formats/formats.ts'
import { FIRST_CHOICES, readChoices } from './choices.ts'

describe('remembered choices', () => {
  it.each([
    null,
    '',
    '{',
    'null',
    '7',
    '"x"',
    '[]',
    '{"sitting":"toString","minutes":"9","medium":4,"clock":null,"name":{}}',
  ])('from %s begin anew', text => {
    expect(readChoices(text)).toEqual(FIRST_CHOICES)
  })

  it('come back as they were', () => {
    const choices = { sitting: 'repair', minutes: 30, medium: 'together', clock: 'none', name: 'Maya' }
    expect(readChoices(JSON.stringify(choices))).toEqual(choices)
  })

  it('never leave the range of their sitting', () => {
    const [, usual, most] = minutesRange('taste')
    expect(readChoices(JSON.stringify({ sitting: 'taste', minutes: most + 1 })).minutes).toBe(usual)
    expect(readChoices(JSON.stringify({ sitting: 'taste', minutes: most })).minutes).toBe(most)
  })

  it('keep no more of a name than a seat can carry', () => {
    expect(readChoices(JSON.stringify({ name: 'x'.repeat(90) })).name).toHaveLength(40)
  })
})
