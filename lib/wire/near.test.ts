// Do two who belong together dial with the same, do strangers spread, and does it tell nothing that is a secret?
import { expect, test } from 'vitest'
import { CODE_ALPHABET, CODE_LENGTH } from '../circle/code.ts'
import { nearCircle, nearIn, nearRoom } from './near.ts'

/** The `n`th code, each letter of which changes at a pace of its own. */
const code = (n: number) =>
  Array.from({ length: CODE_LENGTH }, (_, i) => CODE_ALPHABET[(n * (2 * i + 1) + i) % CODE_ALPHABET.length]).join('')

test('a room is dialled with what its id begins with', () => {
  expect(nearRoom('Zx-9876543210987654321')).toBe('Zx')
})

test('of an address two characters of base64url are taken for a hint, and nothing else', () => {
  const near = (text: string) => nearIn(`/socket.io/?EIO=4&near=${text}&transport=websocket`)
  for (const good of ['aZ', '-_', '09']) expect(near(good)).toBe(good)
  for (const bad of ['', 'a', 'abc', 'a+b', 'a%2F', 'ä1', 'ab&near=ab', 'a%00'])
    expect([bad, near(bad)]).toEqual([bad, null])
  expect(nearIn('/socket.io/?near=ab')).toBe('ab')
  for (const none of ['', '/near=ab', '/socket.io/?EIO=4', '/socket.io/?nearer=ab']) expect(nearIn(none)).toBeNull()
})

test('everybody with a code dials with the same, and codes are spread evenly over all that there are', () => {
  const counts = new Map<string, number>()
  const codes = new Set(
    Array.from({ length: 28 }, (_, n) => Array.from({ length: 28 }, (_, m) => `${code(n)}${code(m)}`)).flat(),
  )
  for (const one of codes) {
    const near = nearCircle(one)
    expect(near).toMatch(/^[\w-]{2}$/)
    expect(nearCircle(one)).toBe(near)
    counts.set(near, (counts.get(near) ?? 0) + 1)
  }
  expect(codes.size).toBeGreaterThan(700)
  // Thrown at random into 4,096 holes, as many as 784 balls share one by pairs, and hardly ever four.
  expect(counts.size).toBeGreaterThan(0.85 * codes.size)
  expect(Math.max(...counts.values())).toBeLessThan(6)
  const firsts = new Set([...counts.keys()].map(near => near[0]))
  expect(firsts.size).toBe(64)
})
