// How is the length of a text hidden? It is filled up to the next multiple of 256 bytes, so that a yes, a no and a
// short sentence look the same from outside.
import type { Bytes } from './base64url.ts'

export const BLOCK = 256

/** The text as UTF-8, then 0x80, then zeros (ISO/IEC 7816-4): there is always exactly one way to take it off again. */
export function pad(text: Bytes): Bytes {
  const out = new Uint8Array((Math.floor(text.length / BLOCK) + 1) * BLOCK)
  out.set(text)
  out[text.length] = 0x80
  return out
}

/** What `pad` was given, or null when nothing that `pad` returns looks like this. */
export function unpad(padded: Bytes): Bytes | null {
  const mark = padded.findLastIndex(byte => byte !== 0)
  if (padded[mark] !== 0x80 || padded.length !== (Math.floor(mark / BLOCK) + 1) * BLOCK) return null
  return padded.slice(0, mark)
}
