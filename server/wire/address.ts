// Whose connection is this, for counting only? One customer of a network counts once: an IPv4 address, or the /64 of
// an IPv6 address, of which a home has 2^64 to choose from (RFC 6177).
import { isIPv4, isIPv6 } from 'node:net'

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
