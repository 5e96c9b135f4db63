// How does the site start and end? Reads the configuration, chooses the store, listens, and says in one line what it did.
import closeWithGrace from 'close-with-grace'
import { createApp } from './app.ts'
import { createClock } from './clock.ts'
import { type Config, readEnvironment } from './config.ts'
import { hasRelay, type IceConfig } from './ice.ts'
import { createIds } from './ids.ts'
import type { Doors } from './lobby-doors.ts'
import { createLog } from './log.ts'
import { openMetricsPort } from './observe/metrics-port.ts'
import { watchRelay } from './observe/relay-watch.ts'
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
  const meter = config.metrics ? (await import('./metrics.ts')).createMetrics() : undefined
  const { secret, isKept } = config.secret === null ? ownSecret() : { secret: config.secret, isKept: true }
  const stores = connectStores(config.store, clock, meter)
  const store = stores.rooms
  // The first answer sets the clock, so it should come before anybody is served; without one we start all the same.
  const answers = await store.ready().then(
    () => true,
    () => false,
  )
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
  })
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

function greeting(
  { store, host, dev, pages, ice, metrics }: Config,
  port: number,
  { answers, isKept }: { answers: boolean; isKept: boolean },
  doors: Doors,
): string {
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  const where = {
    memory: isKept
      ? 'rooms live in the memory of this process, and come back after a restart from the browsers of whoever sits in them'
      : 'rooms live in the memory of this process and end with it (set CLEARING_SECRET or REDIS_URL to keep them over a restart)',
    tcp: 'rooms live in Redis, and any number of processes may serve them',
    rest: 'rooms live in Redis over HTTPS; this process must be the only one',
  }[store.kind]
  const parts = [`Clearing${dev ? ' (development)' : ''} is open at ${address}`, where]
  if (!pages) parts.push('the pages are served elsewhere')
  // In memory it ends with the rooms, and of that the line has told.
  if (!isKept && store.kind !== 'memory') {
    parts.push(
      'what it seals (rooms that browsers keep, the words of reports) opens at no other process, nor after a restart (set CLEARING_SECRET, the same for all processes)',
    )
  }
  if (!answers) parts.push('the store does not answer yet, and no room can be opened until it does')
  parts.push(reach(ice), practice(doors))
  if (metrics) parts.push(`metrics are read at ${metrics.host}, port ${metrics.port}`)
  return parts.join(' · ')
}

function practice({ text, voice }: Doors): string {
  if (text === 'no-contact') return 'practice with strangers is open on localhost alone (set CONTACT_EMAIL to open it)'
  return `practice with strangers is open in writing${voice === null ? ' and by voice' : ' (by voice once a relay is set)'}`
}

/** A network that keeps two browsers apart is common enough that an operator must know what then happens. */
function reach(ice: IceConfig): string {
  if (ice.relayOnly) return 'voices go through the relay alone'
  return hasRelay(ice)
    ? 'voices go from browser to browser, or through the relay where a network keeps them apart'
    : 'voices go from browser to browser; where a network keeps them apart they need a relay (set TURN_URLS and TURN_SECRET)'
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
