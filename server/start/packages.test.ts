// Does a start install when, and only when, something of the lock is not there?
import { expect, test } from 'vitest'
import { lacking } from './packages.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/next': { version: '16.0.0', integrity: 'sha512-n' },
    'node_modules/vitest': { version: '4.0.0', integrity: 'sha512-v', dev: true },
    'node_modules/swc-of-another-platform': { version: '16.0.0', integrity: 'sha512-s', optional: true },
  },
}
const next = lock.packages['node_modules/next']
const vitest = lock.packages['node_modules/vitest']

test('an install that has everything lacks nothing, without the binaries of other platforms', () => {
  const record = { packages: { 'node_modules/next': next, 'node_modules/vitest': vitest } }
  expect(lacking(lock, record, { dev: true })).toEqual([])
})

test('a package of another version, of other contents, or not there at all is lacking', () => {
  const newer = { packages: { 'node_modules/next': { ...next, version: '16.0.1' }, 'node_modules/vitest': vitest } }
  const other = { packages: { 'node_modules/next': { ...next, integrity: 'sha512-x' }, 'node_modules/vitest': vitest } }
  const without = { packages: { 'node_modules/vitest': vitest } }
  for (const record of [newer, other, without]) {
    expect(lacking(lock, record, { dev: true })).toEqual(['node_modules/next'])
  }
})

test('tools for building are lacking only where something is to be built', () => {
  const pruned = { packages: { 'node_modules/next': next } }
  expect(lacking(lock, pruned, { dev: true })).toEqual(['node_modules/vitest'])
  expect(lacking(lock, pruned, { dev: false })).toEqual([])
})

test('a record that npm did not finish lacks everything', () => {
  expect(lacking(lock, {}, { dev: true })).toEqual(['node_modules/next', 'node_modules/vitest'])
})
