// Are the first stories of simulation.test.ts told as they must be? The few in which planted mistakes are looked for.
import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

test('the first stories hold', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { broken } = await simulate(seed)
    expect(broken, `seed ${seed}: npm run simulate -- --seed ${seed}`).toBeNull()
  }
}, 300_000)
