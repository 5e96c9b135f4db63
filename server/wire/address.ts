// Whose connection is this, for counting only, and may a page dial it from there? One customer of a network counts once: an IPv4 address,
// or the /64 of an IPv6 address, of which a home has 2^64 to choose from (RFC 6177).
import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * The address to count by. With proxies in front, each trusted one has added the address it saw at the end of
 * X-Forwarded-For; anything before those was written by whoever asked, and is worth nothing.
 */
export function addressOf(request: IncomingMessage, trustProxy: number): string {
  const near = request.socket.remoteAddress ?? 'unknown'
  if (trustProxy === 0) return near
  const header = request.headers['x-forwarded-for']
  const listed = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map(part => part.trim())
  return listed.filter(Boolean).at(-trustProxy) ?? near
}

/** A browser says where its page came from; anything that says nothing is no browser and carries no cookies of ours. */
export function isOriginAllowed(request: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return true
  if (origins.includes(origin)) return true
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host
}

/** The network that `address` counts for. Text that is no address counts as itself. */
export function network(address: string): string {
  const bare = address.split('%', 1)[0] ?? ''
  if (isIPv4(bare) || !isIPv6(bare)) return bare
  const groups = expand(bare)
  const [g6, g7] = groups.slice(6)
  // An IPv4 client of a socket that listens on both families (RFC 4291, 2.5.5.2).
  const mapped = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff
  if (mapped && g6 !== undefined && g7 !== undefined) return [g6 >> 8, g6 & 255, g7 >> 8, g7 & 255].join('.')
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`
}

/** The eight groups of a valid IPv6 address. */
function expand(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const left = groupsOf(head)
  const right = tail === undefined ? [] : groupsOf(tail)
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right]
}

function groupsOf(part: string): number[] {
  if (part === '') return []
  return part.split(':').flatMap(group => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)]
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
    return [a * 256 + b, c * 256 + d]
  })
}
