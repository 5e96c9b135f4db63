// What does it cost to be counted? The same server twice, of which one counts and is looked at once a round, as Prometheus would:
// for a decision that is kept in memory, and for words that are handed on.
import { compare, median } from './arithmetic.ts'
import { type Child, startChild } from './child.ts'
import { clearingPairs, type Duo, wordsPacket } from './pairs-of.ts'
import { AT_ONCE, type Contestant, round } from './relay.ts'
import { comparedRow, type Part } from './row.ts'
import type { Caller } from './wire.ts'

/** Asked at once they would be in each other's way at the two clients, which are one process. */
const DUOS_AT_ONCE = 25

/** CPU of the server for each ask of a hold and its end, in µs. */
async function holds(child: Child, duos: readonly Duo<Caller>[]): Promise<number> {
  const before = await child.cpu()
  for (let first = 0; first < duos.length; first += DUOS_AT_ONCE) {
    await Promise.all(
      duos.slice(first, first + DUOS_AT_ONCE).map(async ({ speaker, listener }) => {
        await speaker.ask('intent', { do: 'hold' })
        for (const caller of [speaker, listener]) await caller.ask('intent', { do: 'resume' })
      }),
    )
  }
  return ((await child.cpu()) - before) / (3 * duos.length)
}

export const run: Part = async ({ quick, built, say }) => {
  const pairs = quick ? 150 : 400
  const rounds = quick ? 5 : 15
  const children = await Promise.all([
    startChild('clearing', { built, isCounted: true }),
    startChild('clearing', { built }),
  ])
  const [counted, plain] = children
  try {
    const packet = (n: number) => wordsPacket(1_000 + n, n)
    const spokenAt = Number.NEGATIVE_INFINITY
    const duos = [await clearingPairs(counted.port, pairs), await clearingPairs(plain.port, pairs)] as const
    const spoken: [Contestant, Contestant] = [
      { child: counted, duos: duos[0], packet, spokenAt },
      { child: plain, duos: duos[1], packet, spokenAt },
    ]
    const held: [number[], number[]] = [[], []]
    const said: [number[], number[]] = [[], []]
    const looks: number[] = []
    for (let n = 0; n <= rounds; n++) {
      // Whoever is second finds the machine as the first has left it: each is first in every other round.
      for (const place of n % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
        const words = await round(spoken[place], 1 + n * AT_ONCE)
        const acts = await holds(children[place], duos[place])
        if (n === 0) continue
        said[place].push(words)
        held[place].push(acts)
      }
      const took = await counted.ask<number>('look')
      if (n > 0) looks.push(took)
      say(`metrics ${n}/${rounds}`)
    }
    return [
      comparedRow('CPU per decision in memory, counted, against not', 'µs', compare(...held), 1.05),
      comparedRow('CPU per relayed words, counted, against not', 'µs', compare(...said), 1.02),
      { metric: `a look at the metrics of ${pairs} rooms`, ours: `${median(looks).toFixed(1)} ms` },
    ]
  } finally {
    for (const child of children) await child.end()
  }
}
