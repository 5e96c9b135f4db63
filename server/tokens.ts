// Does the one who shows this token hold the seat? Only hashes are kept, so a copy of the store opens no seat.
import { createHash, timingSafeEqual } from 'node:crypto'

/** SHA-256 as 43 characters of base64url. No salt and no stretching: a token is 256 random bits, nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('base64url')
}

/** Compares two hashes in a time that says nothing about where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, 'utf8')
  const right = Buffer.from(b, 'utf8')
  return left.length === right.length && timingSafeEqual(left, right)
}
