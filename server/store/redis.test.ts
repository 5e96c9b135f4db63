// Does the store on Redis keep the contract, over TCP and over HTTP, and survive what happens to a Redis?
import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetwork, connect as dial, type Socket } from 'node:net'
import { createClient } from '@redis/client'
import { Redis } from '@upstash/redis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { createClock } from '../clock.ts'
import { type RoomStore, StoreDown } from '../ports.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { connectRedis, connectStore, type StoreAddress } from './connect.ts'
import { createRedisStore, DEADLINE_MS } from './redis.ts'
import { CANARY, expectTellsNothing, storeContract, type UnderTest } from './testing/contract.ts'
import { epochContract } from './testing/epoch-contract.ts'
import { startHttpRedis } from './testing/http-redis.ts'

const MINUTE = 60_000
/** The deadline, and what a busy machine may add to it. */
const IN_TIME_MS = DEADLINE_MS + 700
const room = { body: JSON.stringify({ said: CANARY }), commit: 'c-1' }

/** A store on a Redis, whose time passes by itself. */
function onRedis(address: StoreAddress, end: () => Promise<void>): UnderTest {
  const store = connectStore(address, createClock())
  return {
    store,
    async pass(ms) {
      const until = (await store.ready()).now + ms
      await expect
        .poll(async () => (await store.ready()).now, { interval: 5, timeout: ms + 5_000 })
        .toBeGreaterThan(until)
    },
    async end() {
      await store.close()
      await end()
    },
  }
}

async function overTcp(): Promise<UnderTest> {
  const redis = await startRedis()
  return onRedis({ kind: 'tcp', url: redis.url }, () => redis.stop())
}

async function overHttp(): Promise<UnderTest> {
  const redis = await startRedis()
  const http = await startHttpRedis(redis.url)
  return onRedis({ kind: 'rest', ...http.address }, async () => {
    await http.stop()
    await redis.stop()
  })
}

for (const contract of [storeContract, epochContract]) {
  contract('Redis over TCP', overTcp)
  contract('Redis over HTTP', overHttp)
}

/** How an act fails, and after how long. */
async function failing(act: () => Promise<unknown>): Promise<{ why: string; ms: number }> {
  const begun = performance.now()
  const error: unknown = await act().then(
    () => 'it was answered',
    error => error,
  )
  expectTellsNothing(error)
  return { why: error instanceof StoreDown ? error.why : String(error), ms: performance.now() - begun }
}

const answers = (store: RoomStore) =>
  expect
    .poll(
      () =>
        store.ready().then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)

