// Does the proxy that operators are given do what it says? A real nginx under that very file, before two real processes of one
// site, and people who come to it in each of the ways in which browsers come.
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkNginx, findNginx, type Nginx, operatorsConfiguration, startNginx } from '../../e2e/setup/nginx.mjs'
import { type RedisServer, startRedis } from '../../e2e/setup/redis.mjs'
import { ownCertificate } from '../testing/certificate.ts'
import { type DialOptions, dial, type Person, portOf } from '../testing/house.ts'
import { opening } from '../testing/pair.ts'
import { type Site, startSite } from '../testing/site.ts'

const OPERATORS = readFileSync(new URL('nginx.conf', import.meta.url), 'utf8')
const { certificate, key } = ownCertificate()
/** Two processes are compiled and begin at once, on a machine that may be busy. */
const START_MS = 120_000

let redis: RedisServer
let sites: [Site, Site]
let nginx: Nginx
const people: Person[] = []
/** What a test has begun of its own. */
const ends: (() => unknown)[] = []

beforeAll(async () => {
  redis = await startRedis()
  const env = { PORT: '0', REDIS_URL: redis.url, TRUST_PROXY: '1', SOCKETS_PER_ADDRESS: '200' }
  sites = await Promise.all([startSite(env), startSite(env)])
  nginx = await startNginx({ sites: [sites[0].port, sites[1].port], certificate, key })
}, START_MS)
afterAll(async () => {
  for (const person of people) person.close()
  for (const end of ends.reverse()) await end()
  await nginx?.stop()
  for (const { child } of sites ?? []) child.kill('SIGKILL')
  await redis?.stop()
})

async function come(options: DialOptions = {}): Promise<Person> {
  const person = await dial(`https://localhost:${nginx.port}`, { ca: certificate, ...options })
  people.push(person)
  return person
}

const asked = (path: string, port = nginx.port) =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown> }>((resolve, reject) => {
    get({ host: 'localhost', port, path, ca: certificate, agent: false }, response => {
      response.resume()
      resolve({ status: response.statusCode, headers: response.headers })
    }).once('error', reject)
  })

describe('the file', () => {
  test('nginx takes it as it stands, but for the places of this machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clearing-nginx-t-'))
    const check = async (change: (text: string) => string) => {
      const file = join(folder, 'nginx.conf')
      writeFileSync(join(folder, 'fullchain.pem'), certificate)
      writeFileSync(join(folder, 'privkey.pem'), key)
      const text = operatorsConfiguration({ folder, port: 0, plainPort: 0, sites: [1, 2] })
      writeFileSync(file, change(text.replace(/:0( ssl.*)?;/g, ':45123$1;').replace(':45123;', ':45124;')))
      return checkNginx(file, folder)
    }
    const found = await check(text => text)
    expect(found.lines.join('\n')).toContain('test is successful')
    expect(found.ok).toBe(true)
    const spoilt = await check(text => text.replace('proxy_read_timeout 30s', 'proxy_read_timeout soon'))
    expect(spoilt.ok).toBe(false)
    rmSync(folder, { recursive: true })
  })

  test('a process that is silent for twice a heartbeat is not yet gone', () => {
    const seconds = Number(/proxy_read_timeout (\d+)s;/.exec(OPERATORS)?.[1])
    expect(seconds).toBeGreaterThan(15)
  })

  test('NGINX decides which program runs, and one that is not there is passed over', () => {
    expect(findNginx({ NGINX: process.execPath })).toBe(process.execPath)
    expect(findNginx({ ...process.env, NGINX: '/no/such/nginx' })).toBe(findNginx({ PATH: process.env.PATH }))
  })
})

describe('who comes', { timeout: START_MS }, () => {
  test('without TLS is sent to where there is some, and keeps the way', async () => {
    const found = await fetch(`http://127.0.0.1:${nginx.plainPort}/r/abc?x=1`, { redirect: 'manual' })
    expect([found.status, found.headers.get('location')]).toEqual([308, 'https://127.0.0.1/r/abc?x=1'])
  })

  test('by TLS is known to have done so: a year of it is asked for', async () => {
    const { status, headers } = await asked('/healthz')
    expect([status, headers['strict-transport-security']]).toEqual([200, 'max-age=31536000'])
  })

  test('from a page of this site is let in, with its port, and from another is not', async () => {
    const from = (origin: string) => ({ headers: { origin }, transports: ['polling' as const] })
    await come(from(`https://localhost:${nginx.port}`))
    await expect(come(from(`https://localhost:${nginx.port + 1}`))).rejects.toThrow()
  })

  test('is counted by the address that nginx saw, whatever they say of themselves', async () => {
    const env = { PORT: '0', TRUST_PROXY: '1', SOCKETS_PER_ADDRESS: '2' }
    const few = await startSite(env)
    ends.push(() => few.child.kill('SIGKILL'))
    const own = await startNginx({ sites: [few.port, few.port], certificate, key })
    ends.push(() => own.stop())
    const claims = (address: string) =>
      dial(`https://localhost:${own.port}`, { ca: certificate, headers: { 'X-Forwarded-For': address } })
    const came = [await claims('192.0.2.1'), await claims('192.0.2.2')]
    await expect(claims('192.0.2.3')).rejects.toThrow('too-fast')
    for (const person of came) person.close()
  })
})

