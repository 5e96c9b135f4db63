// At which process should two people who belong together be served? At the one that a balancer picks by what both of them dial with: 12 bits
// in the query of the connection's address, `?near=`, which are no secret. It is only a hint: every process serves everybody, but two who
// are at one cost the store nothing while they speak.
import { toBase64url } from '../seal/base64url.ts'

/** Two characters of base64url, or null where the address of a connection has none, or two of them. */
export function nearIn(address: string): string | null {
  const [, query = ''] = address.split('?')
  const [near, ...others] = new URLSearchParams(query).getAll('near')
  return near !== undefined && others.length === 0 && /^[\w-]{2}$/.test(near) ? near : null
}

/** What a room's id begins with, for which whoever opened it had dialled with these two. */
export const nearRoom = (room: string): string => room.slice(0, 2)

/** By the FNV-1a hash of 32 bits (Fowler, Noll and Vo), folded: of its code, which many type, an address tells no letter. */
export function nearCircle(code: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < code.length; i++) hash = Math.imul(hash ^ code.charCodeAt(i), 0x01000193)
  const folded = (hash >>> 20) ^ (hash & 0xfffff)
  return toBase64url(Uint8Array.of(folded >>> 4, folded << 4)).slice(0, 2)
}
