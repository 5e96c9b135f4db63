// Are there words for every number, and are they fit to be read aloud?
import { describe, expect, test } from 'vitest'
import { listLanguage, wordsOf } from './compared-words.ts'

const ALL = Array.from({ length: 2048 }, (_, n) => n)

describe.each(['en', 'es'] as const)('the list of %s', language => {
  test('has 2,048 different short words, each written with whole letters', async () => {
    const words = await wordsOf(ALL, language)
    expect(new Set(words).size).toBe(2048)
    expect(words.filter(word => !/^[a-záéíóúüñ]{3,8}$/.test(word))).toEqual([])
    // Told apart by their first four letters, whatever becomes of the rest on the way to an ear.
    expect(new Set(words.map(word => word.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 4))).size).toBe(2048)
  })
})

test('Spanish reads Spanish words, and every other language English ones', async () => {
  expect(['es', 'en', 'de', 'sr', null].map(listLanguage)).toEqual(['es', 'en', 'en', 'en', 'en'])
  expect(await wordsOf([0, 1, 2047, 0], 'es')).toEqual(['ábaco', 'abdomen', 'zurdo', 'ábaco'])
  expect(await wordsOf([0, 1, 2047, 0], 'en')).toEqual(['abandon', 'ability', 'zoo', 'abandon'])
})
