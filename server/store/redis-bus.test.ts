// Do processes hear each other through a real Redis, and do they learn when they may have missed something?
import { createClient } from '@redis/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RedisServer, startRedis } from '../../e2e/setup/redis.mjs'
import { createClock } from '../clock.ts'
import { ALIVE_MS, SILENT_MS } from '../fan-out/company.ts'
import type { Bus } from '../ports.ts'
import { faultProxy } from '../testing/fault-proxy.ts'
import { redisWire } from '../testing/redis-wire.ts'
import { connectStores, type Stores } from './connect.ts'
import { keepDialled } from './keep-dialled.ts'
import { DEADLINE_MS } from './redis.ts'
import { createRedisBus, TRY_MS } from './redis-bus.ts'
import { commitHeard, roomChannel } from './room-news.ts'
import { createTcpRequester } from './tcp-requester.ts'

const MINUTE = 60_000
const body = (n: number) => JSON.stringify({ n })

let redis: RedisServer
const ends: (() => unknown)[] = []
beforeEach(async () => {
  redis = await startRedis()
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await redis.stop()
})

function connect(url = redis.url): Stores {
  const stores = connectStores({ kind: 'tcp', url }, createClock())
  ends.push(() => stores.close())
  return stores
}

const up = (bus: Bus, isUp = true) => expect.poll(() => bus.isUp(), { interval: 5, timeout: 8_000 }).toBe(isUp)

/** Everything heard on a channel, from now on. */
async function listen(bus: Bus, channel: string) {
  const heard: string[] = []
  const { ready, stop } = bus.hear(channel, text => void heard.push(text))
  await ready
  return { heard, stop }
}

describe('what is said', () => {
  it('is heard by every other process that listens, once, in its order, and not by the one that says it', async () => {
    const [one, two, three] = [connect().bus, connect().bus, connect().bus]
    const ears = await Promise.all([one, two, three].map(bus => listen(bus, 'hall')))
    const said = Array.from({ length: 50 }, (_, n) => `line\n${n}`)
    const counts = await Promise.all(said.map(text => one.say('hall', text)))
    expect(new Set(counts)).toEqual(new Set([2]))
    await expect.poll(() => [ears[1]?.heard, ears[2]?.heard]).toEqual([said, said])
    // Had its own words come back to it, they would have come before this one.
    await three.say('hall', 'end')
    await expect.poll(() => ears[0]?.heard).toEqual(['end'])
    expect(await one.say('nobody here', 'hello')).toBe(0)
  })

  it('is not heard any more after the last who listened has stopped, and is by those who go on', async () => {
    const [one, two] = [connect().bus, connect().bus]
    const [first, second] = [await listen(two, 'hall'), await listen(two, 'hall')]
    first.stop()
    expect(await one.say('hall', 'a')).toBe(1)
    await expect.poll(() => second.heard).toEqual(['a'])
    second.stop()
    await expect.poll(() => one.say('hall', 'b')).toBe(0)
    expect([first.heard, second.heard]).toEqual([[], ['a']])
    const third = await listen(two, 'hall')
    await one.say('hall', 'c')
    await expect.poll(() => third.heard).toEqual(['c'])
  })

  it('is heard by whoever begins to listen in the moment in which the last one stops', async () => {
    const [one, two] = [connect().bus, connect().bus]
    for (let n = 0; n < 20; n++) {
      const { stop } = await listen(two, 'hall')
      stop()
      const next = await listen(two, 'hall')
      expect(await one.say('hall', `word ${n}`)).toBe(1)
      await expect.poll(() => next.heard).toEqual([`word ${n}`])
      next.stop()
    }
  })

  it('is counted as sent to others alone, while this process begins to hear the same channel and when it ceases to', async () => {
    // Its ear is slow: Redis has heard of it long before it knows that it has.
    const ear = await faultProxy(redis.port)
    const requester = createTcpRequester({ url: redis.url, deadlineMs: DEADLINE_MS })
    const bus = createRedisBus({ url: `redis://127.0.0.1:${ear.port}`, requester, self: 'one', deadlineMs: 10_000 })
    const wire = redisWire(redis.port)
    ends.push(() => requester.close(), bus.close, ear.close, wire.close)
    await up(bus)
    const ears = async () => (await wire.ask('PUBSUB', 'NUMSUB', 'clearing:hall')) as [string, number]
    ear.slow(300)
    const { stop } = bus.hear('hall', () => {})
    await expect.poll(ears, { interval: 2 }).toEqual(['clearing:hall', 1])
    expect(await bus.say('hall', 'who is here?')).toBe(0)
    const other = connect().bus
    await listen(other, 'hall')
    stop()
    await expect.poll(ears, { interval: 2 }).toEqual(['clearing:hall', 1])
    expect(await bus.say('hall', 'who is here?')).toBe(1)
  })

  it('leaves nothing behind', async () => {
    const { bus } = connect()
    await listen(connect().bus, 'hall')
    expect(await bus.say('hall', 'a word')).toBe(1)
    const operator = await createClient({ url: redis.url }).connect()
    ends.push(() => operator.destroy())
    expect(await operator.keys('*')).toEqual([])
  })
})

