// Does every rule have a test, and does every test that claims a rule name one that exists?
import { expect, test } from 'vitest'
import { idsClaimed, idsIn, rulesOf } from '../../e2e/setup/rules.ts'

const { rules, claimed } = rulesOf('lib/protocol/PROTOCOL.md', import.meta.url, 1)

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
  expect(idsClaimed("test('[P1] x', f)\nit(`[T2] [T3] y`, f)\ntest.each([\n  ['[R1] a'],\n])('[H4] z', f)", 1)).toEqual(
    ['P1', 'T2', 'T3', 'R1', 'H4'],
  )
  expect(idsClaimed("// [P1] is proved here\nexpect(x['P1'])\nconst s = '[P1]'", 1)).toEqual([])
  expect(idsIn('- **P1** a rule, unlike **P2**\n**P3**', 1)).toEqual(['P1'])
})
