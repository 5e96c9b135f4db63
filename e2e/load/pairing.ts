// Are two strangers brought together as soon when a crowd waits as when hardly anybody does? From two who wait to both in
// their room, beside crowds of ten, a thousand and many thousands, each in a process of its own and in turns. What the crowd
// waits for is told in serve-pairing.mjs.
import { compare, median, percentile } from './arithmetic.ts'
import { type Child, startChild } from './child.ts'
import { comparedRow, type Options, type Part, type Row } from './row.ts'

/** How much longer it may take beside a crowd: some of a process is spent on keeping so many in their places. */
const TARGET = 1.25
const AT_ONCE = 16

interface Crowd {
  count: number
  child: Child
  p50: number[]
  p99: number[]
  /** Ms for each pair when many come at once. */
  rush: number[]
}

async function rounds(crowds: readonly Crowd[], where: string, { quick, say }: Options): Promise<void> {
  const count = quick ? 3 : 7
  const pairs = quick ? 100 : 300
  // The first round is for the compilers.
  for (let n = 0; n <= count; n++) {
    for (const { child, p50, p99, rush } of crowds) {
      const each = await child.ask<number[]>('each', { pairs })
      const all = await child.ask<number>('rush', { pairs, atOnce: AT_ONCE })
      if (n === 0) continue
      p50.push(percentile(each, 0.5))
      p99.push(percentile(each, 0.99))
      rush.push(all / pairs)
    }
    say(`pairing ${where} ${n}/${count}`)
  }
}

function rowsOf(crowds: readonly Crowd[], where: string): Row[] {
  const [few, ...many] = crowds
  if (!few) return []
  return many.flatMap(crowd => {
    const beside = `${where}, ${crowd.count.toLocaleString('en')} wait; peer: ${few.count}`
    const rate = ({ rush }: Crowd) => `${Math.round(1_000 / median(rush)).toLocaleString('en')} /s`
    const rushed = comparedRow('', 'ms', compare(crowd.rush, few.rush), TARGET)
    return [
      comparedRow(`two waiting to both in the room, p50, ${beside}`, 'ms', compare(crowd.p50, few.p50), TARGET, 2),
      comparedRow('  p99', 'ms', compare(crowd.p99, few.p99), undefined, 2),
      {
        ...rushed,
        metric: `  pairings a second, ${AT_ONCE} at once; ratio: their time`,
        ours: rate(crowd),
        peer: rate(few),
      },
    ]
  })
}

/** `sizes`: how many wait, the peer first. */
export async function measure(
  where: string,
  sizes: readonly number[],
  redis: string | null,
  options: Options,
): Promise<Row[]> {
  const crowds: Crowd[] = []
  try {
    for (const [n, count] of sizes.entries()) {
      options.say(`pairing ${where}: ${count} begin to wait`)
      const child = await startChild('pairing', {
        built: options.built,
        crowd: count,
        ...(redis !== null && { redis: `${redis}/${n}` }),
      })
      crowds.push({ count, child, p50: [], p99: [], rush: [] })
    }
    await rounds(crowds, where, options)
    return rowsOf(crowds, where)
  } finally {
    for (const { child } of crowds) await child.end()
  }
}

export const run: Part = options => measure('in memory', [10, 1_000, 20_000], null, options)
