// Does the site hold through a second thousand of stories? They are told beside the first, so that two cores tell them in the time of one.
import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const [FIRST, LAST] = [1_001, 2_000]

test('[F4] [P5] [P6] [V3] [P11] whatever fails, nobody is hurried or lost, in a thousand stories more', {
  timeout: 900_000,
}, async () => {
  const acts = new Map<number, number>()
  for (let seed = FIRST; seed <= LAST; seed++) {
    const told = await simulate(seed)
    expect([`npm run simulate -- --seed ${seed}`, told.broken]).toEqual([expect.any(String), null])
    acts.set(told.story, told.counts.get('acts') ?? 0)
  }
  // Each is another story, and as much is done and goes wrong in them as in the first.
  expect(acts.size).toBe(LAST - FIRST + 1)
  expect([...acts.values()].reduce((sum, one) => sum + one, 0)).toBeGreaterThan(30_000)
})
