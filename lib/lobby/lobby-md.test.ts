// Does every rule of the lobby have a test, and does every test that claims one name a rule that exists?
import { expect, test } from 'vitest'
import { rulesOf, unknownOf } from '../../e2e/setup/rules.ts'

const page = rulesOf('lib/lobby/LOBBY.md', import.meta.url, 2)

test('every rule of the lobby is claimed by a test', () => {
  expect(page.rules.length).toBeGreaterThan(40)
  expect(page.rules.filter(id => !page.claimed.has(id))).toEqual([])
})

test('every rule of the lobby that a test claims is on the page, once', () => {
  expect(unknownOf(page)).toEqual([])
  expect(new Set(page.rules).size).toBe(page.rules.length)
})
