// How do bytes travel as text? As base64url without padding (RFC 4648 §5), in its one canonical spelling.

/** Bytes over a buffer of their own, which is what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>

export function toBase64url(bytes: Bytes): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * The bytes that `text` spells, or null when it is not canonical base64url. A second spelling of the same bytes
 * (leftover bits set, padding, spaces) is refused: otherwise one sealed text could be altered and still open.
 */
export function fromBase64url(text: string): Bytes | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, char => char.charCodeAt(0))
  return toBase64url(bytes) === text ? bytes : null
}
