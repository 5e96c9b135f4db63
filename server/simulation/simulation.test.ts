// Does a site of several processes hold, whatever goes wrong and in whatever order? A thousand stories from fixed seeds: each is judged
// from its beginning to its end by chronicle.ts, witness.ts and simulate.ts, and one that breaks names its seed.
import { beforeAll, expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const SEEDS = 1_000
const counts = new Map<string, number>()
const broken: string[] = []

beforeAll(async () => {
  for (let seed = 1; seed <= SEEDS && broken.length === 0; seed++) {
    const told = await simulate(seed)
    for (const [what, times] of told.counts) counts.set(what, (counts.get(what) ?? 0) + times)
    if (told.broken) broken.push(`seed ${seed}: npm run simulate -- --seed ${seed}\n${told.broken}`)
  }
}, 900_000)

test('[F4] [P5] [P6] [V3] [P11] whatever fails, nobody is hurried or lost, and every sitting reaches its end', () => {
  expect(broken).toEqual([])
})

test('one seed is one story', async () => {
  const [one, again, other] = [await simulate(17), await simulate(17), await simulate(8)]
  expect(again).toEqual(one)
  expect(other.story).not.toBe(one.story)
})

test('the stories went everywhere, and often', () => {
  const never = LEAST.filter(([what, times]) => (counts.get(what) ?? 0) < (times * SEEDS) / 1_000)
  expect(never.map(([what, times]) => [what, counts.get(what) ?? 0, times])).toEqual([])
})

/** In a thousand stories. */
const LEAST: readonly (readonly [string, number])[] = [
  ['a connection goes dead', 1_500],
  ['a line of the bus is cut', 700],
  ['a page is loaded again', 1_000],
  ['a page is opened twice', 400],
  ['a process ends well', 400],
  ['a process is killed', 400],
  ['a process missed another', 1_000],
  ['a process stands still', 800],
  ['an absence that was looked into', 100],
  ['equal turns', 15],
  ['fact: closed complete', 600],
  ['fact: held away', 150],
  ['fact: held late', 2],
  ['fact: resumed', 1_500],
  ['fact: revealed', 600],
  ['lies', 3_000],
  ['moved: draining', 400],
  ['moved: other-tab', 400],
  ['refused: busy', 50],
  ['refused: closed', 200],
  ['refused: draining', 10],
  ['refused: gone', 300],
  ['refused: not-allowed', 600],
  ['refused: not-yours', 150],
  ['refused: stale-phase', 1_500],
  ['refused: store-down', 800],
  ['rooms that reached their end together', 300],
  ['store: after', 250],
  ['store: before', 250],
  ['store: late', 250],
  ['store: lost a race', 600],
  ['store: repeated', 250],
  ['the store is emptied', 8],
  ['turns ended by the bell', 120],
  ['turns ended by their speaker', 1_500],
  ['words heard', 2_000],
  ['words looked for at another process', 1_000],
]
