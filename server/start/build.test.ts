// Does a start build when, and only when, the sources differ from those that were built?
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginBuild, finishBuild, isBuilt, sourcesHash } from './build.mjs'

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
/** What `next build` and `tsc` leave behind, as far as a start looks at it. */
const build = () => {
  beginBuild(root)
  write('.next/BUILD_ID', 'b')
  write('dist/server/index.js', '')
  finishBuild(root)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clearing-build-'))
  for (const path of ['app/page.tsx', 'lib/a/b.ts', 'server/index.ts']) write(path, `// ${path}`)
  for (const path of ['next.config.js', 'package-lock.json', 'tsconfig.json']) write(path, '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test('a build counts until a source changes, and again when the change is taken back', () => {
  expect(isBuilt(root)).toBe(false)
  build()
  expect(isBuilt(root)).toBe(true)
  write('lib/a/b.ts', 'changed')
  expect(isBuilt(root)).toBe(false)
  write('lib/a/b.ts', '// lib/a/b.ts')
  expect(isBuilt(root)).toBe(true)
})

test.each([
  ['a new file', () => write('app/new.tsx', '')],
  ['a file that is gone', () => rmSync(join(root, 'lib/a/b.ts'))],
  ['a file with another name', () => renameSync(join(root, 'lib/a/b.ts'), join(root, 'lib/a/c.ts'))],
  ['other packages', () => write('package-lock.json', '{"packages":{}}')],
  [
    'text that moved from one file to the next',
    () => [write('app/page.tsx', '// app/'), write('lib/a/b.ts', 'page.tsx// lib/a/b.ts')],
  ],
])('%s asks for a build', (_what, change) => {
  const before = sourcesHash(root)
  change()
  expect(sourcesHash(root)).not.toBe(before)
})

test.each([
  ['a file that was only touched', () => utimesSync(join(root, 'app/page.tsx'), 1, 1)],
  ['a test', () => write('lib/a/b.test.ts', 'test')],
  ['a page of documentation', () => write('lib/a/RULES.md', '# rules')],
  ['a file of the operators', () => write('server/deploy/compose.yaml', 'x')],
  ['a hidden file', () => write('app/.DS_Store', 'x')],
])('%s asks for none', (_what, change) => {
  const before = sourcesHash(root)
  change()
  expect(sourcesHash(root)).toBe(before)
})

test('what was saved while a build ran is not taken for built', () => {
  beginBuild(root)
  write('app/page.tsx', 'saved meanwhile')
  write('.next/BUILD_ID', 'b')
  write('dist/server/index.js', '')
  finishBuild(root)
  expect(isBuilt(root)).toBe(false)
})

test('a build asks nothing of pages that only an earlier development server knew', () => {
  write('.next/dev/types/validator.ts', '')
  beginBuild(root)
  expect(existsSync(join(root, '.next/dev/types'))).toBe(false)
})

test('a build that began and did not finish does not count, and takes the old one with it', () => {
  build()
  beginBuild(root)
  write('dist/server/index.js', '')
  expect(isBuilt(root)).toBe(false)
})
