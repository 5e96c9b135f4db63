import { expect, test } from 'vitest'
import { groupsOf, shortLink } from './circle-code.ts'

test('it is shown in two groups, and its link in capitals', () => {
  expect(groupsOf('K7M4QX2P')).toEqual(['K7M4', 'QX2P'])
  expect(shortLink('https://room.example', 'K7M4QX2P')).toBe('HTTPS://ROOM.EXAMPLE/J/K7M4QX2P')
})
