// Does a machine's browser get found where it is, and passed over where only its name is?
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium, findWorkingChromium, launchOptions } from './chromium.mjs'

let folder = ''
const program = (place: string, exit: number) => {
  mkdirSync(join(folder, place), { recursive: true })
  const path = join(folder, place, 'chromium')
  writeFileSync(path, `#!/bin/sh\nexit ${exit}\n`)
  chmodSync(path, 0o755)
  return path
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearing-browser-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('CHROMIUM decides, and one that is not there is passed over', () => {
  expect(findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath)
  expect(findChromium({ CHROMIUM: join(folder, 'none') })).toBe(findChromium({}))
})

test('a script that only tells how to get a browser is not taken for one', () => {
  const stub = program('stub', 1)
  const real = program('real', 0)
  const env = { CHROMIUM: stub, PATH: join(folder, 'real') }
  expect(findChromium(env)).toBe(stub)
  const taken = findWorkingChromium(env)
  expect(taken).not.toBe(stub)
  expect(taken).not.toBe(null)
  expect(findWorkingChromium({ CHROMIUM: real })).toBe(real)
})

test('a launch uses the browser that was found, and lets no sound play without a gesture', () => {
  const { executablePath, args } = launchOptions({ CHROMIUM: process.execPath })
  expect(executablePath).toBe(process.execPath)
  expect(args.join(' ')).not.toContain('autoplay')
  expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
})
