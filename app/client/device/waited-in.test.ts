// Does a tab know in which language it waited, for as long as the room is there and no longer?
import { afterEach, expect, test, vi } from 'vitest'
import { fakePage } from '../testing/fake-page.ts'
import { forgetRoom } from './sweep-device.ts'
import { rememberWaitedIn, waitedIn } from './waited-in.ts'

function pageIn(lang: string): void {
  fakePage()
  vi.stubGlobal('document', { documentElement: { lang } })
}
afterEach(() => vi.unstubAllGlobals())

test('what was waited in counts, and where nobody waited the language of the page', () => {
  pageIn('es')
  rememberWaitedIn('one', 'de')
  expect([waitedIn('one'), waitedIn('two')]).toEqual(['de', 'es'])
  forgetRoom('one')
  expect(waitedIn('one')).toBe('es')
})

test('it is a language of two or three letters, whatever was kept or the page says', () => {
  pageIn('es-MX')
  rememberWaitedIn('one', '7')
  expect([waitedIn('one'), waitedIn('two')]).toEqual(['en', 'es'])
})
