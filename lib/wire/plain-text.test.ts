// May this stand in a name? What people are called anywhere may; what nobody sees, or what makes a name look like another, may not.
import { expect, it } from 'vitest'
import { LEGIBLE, PLAIN, UNPLAIN } from './plain-text.ts'

const isName = (text: string) => PLAIN.test(text) && LEGIBLE.test(text)

it.each([
  'Ann',
  'Ñandú-Ø',
  'O’Brien',
  '李小龙',
  'مریم\u200cسادات',
  'שָׁלוֹם',
  'ก็ตี๋',
  'Nguyễn Thị Ánh'.normalize('NFD'),
  '한글'.normalize('NFD'),
  '👩\u200d👩\u200d👧',
  '7',
  '!',
])('%s is a name', name => {
  expect(isName(name)).toBe(true)
})

it.each([
  ['a filler of Hangul', '\u3164'],
  ['an empty pattern of Braille', '\u2800\u2800'],
  ['a soft hyphen', 'An\u00adn'],
  ['a mark of direction', 'Ann\u061c'],
  ['an override of direction', 'Ann\u202ennA'],
  ['joiners alone', '\u200d\u200c'],
  ['marks alone', '\u0301\u0301'],
  ['a heap of marks', `A${'\u0335'.repeat(7)}`],
  ['nothing', ''],
])('%s makes no name', (_what, name) => {
  expect(isName(name)).toBe(false)
})

it('what has no place is replaced as a row', () => {
  expect('a\u202e\u3164b\u00adc'.replace(UNPLAIN, ' ')).toBe('a b c')
})
