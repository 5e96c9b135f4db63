// Does the server keep what it promises of its cost? `npm run bench [part…] [--quick] [--pairs N]` measures part after part and
// prints what each has found; it fails when a target is missed by more than what a busy machine explains. Everything runs on the
// loopback of one machine, so that the ratios are worth more than the numbers beside them.
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { buildServer } from './build.ts'
import { type Part, type Row, tableOf, verdictOf } from './row.ts'

const PARTS = [
  ...['relay', 'commit', 'act', 'billed', 'memory', 'pairs', 'pairing', 'pairing-redis'],
  ...['circle', 'workshop', 'metrics', 'moved', 'processes', 'redis-capacity', 'board', 'bell-skew', 'flood'],
]
const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const asked = PARTS.filter(part => words.includes(part))
const pairs = Number(words[words.indexOf('--pairs') + 1]) || (isQuick ? 500 : 2_000)
const print = (text: string) => void process.stdout.write(`${text}\n`)
const say = (text: string) => void process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`)

const known = new Set<string>([...PARTS, '--quick', '--pairs', String(pairs)])
const unknown = words.filter(word => !known.has(word))
if (unknown.length > 0) {
  print(`Not a part of the bench: ${unknown.join(', ')}. Parts: ${PARTS.join(', ')}; --quick; --pairs N`)
  process.exit(2)
}

const built = await buildServer()
const rows: Row[] = []
for (const part of asked.length > 0 ? asked : PARTS) {
  const file = new URL(`${part}.ts`, import.meta.url)
  if (!existsSync(file)) continue
  say(part)
  const { run } = (await import(file.href)) as { run: Part }
  try {
    const found = await run({ quick: isQuick, pairs, say, built })
    print(`\n${tableOf(found)}`)
    rows.push(...found)
  } catch (error) {
    // What the other parts found is told all the same.
    print(`${part} could not be measured: ${error instanceof Error ? error.message : 'no reason was given'}`)
    process.exitCode = 1
  }
}
print(`\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, everything on the loopback`)
if (rows.some(row => verdictOf(row) === 'missed')) {
  print('A target was missed, by more than 15 % where it is not one that is kept exactly.')
  process.exitCode = 1
}
