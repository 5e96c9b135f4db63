// Does the page about many processes say what its arithmetic says, and is the arithmetic right?
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { ASSUMED, MEASURED, needOf, pairsOfOneRedis, sittingSeconds } from './plan.ts'
import { hashOf, spreadOf, waitsOf } from './plan-simulation.ts'
import { figures, pageTables, sameFigures } from './plan-tables.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = read('server/deploy/SCALING.md')

it('every table and figure of the page is what the arithmetic gives', () => {
  const lines = page.split('\n')
  expect(pageTables().filter(line => !lines.includes(line))).toEqual([])
  const text = page.replaceAll(/\s+/g, ' ')
  expect(figures().filter(figure => !text.includes(figure))).toEqual([])
})

it('every measured figure that the arithmetic begins with stands on the page', () => {
  const shown = (value: number) => value.toLocaleString('en')
  for (const [name, value] of Object.entries(MEASURED)) {
    expect([name, page.includes(`| \`${name}\` | ${shown(value)} |`)]).toEqual([name, true])
  }
})

it('what was measured once is the same on both pages that tell of it', () => {
  const readme = read('README.md').replaceAll(/\s+/g, ' ')
  expect(sameFigures().filter(figure => !readme.includes(figure))).toEqual([])
})

it('ten times the pairs need ten times the machines, and no machine more than it has', () => {
  expect(Object.values(ASSUMED.formats).reduce((sum, part) => sum + part, 0)).toBeCloseTo(1)
  const [some, many] = [needOf(100_000), needOf(1_000_000)]
  expect(many.processes / some.processes).toBeCloseTo(10, 0)
  expect(many.commands / some.commands).toBeCloseTo(10)
  for (const need of [some, many]) {
    expect((need.pairs / need.processes) * MEASURED.pairUs).toBeLessThanOrEqual(1e6 * ASSUMED.coreUsed)
    expect(need.pairs / need.redises).toBeLessThanOrEqual(pairsOfOneRedis(false))
    expect(need.pairs / need.redisesApart).toBeLessThanOrEqual(pairsOfOneRedis(true))
  }
  // Little's law, read the other way.
  expect(many.sittings * sittingSeconds()).toBeCloseTo(1_000_000)
})

it('the hash spreads ids that differ in little', () => {
  const counts = new Int32Array(16)
  for (let n = 0; n < 16_000; n++) counts[hashOf(`room ${n}`) % 16] = (counts[hashOf(`room ${n}`) % 16] ?? 0) + 1
  // Chance alone leaves each within a fifth of the mean, but for one time in a million.
  expect(Math.min(...counts)).toBeGreaterThan(800)
  expect(Math.max(...counts)).toBeLessThan(1_200)
})

it('one shard holds all, and more of them are less even', () => {
  expect(spreadOf(500, 1, 1.5, chanceFrom(2)).fullest).toBe(1)
  const [few, many] = [2, 32].map(shards => spreadOf(2_000, shards, 1.5, chanceFrom(2)).fullest)
  expect(few).toBeGreaterThan(1)
  expect(many).toBeGreaterThan(few ?? Number.NaN)
})

it('whoever comes to a queue alone goes again, and in a busy one nobody waits for long', () => {
  const lonely = waitsOf(0.01, 2_000, chanceFrom(3))
  const busy = waitsOf(60, 2_000, chanceFrom(3))
  expect(lonely.left).toBeGreaterThan(0.9)
  expect(busy.left).toBeLessThan(0.02)
  expect(busy.p90).toBeLessThan(5)
  // Half as many who come have to wait for twice as long, as long as few give up.
  const half = waitsOf(30, 20_000, chanceFrom(3))
  const whole = waitsOf(60, 20_000, chanceFrom(3))
  expect(half.p50 / whole.p50).toBeGreaterThan(1.8)
  expect(half.p50 / whole.p50).toBeLessThan(2.2)
})
