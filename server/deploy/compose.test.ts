// Does the composed site hang together? Its file is parsed, filled in as an operator would from example.env, and each part of it
// is asked what the real program says: the site's settings, a Redis, the ports of nginx.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type RedisServer, startRedis } from '../../e2e/setup/redis.mjs'
import { readConfig } from '../config.ts'
import { KNOWN } from '../testing/operators.ts'
import { redisWire } from '../testing/redis-wire.ts'

interface Service {
  image: string
  build?: { context: string; dockerfile: string }
  environment?: Record<string, string>
  command?: string[]
  entrypoint?: string[]
  ports?: string[]
  volumes?: string[]
  network_mode?: string
  networks?: string[]
  user?: string
  restart: string
  read_only?: boolean
  stop_grace_period?: string
  depends_on?: Record<string, { condition: string }>
}

const HERE = fileURLToPath(new URL('.', import.meta.url))
const read = (name: string) => readFileSync(join(HERE, name), 'utf8')
/** What an operator of the composed site need not choose: it has a Redis and a relay, serves its pages, and runs an image. */
const NOT_HERE = [
  'UPSTASH_REDIS_REST_URL',
  'UPSTASH_REDIS_REST_TOKEN',
  'ROOMS_MOST',
  'ICE_SERVERS',
  'PAGES',
  'NODE_ENV',
]

/** What `docker compose` makes of `${NAME}`, `${NAME:-else}` and `${NAME:?why}`. */
const filledIn = (text: string, env: Record<string, string>) =>
  text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, how?: string, more = '') => {
    const value = env[name] ?? ''
    if (value === '' && how === '?') throw new Error(`${name}: ${more}`)
    return value === '' && how === '-' ? more : value
  })

const byKnown = (a: string, b: string) => KNOWN.indexOf(a) - KNOWN.indexOf(b)

const asItStands = Object.fromEntries(
  read('example.env')
    .split('\n')
    .filter(line => /^\w+=/.test(line))
    .map(line => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
)
/** As an operator would. */
const example: Record<string, string> = {
  ...asItStands,
  REDIS_PASSWORD: 'a1'.repeat(32),
  CLEARING_SECRET: 'b2'.repeat(32),
  TURN_SECRET: 'c3'.repeat(32),
}
/** After it has been parsed, so that nothing filled in can be taken for a part of the file. */
function filledInAll(part: unknown, env: Record<string, string>): unknown {
  if (typeof part === 'string') return filledIn(part, env)
  if (Array.isArray(part)) return part.map(one => filledInAll(one, env))
  if (part === null || typeof part !== 'object') return part
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, filledInAll(one, env)]))
}

interface Composed {
  services: Record<string, Service>
  networks: Record<string, object>
}

const parsed: unknown = parse(read('compose.yaml'), { merge: true, strict: true, uniqueKeys: true })
const composed = (env: Record<string, string>) => filledInAll(parsed, env) as Composed
const { services, networks } = composed(example)
const { one, two, redis, nginx, relay } = services as Record<'one' | 'two' | 'redis' | 'nginx' | 'relay', Service>

