// Is every sentence of the mirrored dictionary marked, so that what is not marked on a screen came from somewhere else?
import { expect, test } from 'vitest'
import { MARKS, MIRROR, mirrored } from './mirrored.ts'
import { sentences } from './testing/sentences.ts'
import { wordsFor } from './words.ts'

test('every sentence is marked once, around the English one, and told the same things', () => {
  const english = sentences(wordsFor('en'), 'words')
  const mirror = sentences(mirrored(wordsFor('en')), 'words')
  expect(mirror).toHaveLength(english.length)
  expect(
    mirror.filter(({ text }) => text !== MIRROR && !(text.startsWith(MARKS[0]) && text.endsWith(MARKS[1]))),
  ).toEqual([])
  expect(mirror.map(({ text }) => text.slice(1, -1))).toEqual(
    english.map(({ path, text }) => (path === 'words.lang' ? MIRROR.slice(1, -1) : text)),
  )
})

test('only the tag of the language is turned into the mirror’s', () => {
  expect(mirrored({ lang: 'en', say: (name: string) => `Hello ${name}` }).say('Ana')).toBe('\u2067Hello Ana\u2069')
  expect(mirrored({ lang: 'en' }).lang).toBe('ar-XB')
})