describe('what happens to a Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>
  let stores: RoomStore[] = []
  beforeEach(async () => {
    redis = await startRedis()
    stores = []
  })
  afterEach(async () => {
    for (const store of stores) await store.close()
    await redis.stop()
  })
  function connect(url = redis.url): RoomStore {
    const store = connectStore({ kind: 'tcp', url }, createClock())
    stores.push(store)
    return store
  }

  it('is killed: acts fail in time, and work again when it is back', async () => {
    const store = connect()
    await store.create('one', room, MINUTE)
    await redis.kill()
    for (let i = 0; i < 3; i++) {
      const { why, ms } = await failing(() => store.swap('one', 'c-1', { ...room, commit: 'c-2' }, MINUTE))
      expect(why).toBe('refused')
      expect(ms).toBeLessThan(IN_TIME_MS)
    }
    redis = await startRedis({ port: redis.port })
    await answers(store)
    // Its scripts were forgotten with everything else.
    expect(await store.create('one', room, MINUTE)).toMatchObject({ result: 'made' })
    expect((await store.load('one')).kept).toEqual(room)
  })

  it('would have answered while this process stood still: that is no outage, and the line is kept', async () => {
    const told: boolean[] = []
    const { client, close } = connectRedis({ kind: 'tcp', url: redis.url })
    const breaker = { failures: 1, restMs: MINUTE, tell: (isOpen: boolean) => told.push(isOpen) }
    const store = createRedisStore({ client, clock: createClock(), breaker })
    await store.ready()
    const asked = store.load('room')
    // It need not even be written by now.
    const until = performance.now() + DEADLINE_MS + 300
    while (performance.now() < until);
    expect(await asked).toMatchObject({ kept: null })
    expect(told).toEqual([])
    await close()
  })

  it('hangs: acts fail by the deadline, and work again when it goes on', async () => {
    const store = connect()
    await store.create('one', room, MINUTE)
    process.kill(redis.pid, 'SIGSTOP')
    const first = await failing(() => store.load('one'))
    expect(first.why).toBe('timeout')
    expect(first.ms).toBeGreaterThan(DEADLINE_MS - 50)
    expect(first.ms).toBeLessThan(IN_TIME_MS)
    expect((await failing(() => store.load('one'))).ms).toBeLessThan(IN_TIME_MS)
    process.kill(redis.pid, 'SIGCONT')
    await answers(store)
    expect((await store.load('one')).kept).toEqual(room)
  })

  it('is not there at the start: the process lives, and serves when it comes', async () => {
    const { port, url } = redis
    await redis.kill()
    const store = connect(url)
    expect((await failing(() => store.ready())).why).toBe('refused')
    redis = await startRedis({ port })
    await answers(store)
  })

  it('stays down: the breaker fails at once, and closes again when it is back', async () => {
    const store = connect()
    await store.ready()
    await redis.kill()
    const together = await Promise.all(Array.from({ length: 5 }, () => failing(() => store.load('one'))))
    expect(together.map(({ why }) => why)).toEqual(Array(5).fill('refused'))
    const { why, ms } = await failing(() => store.load('one'))
    expect(why).toBe('open-breaker')
    expect(ms).toBeLessThan(100)
    redis = await startRedis({ port: redis.port })
    await answers(store)
    expect(await store.load('one')).toMatchObject({ kept: null })
  })

  it('hangs in the middle of a swap: sent again, it is answered as if nothing had been', async () => {
    const store = connect()
    await store.create('one', room, MINUTE)
    process.kill(redis.pid, 'SIGSTOP')
    const next = { body: '{"v":2}', commit: 'c-2' }
    await failing(() => store.swap('one', 'c-1', next, MINUTE))
    process.kill(redis.pid, 'SIGCONT')
    await answers(store)
    // Whether or not the first one reached it, the answer is the same.
    expect(await store.swap('one', 'c-1', next, MINUTE)).toMatchObject({ result: 'swapped' })
    expect((await store.load('one')).kept).toEqual(next)
  })

  it('has no memory left: it says that it is full, goes on serving, and the breaker stays closed', async () => {
    const store = connect()
    await store.create('one', room, MINUTE)
    const operator = await createClient({ url: redis.url }).connect()
    await operator.configSet('maxmemory', '1')
    for (let i = 0; i < 6; i++) {
      expect((await failing(() => store.create(`more-${i}`, room, MINUTE))).why).toBe('full')
    }
    expect((await store.load('one')).kept).toEqual(room)
    operator.destroy()
  })

  it('forgets its scripts: they are sent again', async () => {
    const store = connect()
    await store.create('one', room, MINUTE)
    const operator = await createClient({ url: redis.url }).connect()
    await operator.scriptFlush()
    expect((await store.load('one')).kept).toEqual(room)
    operator.destroy()
  })

  it('holds something else under the key: the act fails without telling what was asked', async () => {
    const store = connect()
    const operator = await createClient({ url: redis.url }).connect()
    await operator.hSet('clearing:room:{one}', 'field', 'value')
    expect((await failing(() => store.swap('one', 'c-1', { ...room, commit: 'c-2' }, MINUTE))).why).toBe('bad-answer')
    await operator.set('clearing:room:{two}', 'no line break')
    expect((await failing(() => store.load('two'))).why).toBe('bad-answer')
    operator.destroy()
  })

  it('keeps one key a room, which expires, and spends what the ledger says', async () => {
    const store = connect()
    const operator = await createClient({ url: redis.url }).connect()
    // Once each, so that the scripts are known.
    await store.create('warm', room, MINUTE)
    await store.load('warm')
    await store.swap('warm', 'c-1', { ...room, commit: 'c-2' }, MINUTE)
    const spent = async (act: () => Promise<unknown>): Promise<string[]> => {
      await operator.configResetStat()
      await act()
      const stats = await operator.info('commandstats')
      return [...stats.matchAll(/cmdstat_(\w+):calls=(\d+)/g)].map(([, name, calls]) => `${name} ${calls}`).sort()
    }
    const reset = 'config|resetstat 1'
    const ours = async (act: () => Promise<unknown>) =>
      (await spent(act)).filter(one => one !== reset && !one.startsWith('config'))
    expect(await ours(() => store.create('one', room, MINUTE))).toEqual(['evalsha 1', 'get 1', 'set 1', 'time 1'])
    expect(await ours(() => store.load('one'))).toEqual(['evalsha 1', 'get 1', 'time 1'])
    const swap = (from: string, to: string, by = store) => by.swap('one', from, { ...room, commit: to }, MINUTE)
    expect(await ours(() => swap('c-1', 'c-2'))).toEqual(['evalsha 1', 'getrange 1', 'set 1'])
    // A process that has not been told the time asks for it on the way.
    const needy = createRedisStore({ ...connectRedis({ kind: 'tcp', url: redis.url }), clock: createClock() })
    stores.push(needy)
    await needy.ready()
    expect(await ours(() => swap('c-2', 'c-3', needy))).toEqual(['evalsha 1', 'getrange 1', 'set 1', 'time 1'])
    expect(await operator.keys('*')).toEqual(
      expect.arrayContaining(['clearing:room:{one}', 'clearing:room:{warm}', 'clearing:epoch']),
    )
    expect(await operator.dbSize()).toBe(3)
    expect(await operator.pTTL('clearing:room:{one}')).toBeGreaterThan(MINUTE - 5_000)
    await store.forget('warm', MINUTE)
    expect(await ours(() => store.forget('one', MINUTE))).toEqual(['evalsha 1', 'set 1'])
    expect(await operator.get('clearing:room:{one}')).toBe('\n')
    operator.destroy()
  })

  it('asks for a user, a password and a database: the address has them', async () => {
    const operator = await createClient({ url: redis.url }).connect()
    const allowed = ['~clearing:*', '-@all', '+@scripting', '+set', '+get', '+getrange', '+time', '+ping', '+select']
    await operator.aclSetUser('clear@ing', ['on', '>p@ss:word/?', ...allowed])
    await operator.aclSetUser('default', ['-@all', '+acl', '+get', '+select'])
    const at = redis.url.slice('redis://'.length)
    const right = connect(`redis://${encodeURIComponent('clear@ing')}:${encodeURIComponent('p@ss:word/?')}@${at}/3`)
    expect(await right.create('one', room, MINUTE)).toMatchObject({ result: 'made' })
    expect((await right.load('one')).kept).toEqual(room)
    const wrong = connect(`redis://clear%40ing:wrong@${at}`)
    expect((await failing(() => wrong.ready())).why).toBe('refused')
    operator.destroy()
  })

  it('is cut off without a word by the network between: another connection is dialled', async () => {
    const pairs: [Socket, Socket][] = []
    const network = createNetwork(inner => {
      const outer = dial(redis.port, '127.0.0.1')
      inner.pipe(outer).pipe(inner)
      for (const socket of [inner, outer]) socket.on('error', () => {})
      pairs.push([inner, outer])
    })
    await new Promise<void>(resolve => network.listen(0, '127.0.0.1', resolve))
    const store = connect(`redis://127.0.0.1:${(network.address() as AddressInfo).port}`)
    await store.create('one', room, MINUTE)
    // Nothing arrives any more and nobody is told, as when a router forgets a connection.
    for (const [inner, outer] of pairs) {
      inner.unpipe(outer)
      outer.unpipe(inner)
    }
    expect((await failing(() => store.load('one'))).why).toBe('timeout')
    await answers(store)
    expect((await store.load('one')).kept).toEqual(room)
    for (const socket of pairs.flat()) socket.destroy()
    network.close()
  })

  it('tells the time of its machine, also in the first hundredth of a second', async () => {
    const store = connect()
    await store.ready()
    await expect.poll(() => Date.now() % 1_000, { interval: 5, timeout: 5_000 }).toBeLessThan(20)
    const before = Date.now()
    const { now } = await store.ready()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })

  it('serves two processes: both see one room, and their clocks agree', async () => {
    const clocks = [createClock(), createClock()] as const
    const [one, two] = clocks.map(clock => connectStore({ kind: 'tcp', url: redis.url }, clock)) as [
      RoomStore,
      RoomStore,
    ]
    stores.push(one, two)
    for (let i = 0; i < 20; i++) await Promise.all([one.ready(), two.ready()])
    await one.create('one', room, MINUTE)
    expect((await two.load('one')).kept).toEqual(room)
    expect(Math.abs(clocks[0].now() - clocks[1].now())).toBeLessThan(20)
  })

  it('over HTTP is killed: acts fail in time, and work again when it is back', async () => {
    const http = await startHttpRedis(redis.url)
    const store = connectStore({ kind: 'rest', ...http.address }, createClock())
    await store.create('one', room, MINUTE)
    process.kill(redis.pid, 'SIGSTOP')
    const { why, ms } = await failing(() => store.load('one'))
    expect(why).toBe('timeout')
    expect(ms).toBeLessThan(IN_TIME_MS)
    process.kill(redis.pid, 'SIGCONT')
    await answers(store)
    await http.stop()
    expect((await failing(() => store.load('one'))).why).toBe('refused')
  })
})

