// Does every rule of the circle have a test, and does every test that claims one name a rule that exists?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const TOP = fileURLToPath(new URL('../../', import.meta.url))
const OWN = fileURLToPath(import.meta.url)

const files = ['lib', 'server', 'app', 'e2e'].flatMap(top =>
  readdirSync(join(TOP, top), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(test|spec)\.tsx?$/.test(path))
    .map(path => join(TOP, top, path))
    .filter(path => path !== OWN),
)

const idsIn = (page: string) => [...page.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map(([, id]) => id ?? '')
const idsClaimed = (source: string) =>
  [...source.matchAll(/[[(]\s*['"`]((?:\[[A-Z]{2}\d+\] ?)+)/g)].flatMap(([, ids]) =>
    [...(ids ?? '').matchAll(/\[([A-Z]{2}\d+)\]/g)].map(([, id]) => id ?? ''),
  )

const rules = idsIn(readFileSync(join(TOP, 'lib/circle/CIRCLE.md'), 'utf8'))
const claimed = new Set(files.flatMap(path => idsClaimed(readFileSync(path, 'utf8'))))

test('every rule of the circle is claimed by a test', () => {
  expect(rules.length).toBeGreaterThan(10)
  expect(rules.filter(id => !claimed.has(id))).toEqual([])
})

test('every rule of the circle that a test claims is on the page, once', () => {
  const letters = new Set(rules.map(id => id.slice(0, 2)))
  const own = [...claimed].filter(id => letters.has(id.slice(0, 2)))
  expect(own.filter(id => !rules.includes(id))).toEqual([])
  expect(new Set(rules).size).toBe(rules.length)
})
