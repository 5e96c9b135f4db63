// How does one browser tell the other its public keys? In one short text that says itself what it holds; it goes
// through the server as a seat's `key` and nobody but the two browsers looks inside.
import { type Bytes, fromBase64url, toBase64url } from './base64url.ts'
import { SealError } from './seal-error.ts'

/** What a browser offers. Everyone offers P-256; X25519 is null where the browser does not have it. */
export interface PublicKeys {
  /** Fresh for every offer, so that no two sessions can ever share their keys. */
  nonce: Bytes
  /** An uncompressed point: 0x04, x, y. */
  p256: Bytes
  x25519: Bytes | null
}

const NONCE = 16
const P256 = 65
const X25519 = 32

/** `p` (P-256 alone, 109 characters) or `x` (X25519 too, 152), then base64url of nonce ‖ P-256 [‖ X25519]. */
export function writePublic({ nonce, p256, x25519 }: PublicKeys): string {
  const bytes = new Uint8Array([...nonce, ...p256, ...(x25519 ?? [])])
  return (x25519 ? 'x' : 'p') + toBase64url(bytes)
}

/** The reverse of `writePublic`. Throws `bad-key`; that a point lies on its curve is found out only when it is used. */
export function readPublic(text: string): PublicKeys {
  const bytes = fromBase64url(text.slice(1))
  const length = { p: NONCE + P256, x: NONCE + P256 + X25519 }[text.slice(0, 1)]
  if (!bytes || bytes.length !== length || bytes[NONCE] !== 4) throw new SealError('bad-key')
  return {
    nonce: bytes.slice(0, NONCE),
    p256: bytes.slice(NONCE, NONCE + P256),
    x25519: length > NONCE + P256 ? bytes.slice(NONCE + P256) : null,
  }
}
