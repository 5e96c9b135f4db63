// Is each test there that e2e/ACCESSIBILITY.md calls its proof? By the file and the words of the title.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('e2e/ACCESSIBILITY.md', root), 'utf8')

interface Row {
  criterion: string
  proofs: { file: string; title: string }[]
}

/** Each row of the table; a title belongs to the file that is named last before it. */
function rowsOf(text: string): Row[] {
  const rows = text.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| criterion'))
  return rows.map(row => {
    const [criterion = '', , proved = ''] = row.slice(2).split(' | ')
    let file = ''
    const proofs = [...proved.matchAll(/`([^`]+)`|"([^"]+)"/g)].flatMap(([, named, title]) => {
      if (named) file = named
      return title ? [{ file, title }] : []
    })
    return { criterion, proofs }
  })
}

/** The titles of a file's tests, as they stand in its source. */
function titlesOf(source: string): string[] {
  return [...source.matchAll(/\b(?:test|it)(?:\.each\([\s\S]*?\))?\(\s*(['`])([\s\S]*?)\1,/g)].map(
    ([, , title]) => title ?? '',
  )
}

const missing = (rows: Row[]) =>
  rows.flatMap(({ criterion, proofs }) =>
    proofs
      .filter(
        ({ file, title }) => !titlesOf(readFileSync(new URL(file, root), 'utf8')).some(own => own.includes(title)),
      )
      .map(({ file, title }) => `${criterion}: ${file} "${title}"`),
  )

test('every criterion names its proof, and every proof is there', () => {
  const rows = rowsOf(page)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ proofs }) => proofs.length === 0).map(({ criterion }) => criterion)).toEqual([])
  expect(missing(rows)).toEqual([])
})

test('a proof that is nowhere would be found out', () => {
  const planted = '| 9.9.9 Nothing | it is said | `e2e/bell.spec.ts` "no such test" |'
  expect(missing(rowsOf(planted))).toEqual(['9.9.9 Nothing: e2e/bell.spec.ts "no such test"'])
})
