// How long does it take to pair a workshop? Five hundred people, twenty fixed pairs, forty who are kept apart, and some who come
// and go before each round, in the first round, the tenth and the thirtieth; and a smaller one against a package of npm, which
// is given its edges ready and looks for nothing but the matching. All in time of a core, which other work on it does not lengthen.
import { crowdOf, pairedOf } from '../../lib/circle/crowd.ts'
import { pairUp } from '../../lib/circle/pairing.ts'
import type { PairingAsk } from '../../lib/circle/pairing-ask.ts'
import { named, workshop } from '../../lib/circle/testing/random-workshop.ts'
import { chanceFrom } from '../../lib/protocol/testing/chance.ts'
import { compare, percentile } from './arithmetic.ts'
import { heaviestMates } from './blossom-peer.mjs'
import { comparedRow, type Part, type Row } from './row.ts'

const PEOPLE = 500
const TARGET_MS = 50
const ROUNDS = [1, 10, 30] as const
const WITH_PEER = 80
const MODES = ['trio', 'rest'] as const

const FIXED = named(40).flatMap((one, n, all): [string, string][] => (n % 2 ? [] : [[one, all[n + 1] ?? '']]))
const APART = named(40, 40).map((one, n): [string, string] => [one, `p${80 + n}`])

function coreMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** What is asked before the rounds that are measured, in one workshop. */
function asksOf(seed: number, size: number): Map<number, PairingAsk> {
  const how = { mode: MODES[seed % 2] ?? 'trio', size, rounds: 30, restless: 10 }
  const wishes = size === PEOPLE ? { fixed: FIXED, apart: APART } : {}
  const rounds = [...workshop(chanceFrom(seed), { ...how, ...wishes })]
  return new Map(rounds.filter(({ n }) => ROUNDS.some(round => round === n)).map(({ n, ask }) => [n, ask]))
}

function besidePeer(times: number): Row {
  const ours: number[] = []
  const peer: number[] = []
  for (let n = 0; n <= times; n++) {
    const asked = asksOf(1_000 + 2 * n, WITH_PEER).get(10)
    if (!asked) throw new Error('no tenth round')
    const people = asked.people.slice(0, 2 * Math.floor(asked.people.length / 2))
    const crowd = crowdOf(people, asked)
    const weight = (one: number, other: number) => crowd.met[one * people.length + other] as number
    const edges = people.flatMap((_, one) =>
      people.slice(0, one).map((_, other) => [one, other, 1_000 - weight(one, other)] as const),
    )
    let mates: number[] = []
    const theirs = coreMs(() => {
      mates = heaviestMates(edges)
    })
    const own = coreMs(() => pairUp({ ...asked, people }))
    const found = pairedOf(
      crowd,
      people.map((_, place) => place),
    )
    const repeats = found.ok ? found.pairs.reduce((sum, pair) => sum + weight(...pair), 0) : Number.NaN
    const theirRepeats = mates.reduce((sum, mate, place) => sum + weight(place, mate), 0) / 2
    if (repeats !== theirRepeats) throw new Error(`${repeats} repeats against ${theirRepeats}`)
    // The first is for the compilers.
    if (n === 0) continue
    ours.push(own)
    peer.push(theirs)
  }
  return comparedRow(`pairing ${WITH_PEER} people; peer: the matching alone, by npm`, 'ms', compare(ours, peer), 1)
}

export const run: Part = async ({ quick, say }) => {
  const workshops = quick ? 6 : 20
  const repeated = 5
  const took = new Map<number, number[]>(ROUNDS.map(round => [round, []]))
  for (let seed = 1; seed <= workshops; seed++) {
    for (const [round, asked] of asksOf(seed, PEOPLE)) {
      for (let n = 0; n < repeated; n++) {
        const ms = coreMs(() => pairUp({ ...asked, seed: asked.seed + n }))
        if (seed > 1) took.get(round)?.push(ms)
      }
    }
    say(`circle ${seed}/${workshops}`)
  }
  const rows = ROUNDS.map((round): Row => {
    const all = took.get(round) ?? []
    const slow = percentile(all, 0.99)
    const ours = `${percentile(all, 0.5).toFixed(1)}, ${slow.toFixed(1)} ms`
    return { metric: `pairing ${PEOPLE} people, round ${round}: p50, p99`, ours, value: slow, target: TARGET_MS }
  })
  return [...rows, besidePeer(quick ? 3 : 9)]
}
