import { expect, test } from 'vitest'
import { forWall } from './offer.tsx'

test('a line stands on the wall as one plain line, and one that is too long for it is not offered', () => {
  expect(forWall('  That I must\n mend\u200b it. ')).toBe('That I must mend it.')
  expect(forWall('x'.repeat(200))).toHaveLength(200)
  for (const none of [null, '', ' \u202e ', 'x'.repeat(201)]) expect(forWall(none)).toBeNull()
})
