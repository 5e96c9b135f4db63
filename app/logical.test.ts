// Does every style follow the direction of its language? No sheet names a side of the screen: a language that runs from right
// to left needs a dictionary, and no style.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SIDE = '(left|right)'
const PHYSICAL = [
  `(?<![\\w-])${SIDE}\\s*:`,
  `(?<![\\w-])(margin|padding|border|scroll-margin|scroll-padding)-${SIDE}\\b`,
  `(?<![\\w-])border-(top|bottom)-${SIDE}-radius`,
  `(?<![\\w-])(text-align|float|clear|caption-side)\\s*:\\s*${SIDE}`,
  `\\bto ${SIDE}\\b`,
  // Four values name the sides one by one; where the two in the line differ, so do the languages.
  `(?<![\\w-])(margin|padding|inset|border-width)\\s*:\\s*\\S+\\s+(\\S+)\\s+\\S+\\s+(?!\\2[;\\s])\\S+\\s*;`,
].map(pattern => new RegExp(pattern))

const named = (css: string) => {
  const code = css.replace(/\/\*[\s\S]*?\*\//g, '')
  return code.split('\n').filter(line => PHYSICAL.some(pattern => pattern.test(line)))
}

test.each([
  'left: 0;',
  'margin-left: 1rem;',
  'padding-right : 2px;',
  'border-left: 1px solid;',
  'border-top-left-radius: 2px;',
  'text-align: right;',
  'float: left;',
  'background: linear-gradient(to right, red, blue);',
  'padding: 0 1rem 0 2rem;',
])('the search finds %s', line => {
  expect(named(`.a {\n  ${line}\n}`)).toHaveLength(1)
})

test.each(['inset-inline-start: 0;', 'text-align: start;', 'padding: 0 1rem 2rem 1rem;', '/* to the left: it */'])(
  'and leaves %s',
  line => {
    expect(named(`.a {\n  ${line}\n}`)).toEqual([])
  },
)

test('no sheet names a side', () => {
  const app = fileURLToPath(new URL('.', import.meta.url))
  const sheets = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(40)
  expect(
    sheets.flatMap(sheet => named(readFileSync(`${app}/${sheet}`, 'utf8')).map(line => `${sheet}:${line}`)),
  ).toEqual([])
})
