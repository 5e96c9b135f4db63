// Does everybody get the language that they asked for, where it has been written?
import { describe, expect, it, test } from 'vitest'
import { chooseLocale, localeOf } from './locale.ts'

describe('by what the browser asks for', () => {
  it.each([
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['ES-419', 'es'],
    ['en-GB,en;q=0.9,es;q=0.8', 'en'],
    ['en;q=0.2, es;q=0.7', 'es'],
    ['de-CH,de;q=0.9,es;q=0.5,en;q=0.4', 'es'],
    ['de', 'en'],
    ['est', 'en'],
    ['es;q=0, en', 'en'],
    ['es;q=0', 'en'],
    ['*', 'en'],
    ['es;q=nonsense', 'en'],
    [';;,,q=1,', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s is answered in %s', (header, locale) => {
    expect(chooseLocale(undefined, header)).toBe(locale)
  })
})

test('a choice comes before what the browser asks for, unless it is of no language of ours', () => {
  expect(chooseLocale('en', 'es')).toBe('en')
  expect(chooseLocale('es', 'en')).toBe('es')
  expect(chooseLocale('xx', 'es')).toBe('es')
  expect(chooseLocale('', 'es')).toBe('es')
})

test('what has not been written is nobody’s language', () => {
  expect(localeOf('constructor')).toBeNull()
  expect(localeOf(undefined)).toBeNull()
})
