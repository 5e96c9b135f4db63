import { expect, test } from 'vitest'
import { groupsOf, readCode, shortLink } from './circle-code.ts'

test('a code is taken as it is written on a wall or by a thumb', () => {
  for (const text of ['K7M4QX2P', 'k7m4qx2p', ' K7M4 QX2P ', 'k7m4-qx2p', 'K7M4\u2013QX2P', 'k 7 m 4\nq x 2 p']) {
    expect(readCode(text)).toBe('K7M4QX2P')
  }
})

test('what is too short, too long or has a letter that no code has is none', () => {
  for (const text of ['', 'K7M4QX2', 'K7M4QX2PP', 'K7M4QX2A', 'K7M40X2P', 'K7M4QX2P?', 'K7M4.QX2P', 'KÖM4QX2P']) {
    expect(readCode(text)).toBeNull()
  }
})

test('it is shown in two groups, and its link in capitals', () => {
  expect(groupsOf('K7M4QX2P')).toEqual(['K7M4', 'QX2P'])
  expect(shortLink('https://room.example', 'K7M4QX2P')).toBe('HTTPS://ROOM.EXAMPLE/J/K7M4QX2P')
})
