// What does server/deploy/SCALING.md quote of plan.ts and its simulation? The very lines of the page's tables; a test looks for each.
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { MEASURED, needOf, pairsOfOneRedis, sittingSeconds } from './plan.ts'
import { spreadOf, waitsOf } from './plan-simulation.ts'

const STEPS = [1_000, 10_000, 100_000, 1_000_000] as const
const SPREADS = [
  [1_000, 4],
  [10_000, 4],
  [10_000, 16],
] as const
const HOURS = 1.5
const RATES = [0.2, 1, 5, 20, 60] as const
const STRANGERS = 20_000

const many = (value: number) => Math.round(value).toLocaleString('en')
const short = (value: number) => (value < 10 ? value.toFixed(1) : many(value))
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

export function needTable(): string[] {
  const needs = STEPS.map(needOf)
  return [
    row(['pairs at a time', ...needs.map(({ pairs }) => many(pairs))]),
    row(['processes', ...needs.map(({ processes }) => many(processes))]),
    row(['connections of each', ...needs.map(({ sockets }) => many(sockets))]),
    row(['memory of each, MiB', ...needs.map(({ mib }) => many(mib))]),
    row(['heartbeats a second, there and back, in all', ...needs.map(({ heartbeats }) => many(heartbeats))]),
    row(['sittings begun a second', ...needs.map(({ sittings }) => short(sittings))]),
    row(['commands of the store a second', ...needs.map(({ commands }) => many(commands))]),
    row(['Redises, each pair at one process', ...needs.map(({ redises }) => many(redises))]),
    row(['Redises, each pair at two', ...needs.map(({ redisesApart }) => many(redisesApart))]),
    row(['memory of rooms in them, MiB', ...needs.map(({ redisMib }) => many(redisMib))]),
    row(['through the relay, Gbit/s, in and out', ...needs.map(({ relayGbit }) => short(relayGbit))]),
  ]
}

export function spreadTable(): string[] {
  return SPREADS.map(([pairs, shards]) => {
    const { fullest, busiest } = spreadOf(pairs, shards, HOURS, chanceFrom(1))
    return row([many(pairs), String(shards), many(pairs / shards), fullest.toFixed(2), busiest.toFixed(1)])
  })
}

export function waitTable(): string[] {
  return RATES.map(perMinute => {
    const { p50, p90, left } = waitsOf(perMinute, STRANGERS, chanceFrom(1))
    return row([String(perMinute), `${short(p50)} s`, `${short(p90)} s`, `${(100 * left).toFixed(1)} %`])
  })
}

/** What the text says in figures of its own. */
export function figures(): string[] {
  const [few, some] = [needOf(10_000), needOf(100_000)]
  const people = many(Math.round(some.sockets / 100) * 100)
  const returnS = MEASURED.returnUs / 1e6
  return [
    `makes ${(sittingSeconds() / 60).toFixed(1)} minutes on average`,
    `one Redis bears ${many(Math.floor(pairsOfOneRedis(false) / 1_000) * 1_000)} pairs by its commands`,
    `and it bears ${many(Math.floor(pairsOfOneRedis(true) / 1_000) * 1_000)} pairs`,
    `holds ${people} connections in ${many(some.mib)} MiB`,
    `return is ${1_000 * returnS} ms of a core`,
    `The ${people} people of one process among ${some.processes} are ${some.returnS.toFixed(1)} s of work`,
    `the other two have ${many(few.returnS)} s of it`,
    `and seats ${many(1 / returnS)}. With ${people} each that is ${many(some.sockets * returnS)} s`,
  ]
}

/** What the README says of the same measurements. */
export function sameFigures(): string[] {
  const { pairUs, pairKib, returnUs } = MEASURED
  return [
    `part of a core for 2,000 pairs, a sentence a second each: ${many((2_000 * pairUs) / 1e4)} %`,
    `of one more pair where a thousand sit: ${pairKib} KiB`,
    `a return costs the process ${returnUs / 1_000} ms`,
  ]
}

export const pageTables = (): string[] => [...needTable(), ...spreadTable(), ...waitTable()]
