// What stands after the # of a friends' link? 256 random bits that no server is ever sent: a browser keeps the part
// behind # to itself. Mixed into the keys, it keeps out whoever has only the room, the operator too.
import { fromBase64url, toBase64url } from './base64url.ts'

const SECRET_BYTES = 32

/** 43 characters of base64url. */
export function createLinkSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))
}

export function isLinkSecret(text: string): boolean {
  return fromBase64url(text)?.length === SECRET_BYTES
}
