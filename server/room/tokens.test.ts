// Is a token kept only as its hash?
import { expect, it } from 'vitest'
import { hashToken } from './tokens.ts'

it('hashes with SHA-256 in base64url', () => {
  // The digest of "abc" in FIPS 180-2, appendix B.1.
  const published = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(hashToken('abc')).toBe(Buffer.from(published, 'hex').toString('base64url'))
})

it('gives a hash that does not contain the token', () => {
  expect(hashToken('a-token')).toMatch(/^[\w-]{43}$/)
  expect(hashToken('a-token')).not.toContain('a-token')
})
