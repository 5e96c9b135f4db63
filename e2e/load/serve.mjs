// What is measured in a process of its own? One server, ours or a peer's, that says what it has spent when it is asked.
import { setFlagsFromString } from 'node:v8'
import { vitals } from './vitals.mjs'

const [kind, detail] = process.argv.slice(2)
const { start } = await import(`./serve-${kind}.mjs`)
const started = start(JSON.parse(detail ?? '{}'))

const answers = {
  ...vitals,
  start: async () => ({ port: (await started).port ?? 0 }),
  cpu: () => {
    const { user, system } = process.cpuUsage()
    return user + system
  },
  memory: async () => {
    // Pages of memory that are mostly free are emptied and given back, as V8 does by itself in a process that rests.
    setFlagsFromString('--compact-on-every-full-gc')
    for (let left = 5; left > 0; left--) {
      globalThis.gc()
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    setFlagsFromString('--no-compact-on-every-full-gc')
    const { rss, heapUsed } = process.memoryUsage()
    return { rss, heap: heapUsed }
  },
}

process.on('message', async ({ id, what, ...more }) => {
  const answer = await (answers[what] ?? (await started).answers[what])(more)
  process.send({ id, answer })
})
// Whoever started this one has ended or has no more questions.
process.on('disconnect', () => process.exit(0))