describe('the two processes', () => {
  test('are given settings that the site knows, each with a value that it takes', () => {
    expect(KNOWN.length).toBeGreaterThan(20)
    for (const { environment = {} } of [one, two]) {
      expect(Object.keys(environment).filter(name => !KNOWN.includes(name))).toEqual([])
      expect(readConfig(environment)).toMatchObject({
        config: {
          host: '0.0.0.0',
          trustProxy: 1,
          store: { kind: 'tcp', url: `redis://:${example.REDIS_PASSWORD}@redis:6379` },
          ice: { turn: { secret: example.TURN_SECRET } },
          contactEmail: null,
        },
      })
    }
    const open = composed({ ...example, CONTACT_EMAIL: 'somebody@room.example' }).services.one
    expect(readConfig(open?.environment ?? {})).toMatchObject({ config: { contactEmail: 'somebody@room.example' } })
  })

  test('are given every setting that an operator may choose, as they chose it', () => {
    expect(KNOWN.filter(name => !(name in (one.environment ?? {})))).toEqual(NOT_HERE.sort(byKnown))
    const chosen = {
      PRACTICE_HOURS: 'Sun 19:00-20:30 Europe/Berlin',
      CONTACT_EMAIL: 'somebody@room.example',
      REPORT_WEBHOOK: 'https://room.example/reports',
      REPORT_SECRET: 'a1b2c3d4'.repeat(2),
      REPORT_DAYS: '30',
      RELAY_ONLY: 'on',
      SOCKETS_PER_ADDRESS: '500',
      ROOMS_PER_ADDRESS: '70',
      ORIGINS: 'https://room.example',
    }
    expect(readConfig(composed({ ...example, ...chosen }).services.one?.environment ?? {})).toMatchObject({
      config: {
        practiceHours: [expect.anything()],
        contactEmail: chosen.CONTACT_EMAIL,
        reportDays: 30,
        reportWebhook: { url: chosen.REPORT_WEBHOOK, secret: chosen.REPORT_SECRET },
        ice: { relayOnly: true },
        socketsPerAddress: 500,
        roomsPerAddress: 70,
        origins: [chosen.ORIGINS],
      },
    })
  })

  test('are one and the same, but for the ports of the loopback: at one nginx finds each, at the other whoever watches it', () => {
    const { ports: ones = [], ...first } = one
    const { ports: twos = [], ...second } = two
    expect(first).toEqual(second)
    const found = [...read('nginx.conf').matchAll(/server (127\.0\.0\.1:\d+) /g)].map(([, address]) => address)
    const { PORT, METRICS_PORT } = one.environment ?? {}
    const given = (inner?: string) =>
      [...ones, ...twos].filter(port => port.endsWith(`:${inner}`)).map(port => port.replace(/:\d+$/, ''))
    expect(new Set(found)).toEqual(new Set(given(PORT)))
    const { scrape_configs: watched } = parse(read('../observe/prometheus.yaml'))
    expect(given(METRICS_PORT)).toEqual(watched[0].static_configs[0].targets)
    expect(new Set(given(METRICS_PORT)).size).toBe(2)
    expect(ones.length + twos.length).toBe(4)
    for (const port of [...ones, ...twos]) expect(port).toMatch(/^127\.0\.0\.1:/)
    // Inside, its own loopback is one that nobody outside can reach.
    expect(readConfig(one.environment ?? {})).toMatchObject({ config: { metrics: { host: '0.0.0.0' } } })
  })

  test('are built by the Dockerfile, write nowhere, may do nothing more, and have time to hand over', () => {
    expect(existsSync(join(HERE, one.build?.context ?? '-', one.build?.dockerfile ?? '-'))).toBe(true)
    expect(existsSync(join(HERE, one.build?.context ?? '-', 'package.json'))).toBe(true)
    expect(one).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
    expect(Number.parseInt(one.stop_grace_period ?? '', 10)).toBeGreaterThan(10)
    expect(one.depends_on).toEqual({ redis: { condition: 'service_healthy' } })
  })

  test('do not start without the secrets, and the example names all that is asked for', () => {
    for (const name of ['REDIS_PASSWORD', 'CLEARING_SECRET', 'TURN_SECRET'])
      expect(() => composed({ ...example, [name]: asItStands[name] ?? 'no line' })).toThrow(name)
    for (const name of ['RELAY_NAME', 'RELAY_ADDRESS']) expect(() => composed({ ...example, [name]: '' })).toThrow(name)
    const asked = new Set([...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name))
    expect([...asked].sort()).toEqual(Object.keys(example).sort())
  })
})

describe('the Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    const [program, ...args] = redis.command ?? []
    expect(program).toBe('redis-server')
    server = await startRedis({ args })
  })
  afterAll(() => server.stop())

  test('takes nobody without the password, keeps nothing on a disk, and throws no room out', async () => {
    const wire = redisWire(server.port)
    await expect(wire.ask('PING')).rejects.toThrow('NOAUTH')
    expect(await wire.ask('AUTH', example.REDIS_PASSWORD ?? '')).toBe('OK')
    expect(await wire.ask('CONFIG', 'GET', 'save')).toEqual(['save', ''])
    expect(await wire.ask('CONFIG', 'GET', 'appendonly')).toEqual(['appendonly', 'no'])
    expect(await wire.ask('CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction'])
    wire.close()
  })

  test('can be reached by the two processes alone', () => {
    expect(redis.ports).toBeUndefined()
    expect(redis.networks).toEqual(['store'])
    expect(networks.store).toEqual({ internal: true })
    expect(
      Object.entries(services)
        .filter(([, { networks }]) => networks?.includes('store'))
        .map(([name]) => name),
    ).toEqual(['one', 'two', 'redis'])
  })
})

test('every service comes again after a fall, and stands on an image that is named to the release', () => {
  for (const [name, { restart, image }] of Object.entries(services)) {
    expect([name, restart]).toEqual([name, 'unless-stopped'])
    if (name !== 'one' && name !== 'two') expect(image).toMatch(/^[a-z/]+:\d+\.\d+/)
  }
})

test('nginx and the relay see the addresses that people come from, and every file that they are given exists', () => {
  for (const { network_mode, volumes = [] } of [nginx, relay]) {
    expect(network_mode).toBe('host')
    const files = volumes.map(volume => volume.split(':')).filter(([from]) => from?.startsWith('.'))
    expect(files.length).toBeGreaterThan(0)
    for (const [from = ''] of files) expect([from, existsSync(join(HERE, from))]).toEqual([from, true])
    for (const volume of volumes) expect(volume).toMatch(/:ro$/)
  }
})

test('the relay is one that is not talked past its limits, and knows what the site knows', () => {
  const [, major, minor] = /^coturn\/coturn:(\d+)\.(\d+)/.exec(relay.image) ?? []
  expect(Number(major) * 1000 + Number(minor)).toBeGreaterThanOrEqual(4009)
  expect(relay.environment?.TURN_SECRET).toBe(one.environment?.TURN_SECRET)
  for (const url of one.environment?.TURN_URLS?.split(',') ?? [])
    expect(url).toContain(`:${relay.environment?.RELAY_NAME}:`)
})
