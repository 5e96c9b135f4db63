// How are several fields hashed or authenticated as one? Each behind its own length, so that no two different lists of
// fields give the same bytes.
import type { Bytes } from './base64url.ts'
import { SealError } from './seal-error.ts'

/** Stands first in everything that is hashed or authenticated. A change of any byte layout changes it. */
export const VERSION = 'clearing seal 1'

export type Field = string | number

/** Every field as 4 bytes of length (big endian) and its bytes: a text as UTF-8, a number as 8 bytes big endian. */
export function fields(...list: Field[]): Bytes {
  const parts = list.map(field => (typeof field === 'number' ? u64(field) : new TextEncoder().encode(field)))
  const out = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0))
  const length = new DataView(out.buffer)
  let at = 0
  for (const part of parts) {
    length.setUint32(at, part.length)
    out.set(part, at + 4)
    at += 4 + part.length
  }
  return out
}

/** A whole number from 0 to 2^53 - 1 as 8 bytes, big endian. Throws `bad-number` for any other. */
export function u64(value: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0) throw new SealError('bad-number')
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}
