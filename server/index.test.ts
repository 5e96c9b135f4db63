// Does the process start as it was told to, end as it should, and lose nothing when it is killed?
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join as within } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePort } from '../e2e/setup/free-port.mjs'
import { type RedisServer, startRedis } from '../e2e/setup/redis.mjs'
import { AWAY_AFTER_MS } from '../lib/protocol/advance.ts'
import { SECRET_FILE } from './secret.ts'
import { dial, type Person, portOf } from './testing/house.ts'
import { opening } from './testing/pair.ts'
import { type RedisWire, redisWire } from './testing/redis-wire.ts'
import { numberOf, samplesOf } from './testing/scrape.ts'
import { type Site, spawnSite, startSite } from './testing/site.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function start(env: Record<string, string>, folder?: string): Promise<Site> {
  const site = await startSite(env, folder)
  ends.push(async () => {
    site.child.kill('SIGKILL')
    await site.ended
  })
  return site
}

async function join(url: string): Promise<Person> {
  const person = await dial(url)
  ends.push(() => person.close())
  return person
}

const TURNS = {
  phases: [
    { kind: 'speak' as const, seconds: 300, floor: 'first' as const },
    { kind: 'speak' as const, seconds: 300, floor: 'second' as const },
  ],
}

/** Two people in a turn, and the way back of each: a token, and what they last heard. */
async function inTurn({ url }: Site) {
  const ann = await join(url)
  const { room } = await ann.must('open', opening({ format: TURNS }))
  const ben = await join(url)
  await ben.must('enter', { room, name: 'Ben' })
  await ann.must('intent', { do: 'ready', first: 'me' })
  await ben.must('intent', { do: 'ready', first: 'other' })
  for (const person of [ann, ben]) await person.sees(view => view.phase?.floor === 'a')
  const bellAt = ann.view().phase?.bellAt
  if (bellAt == null) throw new Error('no bell')
  const wayBack = async (person: Person) => ({
    room,
    token: person.seated?.token,
    heard: (await person.must('clock')).now,
  })
  return { ann, ben, room, bellAt, waysBack: async () => [await wayBack(ann), await wayBack(ben)] as const }
}

