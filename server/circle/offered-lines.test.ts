// Who can read a line that was offered, and what does whoever has a copy of the store learn of it?
import { expect, test } from 'vitest'
import { lineReader, lockOf, sealedLine } from './offered-lines.ts'

const KEY = 'k'.repeat(43)
const seal = (text: string) => sealedLine(lockOf(KEY), 'circle', text)

test('whoever has the facilitator’s key reads it, and nobody who has another key, another circle, or a changed line', () => {
  const sealed = seal('That I must mend it. 🌿')
  expect(lineReader(KEY, 'circle')(sealed)).toBe('That I must mend it. 🌿')
  expect(lineReader(`${KEY.slice(1)}x`, 'circle')(sealed)).toBeNull()
  expect(lineReader(KEY, 'another')(sealed)).toBeNull()
  const bytes = Buffer.from(sealed, 'base64url')
  for (const at of [0, 40, 60]) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(lineReader(KEY, 'circle')(changed.toString('base64url'))).toBeNull()
  }
  expect(lineReader(KEY, 'circle')('')).toBeNull()
})

test('a copy of the store tells neither the words nor how many they are, nor that two are the same', () => {
  const [one, same, other] = [seal('yes'), seal('yes'), seal('That I know already what you will say.')]
  expect(one).not.toBe(same)
  expect(new Set([one, same, other].map(({ length }) => length)).size).toBe(1)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('yes')
})
