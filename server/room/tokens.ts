// Does the one who shows this token hold the seat? Only hashes are kept, so a copy of the store opens no seat.
import { createHash } from 'node:crypto'

/** SHA-256 as 43 characters of base64url. No salt and no stretching: a token is 256 random bits, nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('base64url')
}
