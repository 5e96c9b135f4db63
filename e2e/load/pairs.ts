// How many pairs does one process carry in which somebody says something every second? So many are connected, and speak
// at instants of their own whether or not the last was heard; what of one core that takes, and how late they are heard.
import { compare, percentile } from './arithmetic.ts'
import { startChild } from './child.ts'
import { barePairs, clearingPairs, type Duo, wordsPacket } from './pairs-of.ts'
import { comparedRow, type Part } from './row.ts'
import type { Caller } from './wire.ts'

const SECOND = 1_000
/** The part of one core that leaves room for a bad moment. */
const USED_MOST = 0.45
/** How long a sentence may be on its way until it is taken to be lost. */
const LOST_S = 5

export interface Spoken {
  /** The part of one core that the server used. */
  used: number
  late: number[]
  /** How many sentences never came. */
  lost: number
}

/** A sentence a second by each speaker. `cpu`: what has been used so far, in µs; `id`: of each speaker's first sentence. */
export async function speak(
  cpu: () => Promise<number>,
  duos: readonly Duo<Caller>[],
  ms: number,
  id: number,
): Promise<Spoken> {
  const late: number[] = []
  const sentAt = new Float64Array(duos.length)
  duos.forEach(({ speaker, listener }, n) => {
    speaker.hear = () => {}
    listener.hear = () => void late.push(performance.now() - (sentAt[n] ?? 0))
  })
  const before = await cpu()
  const begun = performance.now()
  let sent = 0
  for (;;) {
    const passed = performance.now() - begun
    if (passed >= ms) break
    for (const due = Math.floor((passed / SECOND) * duos.length); sent < due; sent++) {
      const n = sent % duos.length
      // When it was due counts, not when this machine got round to it.
      sentAt[n] = begun + (sent / duos.length) * SECOND
      duos[n]?.speaker.send(wordsPacket(1_000 + id, id + Math.floor(sent / duos.length)))
    }
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  const used = ((await cpu()) - before) / (performance.now() - begun) / SECOND
  for (let left = LOST_S; left > 0 && late.length < sent; left--)
    await new Promise(resolve => setTimeout(resolve, SECOND))
  return { used, late, lost: sent - late.length }
}

export const run: Part = async ({ quick, pairs, built, say }) => {
  const rounds = quick ? 2 : 4
  const ms = quick ? 3_000 : 5_000
  const children = await Promise.all([startChild('clearing', { built }), startChild('bare')])
  const [clearing, bare] = children
  try {
    const ours = await clearingPairs(clearing.port, pairs)
    const theirs = await barePairs(bare.port, pairs)
    const used: [number[], number[]] = [[], []]
    const p99: [number[], number[]] = [[], []]
    for (let n = 0; n <= rounds; n++) {
      const both = [await speak(clearing.cpu, ours, ms, 1 + 10 * n), await speak(bare.cpu, theirs, ms, 1 + 10 * n)]
      for (const place of [0, 1] as const) {
        const spoken = both[place]
        if (spoken && spoken.lost > 0) throw new Error('sentences were lost')
        if (n === 0 || !spoken) continue
        used[place].push(100 * spoken.used)
        p99[place].push(percentile(spoken.late, 0.99))
      }
      say(`pairs ${n}/${rounds}`)
    }
    const core = compare(...used)
    const carried = Math.floor((pairs * 100 * USED_MOST) / core.ours / 100) * 100
    return [
      comparedRow(`part of a core for ${pairs} pairs, a sentence a second each`, '%', core),
      comparedRow('  p99 until a sentence is heard', 'ms', compare(...p99)),
      { metric: `  pairs that take ${100 * USED_MOST} % of a core, by proportion`, ours: String(carried) },
    ]
  } finally {
    for (const child of children) await child.end()
  }
}