describe('a client with its own ideas', () => {
  let server: Server | undefined
  afterEach(async () => {
    await new Promise(resolve => (server ? server.close(resolve) : resolve(null)))
    server = undefined
  })
  /** A store over HTTP whose far end answers as the test says. */
  type Answered = { status: number; text: string } | 'hang up'
  async function facing(answer: (body: string, path: string) => Answered | Promise<Answered>) {
    const bodies: string[] = []
    server = createServer(async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      bodies.push(body)
      const answered = await answer(body, request.url ?? '/')
      if (answered === 'hang up') return void request.socket.destroy()
      response.writeHead(answered.status, { connection: 'close' }).end(answered.text)
    })
    await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { client } = connectRedis({ kind: 'rest', url: `http://127.0.0.1:${port}`, token: 'token' })
    return { store: createRedisStore({ client, clock: createHandClock(0) }), bodies }
  }

  it.each([
    ['refuses the token', { status: 401, text: '{"error":"Unauthorized"}' }, 'bad-answer'],
    ['repeats the command in its error', { status: 400, text: `{"error":"ERR ${CANARY}"}` }, 'bad-answer'],
    ['answers with a page', { status: 502, text: `<html>${CANARY}</html>` }, 'bad-answer'],
    ['answers with a page and says that all is well', { status: 200, text: `<html>${CANARY}</html>` }, 'bad-answer'],
    ['answers with nonsense', { status: 200, text: `[{"result":"${CANARY}"}]` }, 'bad-answer'],
    ['answers with a number', { status: 200, text: '[{"result":1}]' }, 'bad-answer'],
    ['has no memory left', { status: 200, text: '[{"error":"OOM command not allowed"}]' }, 'full'],
  ])('%s: the act fails and tells nothing', async (_what, answer, why) => {
    const { store } = await facing(() => answer)
    expect((await failing(() => store.create('one', room, MINUTE))).why).toBe(why)
  })

  it('sends again once, and not six times, what found no connection', async () => {
    const { store, bodies } = await facing(() => 'hang up')
    expect((await failing(() => store.create('one', room, MINUTE))).why).toBe('refused')
    expect(bodies).toHaveLength(2)
    expect(bodies[1]).toBe(bodies[0])
  })

  it('sends again what was done but not answered: the second answer is the first', async () => {
    const redis = await startRedis()
    const http = await startHttpRedis(redis.url)
    const direct = connectStore({ kind: 'rest', ...http.address }, createClock())
    const losing = new Set<string>()
    const { store, bodies } = await facing(async (body, path) => {
      const headers = { authorization: `Bearer ${http.address.token}`, 'content-type': 'application/json' }
      const answer = await fetch(`${http.address.url}${path}`, { method: 'POST', headers, body })
      const text = await answer.text()
      if (losing.has(body) || text.includes('NOSCRIPT')) return { status: answer.status, text }
      losing.add(body)
      return 'hang up'
    })
    const next = { body: '{"v":2}', commit: 'c-2' }
    expect(await store.create('one', room, MINUTE)).toMatchObject({ result: 'made' })
    expect(await store.swap('one', 'c-1', next, MINUTE)).toMatchObject({ result: 'swapped' })
    expect((await direct.load('one')).kept).toEqual(next)
    expect(await store.forget('one', MINUTE)).toMatchObject({ result: 'forgotten' })
    expect((await direct.load('one')).kept).toBeNull()
    // Each act: once unknown, once done and lost, once answered.
    expect(bodies).toHaveLength(9)
    await http.stop()
    await redis.stop()
  })

  it('reads answers the same when it turns them into other types, or believes them to be base64', async () => {
    const redis = await startRedis()
    const http = await startHttpRedis(redis.url)
    const client = new Redis(http.address)
    const store = createRedisStore({ client, clock: createHandClock(0) })
    for (const body of ['true', '1e3', 'null', '{"v":1}', 'made']) {
      const kept = { body, commit: `c-${body.length}` }
      expect(await store.create(body, kept, MINUTE)).toMatchObject({ result: 'made', now: expect.any(Number) })
      expect((await store.load(body)).kept).toEqual(kept)
    }
    await http.stop()
    await redis.stop()
  })

  it('never answers: the deadline is ours', async () => {
    const never = () => new Promise<never>(() => {})
    const store = createRedisStore({
      client: { eval: never, evalsha: never },
      clock: createHandClock(0),
      deadlineMs: 30,
    })
    expect((await failing(() => store.load('one'))).why).toBe('timeout')
  })

  it('fails with the whole command in its text and its cause: none of it comes through', async () => {
    const fail = () => Promise.reject(new Error(`command was: ${CANARY}`, { cause: new Error(CANARY) }))
    const store = createRedisStore({ client: { eval: fail, evalsha: fail }, clock: createHandClock(0) })
    expect((await failing(() => store.create('one', room, MINUTE))).why).toBe('refused')
  })
})

it('an address that cannot be understood is refused without being told', () => {
  const warn = vi.spyOn(console, 'warn')
  for (const address of [
    { kind: 'tcp', url: `redis//user:${CANARY}@host` },
    { kind: 'tcp', url: `http://user:${CANARY}@host` },
    { kind: 'rest', url: `host:${CANARY}`, token: CANARY },
  ] as const) {
    let error: unknown
    try {
      connectRedis(address)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(TypeError)
    expect(JSON.stringify([String(error), Object.getOwnPropertyDescriptors(error)])).not.toContain(CANARY)
  }
  expect(warn).not.toHaveBeenCalled()
})
