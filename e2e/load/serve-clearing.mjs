// How does our own server run to be measured? As it is served: every check on, with shares of an address that let one
// machine be a crowd. Pages are left out; they are measured by weight.
export async function start({ built, redis }) {
  const load = name => import(`${built}server/${name}.js`)
  const { createApp } = await load('app')
  const { createClock } = await load('clock')
  const { readConfig } = await load('config')
  const { createIds } = await load('ids')
  const { createLimits, LIMITS } = await load('limits')
  const { createLog } = await load('log')
  const { connectStore } = await load('store/connect')
  const clock = createClock()
  const store = connectStore(redis ? { kind: 'tcp', url: redis } : { kind: 'memory', most: 100_000 }, clock)
  await store.ready()
  // As many lessons as a process on a Redis has had after a minute; a clock that was taught takes more thought.
  if (!redis) for (let left = 16; left > 0; left--) clock.learn(Math.floor(clock.local()), clock.local(), clock.local())
  const many = { burst: 1_000_000, everyMs: 1 }
  const limits = createLimits({ ...LIMITS, sockets: 100_000, handshakes: many, opens: many, guesses: many }, clock)
  const { config } = readConfig({ HOST: '127.0.0.1', LOG_LEVEL: 'silent' })
  const app = await createApp({
    config: { ...config, port: 0, pages: false },
    ...{ store, clock, limits },
    ids: createIds(),
    log: createLog({ level: 'silent' }),
  })
  return { port: app.port }
}
