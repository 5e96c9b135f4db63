// Which rules does a page number, and which tests claim one of them? A rule opens an item of a list, in bold; the name of a test begins
// with the rules that it proves. Only tests use it.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TOP = fileURLToPath(new URL('../../', import.meta.url))

/** A contract that several stores register is a test too, although its file is not named like one. */
const IS_TEST = /(\.(test|spec)\.tsx?|lobby-contract\.ts)$/

/** How many letters stand before a rule's number: one for those of a room, two for those of everything around it. */
export type Letters = 1 | 2

const idOf = (letters: Letters) => `[A-Z]{${letters}}\\d+`

/** The ids that a page defines, in its order. */
export const idsIn = (page: string, letters: Letters): string[] =>
  [...page.matchAll(new RegExp(`^- \\*\\*(${idOf(letters)})\\*\\*`, 'gm'))].map(([, id]) => id ?? '')

/** The ids that the names of tests claim. */
export function idsClaimed(source: string, letters: Letters): string[] {
  const id = idOf(letters)
  const names = source.matchAll(new RegExp(`[[(]\\s*['"\`]((?:\\[${id}\\] ?)+)`, 'g'))
  return [...names].flatMap(([, ids]) =>
    [...(ids ?? '').matchAll(new RegExp(`\\[(${id})\\]`, 'g'))].map(([, one]) => one ?? ''),
  )
}

/** What `page` defines, and what all tests but the one at `own` claim. */
export function rulesOf(page: string, own: string, letters: Letters): { rules: string[]; claimed: Set<string> } {
  const files = ['lib', 'server', 'app', 'e2e'].flatMap(top =>
    readdirSync(join(TOP, top), { recursive: true, encoding: 'utf8' })
      .filter(path => IS_TEST.test(path))
      .map(path => join(TOP, top, path))
      .filter(path => path !== fileURLToPath(own)),
  )
  return {
    rules: idsIn(readFileSync(join(TOP, page), 'utf8'), letters),
    claimed: new Set(files.flatMap(path => idsClaimed(readFileSync(path, 'utf8'), letters))),
  }
}

/** Rules that some test claims under the letters of this page, and that are not on it. */
export function unknownOf({ rules, claimed }: { rules: readonly string[]; claimed: ReadonlySet<string> }): string[] {
  const letters = new Set(rules.map(id => id.replace(/\d+$/, '')))
  return [...claimed].filter(id => letters.has(id.replace(/\d+$/, '')) && !rules.includes(id))
}
