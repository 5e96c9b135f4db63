// How does the site start and end? Reads the configuration, chooses the store, listens, and says in one line what it did.
import closeWithGrace from 'close-with-grace'
import { createApp } from './app.ts'
import { createClock } from './clock.ts'
import { readEnvironment } from './config.ts'
import { greeting } from './greeting.ts'
import { createIds } from './ids.ts'
import { createLog } from './log.ts'
import { openMetricsPort } from './observe/metrics-port.ts'
import { watchRelay } from './observe/relay-watch.ts'
import { watchStalls } from './observe/stalls.ts'
import { ownSecret } from './secret.ts'
import { connectStores } from './store/connect.ts'

/** How long everything under way may take to end; an orchestrator's usual patience is ten seconds and up. */
const GRACE_MS = 10_000

async function main(): Promise<void> {
  const read = readEnvironment()
  if ('problems' in read) {
    say(['Clearing did not start. Please mend these settings:', ...read.problems.map(line => `  ${line}`)])
    process.exitCode = 1
    return
  }
  const { config } = read
  const log = createLog({ level: config.logLevel })
  const clock = createClock()
  // A site that nobody watches does not even load what it would be watched with.
  const meter = config.metrics ? (await import('./observe/metrics.ts')).createMetrics() : undefined
  const { secret, isKept } = config.secret === null ? ownSecret() : { secret: config.secret, isKept: true }
  const stores = connectStores(config.store, clock, meter)
  const store = stores.rooms
  // The first answer sets the clock, so it should come before anybody is served; without one we start all the same.
  const answers = await store.ready().then(
    () => true,
    () => false,
  )
  const stalls = watchStalls({ log, meter })
  const app = await createApp({
    config,
    store,
    lobbyStore: stores.lobby,
    bus: stores.bus,
    clock,
    ids: createIds(),
    log,
    meter,
    secret,
    stalls,
  })
  stalls.begin()
  const metrics = meter && config.metrics && (await openMetricsPort({ metrics: meter, at: config.metrics, clock, log }))
  const relay = meter && watchRelay(config.ice, clock, meter)

  // Its own logger would print whole errors, and an error may hold anything.
  const onTimeout = () => log.note('ended-late')
  closeWithGrace({ delay: GRACE_MS, logger: false, onTimeout }, async ({ err, signal }) => {
    if (err) log.fault('fatal', err)
    log.note('ending', { signal: signal ?? null })
    await (err ? app.close() : app.drain())
    await stores.close()
    relay?.close()
    await metrics?.close()
  })
  // Last: whoever reads that it is open may tell it to end at once.
  say([greeting(config, app.port, { answers, isKept }, app.doors)])
}

function say(lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

main().catch(error => {
  const why =
    error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      ? 'the port is taken; set PORT to another one'
      : String(error)
  say([`Clearing did not start: ${why}`])
  process.exit(1)
})
