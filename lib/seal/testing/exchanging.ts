// How do two ends exchange in a test? Over a line that loses nothing; with nonces and fingerprints that are counted.
import { due, type Exchange, type Step, take } from '../short-auth.ts'

const bytesOf = (n: number) => Buffer.from(Array.from({ length: 32 }, (_, at) => (n * 31 + at * 7 + (n >> 8)) & 255))

/** Different for every number below 2^32. */
export function nonceOf(n: number): string {
  const bytes = bytesOf(n)
  bytes.writeUInt32BE(n, 0)
  return bytes.toString('base64url')
}

export function printOf(n: number): string {
  const bytes = bytesOf(n)
  bytes.writeUInt32BE(n, 28)
  return `sha-256 ${bytes
    .toString('hex')
    .toUpperCase()
    .replace(/..(?=.)/g, '$&:')}`
}

/** Each says what is due, and what they answer goes back and forth until nobody has anything to say. */
export async function exchanged(a: Exchange, b: Exchange): Promise<{ a: Exchange; b: Exchange }> {
  const ends = { a, b }
  for (const first of ['a', 'b'] as const) {
    let from: 'a' | 'b' = first
    let step: Step | null = due(ends[from])
    while (step) {
      const to = from === 'a' ? 'b' : 'a'
      const taken = await take(ends[to], step)
      ends[to] = taken.exchange
      from = to
      step = taken.send
    }
  }
  return ends
}
