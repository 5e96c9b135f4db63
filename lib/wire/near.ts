// At which process should two people who belong together be served? At the one that a balancer picks by what both of them dial with: 12 bits
// in the query of the connection's address, `?near=`, which are no secret. It is only a hint: every process serves everybody, but two who
// are at one cost the store nothing while they speak.
import { toBase64url } from '../seal/base64url.ts'
import { fnv1a } from './fnv.ts'

/** Two characters of base64url, or null where the address of a connection has none, or two of them. */
export function nearIn(address: string): string | null {
  const [, query = ''] = address.split('?')
  const [near, ...others] = new URLSearchParams(query).getAll('near')
  return near !== undefined && others.length === 0 && /^[\w-]{2}$/.test(near) ? near : null
}

/** What a room's id begins with, for which whoever opened it had dialled with these two. */
export const nearRoom = (room: string): string => room.slice(0, 2)

/** By twelve bits of a hash: of its code, which many type, an address tells no letter. */
export function nearCircle(code: string): string {
  const hash = fnv1a(code)
  const folded = (hash >>> 20) ^ (hash & 0xfff)
  return toBase64url(Uint8Array.of(folded >>> 4, folded << 4)).slice(0, 2)
}
