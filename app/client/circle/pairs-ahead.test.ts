// Is whoever presses told truly what will happen?
import { expect, test } from 'vitest'
import { pairUp } from '../../../lib/circle/pairing.ts'
import type { OddMode } from '../../../lib/wire/circle.ts'
import { pairsAhead } from './pairs-ahead.ts'

const MODES: readonly OddMode[] = ['trio', 'facilitator', 'rest']

test('as many pairs as will be made, and the same for whoever is left over, from two people to sixty', () => {
  for (const odd of MODES) {
    for (let count = 2; count <= 60; count++) {
      const people = Array.from({ length: count }, (_, n) => `p${n + 1}`)
      const made = pairUp({ people, met: {}, odd: {}, mode: odd, fixed: [], apart: [], seed: count })
      if (!made.ok) throw new Error(made.why)
      const pairs = made.rooms.filter(room => room.length === 2).length
      const threes = made.rooms.filter(room => room.length === 3).length
      const ahead = pairsAhead(count, odd)
      expect([count, odd, ahead?.pairs]).toEqual([count, odd, pairs])
      expect([count, odd, ahead?.left ?? null]).toEqual([count, odd, threes === 1 || made.alone !== null ? odd : null])
    }
  }
})

test('nobody is paired alone', () => {
  for (const odd of MODES) expect([pairsAhead(0, odd), pairsAhead(1, odd)]).toEqual([null, null])
})
