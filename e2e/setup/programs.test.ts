// Does whoever lacks a program learn why it could not be installed?
import { afterEach, expect, test, vi } from 'vitest'
import { install } from './programs.mjs'

afterEach(() => void vi.restoreAllMocks())

/** What stands on the screen when `script` has installed something. */
async function shownBy(script: string, isSilent = false): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  await install('/bin/sh', ['-c', script], { isSilent })
  return write.mock.calls.map(([text]) => String(text)).join('')
}

test('what an installer said is shown where it failed, and only there', async () => {
  expect(await shownBy('echo no mirror >&2; exit 100')).toBe('  no mirror\n')
  vi.restoreAllMocks()
  expect(await shownBy('echo one')).toBe('')
  expect(await shownBy('echo one; exit 100', true)).toBe('')
})

test('one that is not there is named', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await install('no-such-manager', ['install', 'redis'])).toBe(false)
  expect(write.mock.calls.flat()).toEqual(['  There is no no-such-manager here.\n'])
})