describe('two processes', { timeout: START_MS }, () => {
  const WAYS: [string, DialOptions['transports']][] = [
    ['a WebSocket at once', ['websocket']],
    ['plain HTTP alone', ['polling']],
    ['plain HTTP and then a WebSocket', ['polling', 'websocket']],
  ]
  /** That all of them come to the same of two is one chance in eight million. */
  const EACH = 24

  test('share the people, each of whom stays with one; when it ends all its people find the other', async () => {
    const came: { way: string; person: Person }[] = []
    for (const [way, transports] of WAYS) {
      for (let n = 0; n < EACH; n++) {
        // A hall behind one router: one address, many kinds of browsers.
        const person = await come({ ...(transports && { transports }), headers: { 'user-agent': `kind ${n}` } })
        expect(await person.ask('open', opening())).toMatchObject({ ok: true })
        came.push({ way, person })
      }
    }
    // Plain HTTP brings every ask as a request of its own: had the other process got one, the connection would have ended.
    for (let n = 0; n < 4; n++) for (const { person } of came) await person.must('clock')
    const upgraded = came.filter(({ way }) => way === 'plain HTTP and then a WebSocket')
    for (const { person } of upgraded) expect(person.socket.io.engine.transport.name).toBe('websocket')

    const [first] = sites
    first.child.kill('SIGTERM')
    // Whoever is there is told. Those of plain HTTP may find that it listens no more before they ask for what they are told.
    const isThere = async ({ person }: (typeof came)[number]) => {
      const isGone = () => person.told.moved.length > 0 || !person.socket.connected
      if (!isGone()) await person.caughtUp().catch(() => {})
      return isGone()
    }
    const there = async () => {
      const are = await Promise.all(came.map(isThere))
      return came.filter((_, n) => are[n])
    }
    await expect.poll(async () => (await there()).length).toBeGreaterThanOrEqual(WAYS.length)
    const moved = await there()
    for (const [way] of WAYS) {
      const count = moved.filter(one => one.way === way).length
      expect([way, count > 0 && count < EACH]).toEqual([way, true])
    }
    // While the first still serves those who have not gone yet, newcomers are the other's.
    for (const { person } of moved) {
      const back = await come()
      await back.must('enter', { room: person.view().room, token: person.seated?.token })
      expect(back.told.moved).toEqual([])
      person.close()
    }
    for (let n = 0; n < EACH; n++) expect((await asked('/readyz')).status).toBe(200)
  })

  test('serve together whoever dials with the same, and anybody while one of them is gone', async () => {
    const both = [0, 1].map(n =>
      createServer((_, response) => response.writeHead(200, { 'x-at': `${n}`, connection: 'close' }).end()),
    )
    for (const one of both) await once(one.listen(0, '127.0.0.1'), 'listening')
    const [first, second] = both as [Server, Server]
    ends.push(
      () => first.close(),
      () => second.close(),
    )
    const own = await startNginx({ sites: [portOf(first), portOf(second)], certificate, key })
    ends.push(() => own.stop())
    const at = async (near: string) => {
      const { status, headers } = await asked(`/socket.io/?EIO=4&transport=websocket${near}`, own.port)
      return status === 200 ? headers['x-at'] : status
    }
    const nears = Array.from({ length: 64 }, (_, n) => `&near=${(n * 17 + 300).toString(36).slice(-2)}`)
    const found = await Promise.all(nears.map(at))
    expect(await Promise.all(nears.map(at))).toEqual(found)
    expect(found.filter(one => one === '0').length).toBeGreaterThan(16)
    expect(found.filter(one => one === '1').length).toBeGreaterThan(16)
    // Clients that give no hint are spread.
    expect(new Set(await Promise.all(nears.map(() => at(''))))).toEqual(new Set(['0', '1']))
    await new Promise(resolve => first.close(resolve))
    expect(new Set(await Promise.all(nears.map(at)))).toEqual(new Set(['1']))
  })

  test('are of two releases for a while: what the one has no part of is asked of the other', async () => {
    const other = createServer((request, response) => {
      response.writeHead(request.url?.startsWith('/_next/static/') ? 200 : 500).end()
    }).listen(0, '127.0.0.1')
    ends.push(() => other.close())
    await once(other, 'listening')
    const own = await startNginx({ sites: [sites[1].port, portOf(other)], certificate, key })
    ends.push(() => own.stop())
    const found = []
    for (let n = 0; n < 6; n++) found.push((await asked(`/_next/static/chunks/part-${n}.js`, own.port)).status)
    expect(found).toEqual(Array(6).fill(200))
    // What is no part of a page is not asked for twice.
    const pages = []
    for (let n = 0; n < 6; n++) pages.push((await asked('/how', own.port)).status)
    expect(new Set(pages)).toEqual(new Set([404, 500]))
  })

  test('of nobody who came anything was written', () => {
    expect(nginx.said()).not.toMatch(/127\.0\.0\.1|localhost|\/r\/|socket\.io/)
    const written = readdirSync(nginx.folder, { recursive: true, encoding: 'utf8' })
      .filter(name => statSync(join(nginx.folder, name)).isFile())
      .sort()
    expect(written).toEqual(['fullchain.pem', 'nginx.conf', 'pid', 'privkey.pem'])
  })
})