describe('a commit', () => {
  it('is told in the order in which it was kept, and one that lost is not', async () => {
    const [one, two] = [connect(), connect()]
    const { heard } = await listen(two.bus, roomChannel('r'))
    await one.rooms.create('r', { body: body(0), commit: 'c0' }, MINUTE)
    for (let n = 1; n <= 20; n++) {
      const next = { body: body(n), commit: `c${n}` }
      expect((await one.rooms.swap('r', `c${n - 1}`, next, MINUTE)).result).toBe('swapped')
      expect((await one.rooms.swap('r', 'c0', { body: body(-n), commit: `l${n}` }, MINUTE)).result).toBe('lost')
    }
    const last = { body: body(99), commit: 'last' }
    await one.rooms.forget('r', MINUTE, last)
    const kept = Array.from({ length: 20 }, (_, at) => ({ commit: `c${at + 1}`, body: body(at + 1) }))
    await expect.poll(() => heard.map(commitHeard)).toEqual([...kept, last])
  })

  it('is kept by a user who may tell nobody, and readiness to hear says so', async () => {
    const operator = await createClient({ url: redis.url }).connect()
    ends.push(() => operator.destroy())
    await operator.aclSetUser('mute', ['on', '>word', '~clearing:*', '+@all', 'resetchannels'])
    const { rooms, bus } = connect(redis.url.replace('redis://', 'redis://mute:word@'))
    const { stop } = bus.hear('hall', () => {})
    await rooms.create('r', { body: body(0), commit: 'c0' }, MINUTE)
    expect((await rooms.swap('r', 'c0', { body: body(1), commit: 'c1' }, MINUTE)).result).toBe('swapped')
    expect(await bus.say('hall', 'hello')).toBe(0)
    await up(bus, false)
    stop()
  })
})

describe('a line that was lost', () => {
  it('by a Redis that was killed: what is said is lost, and whoever listens is told when it is back', async () => {
    const [one, two] = [connect().bus, connect().bus]
    const { heard } = await listen(two, 'hall')
    await up(one)
    let missed = 0
    two.onMissed(() => missed++)
    const { port } = redis
    await redis.kill()
    await up(two, false)
    expect(await one.say('hall', 'lost')).toBe(0)
    expect(missed).toBe(0)
    redis = await startRedis({ port })
    await up(two)
    expect(missed).toBe(1)
    await expect.poll(() => one.say('hall', 'found')).toBe(1)
    await expect.poll(() => heard.at(-1)).toBe('found')
    expect(heard).not.toContain('lost')
  })

  it('by a Redis that stands still is known within a second and a deadline', async () => {
    const { bus } = connect()
    await listen(bus, 'hall')
    process.kill(redis.pid, 'SIGSTOP')
    ends.push(() => process.kill(redis.pid, 'SIGCONT'))
    await expect.poll(() => bus.isUp(), { interval: 20, timeout: 3 * (2_000 + DEADLINE_MS) }).toBe(false)
    process.kill(redis.pid, 'SIGCONT')
    await up(bus)
  })
})

it('a connection that is of no use although it answers is dialled again less and less often', async () => {
  const began = performance.now()
  await new Promise<void>(resolve => {
    let answered = 0
    const line = keepDialled({
      url: redis.url,
      deadlineMs: DEADLINE_MS,
      random: () => 1,
      up(connection) {
        if (++answered === 5) resolve()
        line.drop(connection)
      },
    })
    ends.push(() => line.close())
  })
  // A timer is never early.
  expect(performance.now() - began).toBeGreaterThanOrEqual(50 + 100 + 200 + 400)
})

it('that its line is dead is found out before anybody else could be taken for dead', () => {
  expect(TRY_MS + DEADLINE_MS).toBeLessThan(SILENT_MS - ALIVE_MS)
})
