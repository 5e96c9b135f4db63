// Is a token kept only as its hash, and are hashes compared whole?
import { expect, it } from 'vitest'
import { hashToken, sameHash } from './tokens.ts'

it('hashes with SHA-256 in base64url', () => {
  // The digest of "abc" in FIPS 180-2, appendix B.1.
  const published = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(hashToken('abc')).toBe(Buffer.from(published, 'hex').toString('base64url'))
})

it('gives a hash that does not contain the token', () => {
  expect(hashToken('a-token')).toMatch(/^[\w-]{43}$/)
  expect(hashToken('a-token')).not.toContain('a-token')
})

it('tells equal hashes from different ones, whatever their length', () => {
  const hash = hashToken('a-token')
  expect(sameHash(hash, hashToken('a-token'))).toBe(true)
  expect(sameHash(hash, hashToken('another'))).toBe(false)
  expect(sameHash(hash, hash.slice(0, -1))).toBe(false)
  expect(sameHash(hash, '')).toBe(false)
  // As many characters, more bytes: comparing must answer, not throw.
  expect(sameHash(hash, 'é'.repeat(hash.length))).toBe(false)
})
