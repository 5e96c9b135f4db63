// Is the secret the same one after a restart, and nobody else's to read?
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { knownSecret, ownSecret } from './secret.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'clearing-secret-'))
})
afterEach(() => {
  chmodSync(dir, 0o700)
  rmSync(dir, { recursive: true })
})

test('it is made once, with 256 bits, for its owner’s eyes, and found again', () => {
  const file = join(dir, 'secret')
  const first = ownSecret(file)
  expect(first).toEqual({ secret: expect.stringMatching(/^[\w-]{43}$/), isKept: true })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toBe(`${first.secret}\n`)
  expect(ownSecret(file)).toEqual(first)
})

test('where none can be kept it is another one each time, and what is no secret is left as it is', () => {
  const nowhere = join(dir, 'no such folder', 'secret')
  const [one, two] = [ownSecret(nowhere), ownSecret(nowhere)]
  expect([one.isKept, two.isKept]).toEqual([false, false])
  expect(one.secret).not.toBe(two.secret)
  const file = join(dir, 'secret')
  writeFileSync(file, 'short')
  expect(ownSecret(file)).toMatchObject({ isKept: false })
  expect(readFileSync(file, 'utf8')).toBe('short')
})

test('whoever only looks for one finds it, and makes none', () => {
  const file = join(dir, 'secret')
  expect(knownSecret(file)).toBeNull()
  expect(existsSync(file)).toBe(false)
  const { secret } = ownSecret(file)
  expect(knownSecret(file)).toBe(secret)
})
