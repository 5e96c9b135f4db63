// Is each test there that server/THREATS.md calls its proof? By the file and the words of the title.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const TOP = new URL('../', import.meta.url)
const page = readFileSync(new URL('server/THREATS.md', TOP), 'utf8')

interface Row {
  threat: string
  proofs: { file: string; title: string }[]
}

/** Each row of the table; a title belongs to the file that is named last before it. */
function rowsOf(text: string): Row[] {
  const rows = text.split('\n').filter(line => /^\| T\d/.test(line))
  return rows.map(row => {
    const [threat = '', , proved = ''] = row.slice(2).split(' | ')
    let file = ''
    const proofs = [...proved.matchAll(/`([^`]+)`|"([^"]+)"/g)].flatMap(([, named, title]) => {
      if (named) file = named
      return title ? [{ file, title }] : []
    })
    return { threat, proofs }
  })
}

const QUOTED = /\b(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['`])((?:(?!\1)[\s\S])*?)\1/g

/** The titles of a file's tests, and of what groups them, as they stand in its source. */
const titlesOf = (source: string): string[] => [...source.matchAll(QUOTED)].map(([, , title]) => title ?? '')

const missing = (rows: Row[]): string[] =>
  rows.flatMap(({ threat, proofs }) =>
    proofs
      .filter(({ file, title }) => !titlesOf(readFileSync(new URL(file, TOP), 'utf8')).some(own => own.includes(title)))
      .map(({ file, title }) => `${threat}: ${file} "${title}"`),
  )

test('every threat names its proof, and every proof is there', () => {
  const rows = rowsOf(page)
  const numbers = new Set(rows.map(({ threat }) => Number(/^T(\d+)/.exec(threat)?.[1])))
  expect([...numbers]).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
  expect(rows.filter(({ proofs }) => proofs.length === 0).map(({ threat }) => threat)).toEqual([])
  expect(missing(rows)).toEqual([])
})

test('a proof that is nowhere would be found out', () => {
  const planted = '| T1 Somebody does something | nothing | `server/wire/flood.test.ts` "no such test" |'
  expect(missing(rowsOf(planted))).toEqual(['T1 Somebody does something: server/wire/flood.test.ts "no such test"'])
})

test('what can not be done is said as well', () => {
  const [, said = ''] = page.split('## What nothing here keeps anybody from')
  expect(said.match(/^- \*\*/gm)?.length).toBeGreaterThan(8)
})
