// How long does one commit take, and how long the plainest write of the same bytes? In turns, one at a time, from a
// process that does nothing else.
export async function start({ built, redis }) {
  const load = name => import(`${built}server/${name}.js`)
  const { createClock } = await load('clock')
  const { connectRedis, connectStore } = await load('store/connect')
  const { createClient } = await import('@redis/client')
  const clock = createClock()
  const address = { kind: 'tcp', url: redis }
  const store = connectStore(address, clock)
  await store.ready()
  const { client: same } = connectRedis(address)
  const bare = await createClient({ url: redis, RESP: 2 }).connect()
  const body = JSON.stringify({ v: 1, text: 'x'.repeat(1_280) })
  const HOUR = 3_600_000
  let n = 0
  await store.create('bench', { body, commit: 'c-0' }, HOUR)

  const acts = {
    ours: async () => {
      const { result } = await store.swap('bench', `c-${n}`, { body, commit: `c-${n + 1}` }, HOUR)
      if (result !== 'swapped') throw new Error(result)
      n += 1
    },
    same: () => same.set('bench:plain', body, { px: HOUR }),
    bare: () => bare.sendCommand(['SET', 'bench:plain', body, 'PX', String(HOUR)]),
  }

  return {
    answers: {
      /** Ms that each of `times` acts of every kind took. */
      round: async ({ times }) => {
        const took = { ours: [], same: [], bare: [] }
        for (let left = times; left > 0; left--) {
          for (const kind of Object.keys(acts)) {
            const begun = performance.now()
            await acts[kind]()
            took[kind].push(performance.now() - begun)
          }
        }
        return took
      },
    },
  }
}
