// How does our own server run to be measured? As it is served: every check on, with shares of an address that let one
// machine be a crowd. Pages are left out; they are measured by weight. `isOneOfSeveral`: hears the other processes at its
// Redis, and keeps who waits and who is in a workshop there too.

/** Of a site that is over in a moment. */
const SECRET = 'known to everybody who reads this'

export async function start({ built, redis, isCounted, isOneOfSeveral }) {
  const load = name => import(`${built}server/${name}.js`)
  const { createApp } = await load('app')
  const { createClock } = await load('clock')
  const { readConfig } = await load('config')
  const { createIds } = await load('ids')
  const { createLimits, LIMITS } = await load('limits')
  const { createLog } = await load('log')
  const { connectStore, connectStores } = await load('store/connect')
  const { LOBBY_RATES } = await load('lobby-limits')
  const clock = createClock()
  const address = redis ? { kind: 'tcp', url: redis } : { kind: 'memory', most: 100_000 }
  const stores = isOneOfSeveral ? connectStores(address, clock) : null
  const store = stores?.rooms ?? connectStore(address, clock)
  await store.ready()
  // As many lessons as a process on a Redis has had after a minute; a clock that was taught takes more thought.
  if (!redis) for (let left = 16; left > 0; left--) clock.learn(Math.floor(clock.local()), clock.local(), clock.local())
  const many = { burst: 1_000_000, everyMs: 1 }
  const limits = createLimits(
    { ...LIMITS, sockets: 100_000, handshakes: many, opens: many, joins: many, guesses: many },
    clock,
  )
  const meter = isCounted ? (await load('metrics')).createMetrics() : undefined
  const { config } = readConfig({ HOST: '127.0.0.1', LOG_LEVEL: 'silent' })
  const app = await createApp({
    config: { ...config, port: 0, pages: false },
    store,
    clock,
    limits,
    meter,
    ...(stores && {
      lobbyStore: stores.lobby,
      bus: stores.bus,
      lobbyRates: crowdRates(LOBBY_RATES, many),
      secret: SECRET,
    }),
    ids: createIds(),
    log: createLog({ level: 'silent' }),
  })
  /** How long whoever asks for the metrics keeps everything else waiting, and themselves. */
  async function look() {
    const since = performance.now()
    await meter.scrape()
    return performance.now() - since
  }
  const watched = () => app.director.watched().length
  return { port: app.port, answers: { look, watched } }
}

/** What a process remembers of people's haste is bounded: here by so few that the bound is soon reached. */
const crowdRates = (rates, many) => ({
  device: rates.device,
  address: { wait: many, report: many, avoid: many },
  waitingPerAddress: 100_000,
  remembered: 500,
})
