// Does the site hold for as many acts as one likes? `npm run simulate -- --acts 1000000`, or one story again: `--seed 17`, and every
// word of it: `--aloud`. `--first` stops at the first that breaks.
import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    acts: { type: 'string', default: '1000000' },
    seed: { type: 'string' },
    aloud: { type: 'boolean' },
    first: { type: 'boolean' },
    from: { type: 'string', default: '1' },
  },
})
const say = (line: string) => process.stdout.write(`${line}\n`)
const counts = new Map<string, number>()
const began = performance.now()
const most = values.seed === undefined ? Number(values.acts) : 1
let seed = Number(values.seed ?? values.from)
const aloud = values.aloud ? (at: number, word: string) => say(`${String(at).padStart(8)} ${word}`) : undefined
let stories = 0
let broken = 0

for (; (counts.get('acts') ?? 0) < most; seed++) {
  const told = await simulate(seed, aloud)
  stories++
  for (const [what, times] of told.counts) counts.set(what, (counts.get(what) ?? 0) + times)
  if (told.broken !== null) {
    broken++
    say(`seed ${told.seed}: ${told.broken}\n  again: npm run simulate -- --seed ${told.seed}`)
  }
  if (values.first && broken > 0) break
  if (values.seed !== undefined) {
    say(`story ${told.story}`)
    break
  }
}
for (const [what, times] of [...counts].sort()) say(`${String(times).padStart(9)}  ${what}`)
const seconds = (performance.now() - began) / 1000
// What other programs on the machine do stands in the seconds, and not in what this one used of a core.
const { user, system } = process.cpuUsage()
const ofCore = `${((user + system) / 1_000_000).toFixed(1)} s of a core`
say(`${counts.get('acts') ?? 0} acts in ${stories} stories, ${broken} broken, in ${seconds.toFixed(1)} s (${ofCore})`)
process.exitCode = broken === 0 ? 0 : 1