describe('on Redis', () => {
  let redis: RedisServer
  let wire: RedisWire
  beforeEach(async () => {
    redis = await startRedis()
    wire = redisWire(redis.port)
    ends.push(
      () => redis.stop(),
      () => wire.close(),
    )
  })
  const env = (port: number) => ({ REDIS_URL: redis.url, PORT: String(port) })

  it('killed without a word, an outage of less than 5 s changes nothing', async () => {
    const [first, second] = await Promise.all([start(env(await freePort())), start(env(await freePort()))])
    const pair = await inTurn(first)
    const ways = await pair.waysBack()
    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    const [ann, ben] = [await join(second.url), await join(second.url)]
    await Promise.all([ann.must('enter', ways[0]), ben.must('enter', ways[1])])
    for (const person of [ann, ben]) {
      const view = await person.sees(({ seats }) => seats.a?.here === true && seats.b?.here === true)
      expect(view).toMatchObject({ held: null, phase: { n: 0, floor: 'a', bellAt: pair.bellAt } })
    }
    expect(await ann.ask('words', { phase: 0, id: 1, sealed: 'abc' })).toEqual({ ok: true })
    await ben.caughtUp()
    expect(ben.told.words).toHaveLength(1)
  })

  it('killed without a word, a longer outage holds at the moment it began, and gives back what was left', async () => {
    const port = await freePort()
    const first = await start(env(port))
    const pair = await inTurn(first)
    const ways = await pair.waysBack()
    const heard = Math.max(...ways.map(way => way.heard))
    first.child.kill('SIGKILL')
    await first.ended
    const second = await start(env(port))
    const storeNow = async () => Number(((await wire.ask('TIME')) as string[])[0]) * 1_000
    await expect.poll(storeNow, { interval: 50, timeout: 10_000 }).toBeGreaterThan(heard + AWAY_AFTER_MS + 1_000)
    const [ann, ben] = [await join(second.url), await join(second.url)]
    await Promise.all([ann.must('enter', ways[0]), ben.must('enter', ways[1])])
    const held = await ann.sees(view => view.held !== null && view.seats.b?.here === true)
    expect(held.held).toMatchObject({ why: 'away', since: heard, leftMs: pair.bellAt + 7_000 - heard })
    for (const person of [ann, ben]) await person.must('intent', { do: 'resume' })
    const resumed = await ben.sees(view => view.held === null)
    expect(resumed.phase).toMatchObject({ n: 0, floor: 'a' })
    const left = (resumed.phase?.bellAt ?? 0) - resumed.now
    expect(Math.abs(left - (pair.bellAt - heard))).toBeLessThan(50)
  })

  it('told to end, it hands its people over to the next one on the same port, and nobody’s second is lost', async () => {
    const port = await freePort()
    const first = await start(env(port))
    const pair = await inTurn(first)
    const idler = await join(first.url)
    first.child.kill('SIGTERM')
    for (const person of [pair.ann, pair.ben]) await expect.poll(() => person.told.moved.length).toBe(1)
    expect(pair.ann.told.moved[0]).toMatchObject({ why: 'draining' })
    expect(await idler.ask('open', opening())).toMatchObject({ ok: false, code: 'draining' })
    const second = await start(env(port))
    expect(second.url).toBe(first.url)
    for (const [person, way] of [
      [pair.ann, (await pair.waysBack())[0]],
      [pair.ben, (await pair.waysBack())[1]],
    ] as const) {
      const back = await join(second.url)
      const { view } = await back.must('enter', way)
      person.close()
      expect(view).toMatchObject({ held: null, phase: { n: 0, floor: 'a', bellAt: pair.bellAt } })
    }
    // What has not ended after its ten seconds is ended, with another code.
    expect(await first.ended).toBe(0)
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
  })

  it('says so where what it seals opens at no other process, nor after a restart', async () => {
    const folder = mkdtempSync(within(tmpdir(), 'clearing-unkept-'))
    ends.push(() => rmSync(folder, { recursive: true }))
    // Nothing can be kept where something else is.
    writeFileSync(within(folder, SECRET_FILE), 'no secret')
    const stores = [
      { REDIS_URL: redis.url },
      { UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:9', UPSTASH_REDIS_REST_TOKEN: 'token' },
    ]
    for (const store of stores) {
      const ours = await start({ ...store, PORT: '0' }, folder)
      expect(ours.said()).toContain('set CLEARING_SECRET, the same for all processes')
      const theirs = await start({ ...store, PORT: '0', CLEARING_SECRET: 'x'.repeat(32) }, folder)
      expect(theirs.said()).not.toContain('CLEARING_SECRET')
    }
  })

  it('starts also when its store does not answer yet, and serves when it does', async () => {
    await redis.stop()
    const site = await start(env(await freePort()))
    expect(site.said()).toContain('the store does not answer yet')
    const ann = await join(site.url)
    expect(await ann.ask('open', opening())).toMatchObject({ ok: false, code: 'store-down' })
    const back = await startRedis({ port: redis.port })
    ends.push(() => back.stop())
    await expect.poll(() => ann.ask('open', opening()), { interval: 300, timeout: 10_000 }).toMatchObject({ ok: true })
  })
})

describe('measured', () => {
  const scraped = async (port: string) => samplesOf(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text())

  it('says on a port of its own that it drains, until it has ended, and hands that port on to the next one', async () => {
    const METRICS_PORT = String(await freePort())
    const first = await start({ PORT: '0', METRICS_PORT })
    expect(first.said()).toContain(`metrics are read at 127.0.0.1, port ${METRICS_PORT}`)
    expect((await fetch(`${first.url}/metrics`)).status).toBe(404)
    const ann = await join(first.url)
    await ann.must('open', opening())
    const before = await scraped(METRICS_PORT)
    expect(numberOf(before, 'clearing_facts_total', { fact: 'opened' })).toBe(1)
    expect(numberOf(before, 'clearing_draining')).toBe(0)
    first.child.kill('SIGTERM')
    await expect.poll(() => ann.told.moved.length).toBe(1)
    expect(numberOf(await scraped(METRICS_PORT), 'clearing_draining')).toBe(1)
    const second = await start({ PORT: '0', METRICS_PORT })
    const isOpen = (await fetch(`${second.url}/readyz`)).status
    expect(isOpen).toBe(200)
    ann.close()
    expect(await first.ended).toBe(0)
    const opened = () =>
      scraped(METRICS_PORT).then(
        samples => numberOf(samples, 'clearing_facts_total'),
        () => null,
      )
    await expect.poll(opened, { interval: 50, timeout: 8_000 }).toBe(0)
  })

  it('counts nothing where nobody asked for it', async () => {
    const site = await start({ PORT: '0' })
    expect(site.said()).not.toContain('metrics')
    expect((await fetch(`${site.url}/metrics`)).status).toBe(404)
  })
})

it('says in one line where it is open and where its rooms live, and ends at once when nobody is there', async () => {
  const site = await start({ PORT: '0' })
  expect(site.said().trim().split('\n')).toHaveLength(1)
  expect(site.said()).toMatch(
    /^Clearing is open at http:\/\/127\.0\.0\.1:\d+ · rooms live in the memory of this process/,
  )
  site.child.kill('SIGTERM')
  expect(await site.ended).toBe(0)
})

it('does not start with settings that make no sense: it lists them, and does not repeat them', async () => {
  const site = spawnSite({ PORT: 'hush-1', REDIS_URL: 'hush-2', LOG_LEVEL: 'hush-3' })
  expect(await site.ended).toBe(1)
  const lines = site.said().trim().split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/did not start/)
  for (const name of ['PORT', 'REDIS_URL', 'LOG_LEVEL']) expect(site.said()).toMatch(new RegExp(`^ {2}${name}: `, 'm'))
  expect(site.said()).not.toContain('hush')
})

it('does not start on a port that is taken, and says so', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  ends.push(() => other.close())
  await new Promise(resolve => other.once('listening', resolve))
  const site = spawnSite({ PORT: String(portOf(other)) })
  expect(await site.ended).toBe(1)
  expect(site.said()).toContain('the port is taken')
})
