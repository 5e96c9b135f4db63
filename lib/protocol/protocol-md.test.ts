// Does every rule have a test, and does every test that claims a rule name one that exists?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const TOP = fileURLToPath(new URL('../../', import.meta.url))
const OWN = fileURLToPath(import.meta.url)

/** The ids that a page defines, in its order: each opens an item of a list, in bold. */
function idsIn(page: string): string[] {
  return [...page.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id ?? '')
}

/** The ids that the names of tests claim: a name begins with them. */
function idsClaimed(source: string): string[] {
  const names = source.matchAll(/[[(]\s*['"`]((?:\[[A-Z]\d+\] ?)+)/g)
  return [...names].flatMap(([, ids]) => [...(ids ?? '').matchAll(/\[([A-Z]\d+)\]/g)].map(([, id]) => id ?? ''))
}

function testFiles(): string[] {
  return ['lib', 'server', 'app', 'e2e'].flatMap(top =>
    readdirSync(join(TOP, top), { recursive: true, encoding: 'utf8' })
      .filter(path => /\.(test|spec)\.tsx?$/.test(path))
      .map(path => join(TOP, top, path))
      .filter(path => path !== OWN),
  )
}

const rules = idsIn(readFileSync(join(TOP, 'lib/protocol/PROTOCOL.md'), 'utf8'))
const claimed = new Set(testFiles().flatMap(path => idsClaimed(readFileSync(path, 'utf8'))))

test('every rule of the page is claimed by a test', () => {
  expect(rules.length).toBeGreaterThan(50)
  expect(rules.filter(id => !claimed.has(id))).toEqual([])
})

test('every rule that a test claims is on the page', () => {
  expect([...claimed].filter(id => !rules.includes(id))).toEqual([])
})

test('no id is given twice, and those of one letter stand together and in order', () => {
  expect(new Set(rules).size).toBe(rules.length)
  const letters = [...new Set(rules.map(id => id.charAt(0)))]
  const order = (id: string) => letters.indexOf(id.charAt(0)) * 1000 + Number(id.slice(1))
  expect([...rules].sort((a, b) => order(a) - order(b))).toEqual(rules)
})

test('an id counts where a name of a test begins with it, and nowhere else', () => {
  expect(idsClaimed("test('[P1] x', f)\nit(`[T2] [T3] y`, f)\ntest.each([\n  ['[R1] a'],\n])('[H4] z', f)")).toEqual([
    'P1',
    'T2',
    'T3',
    'R1',
    'H4',
  ])
  expect(idsClaimed("// [P1] is proved here\nexpect(x['P1'])\nconst s = '[P1]'")).toEqual([])
  expect(idsIn('- **P1** a rule, unlike **P2**\n**P3**')).toEqual(['P1'])
})
