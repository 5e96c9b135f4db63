// Does every variable mean what it says, and does a bad one stop the start with a line that a person can act on?
import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const good = (env: Record<string, string | undefined>) => {
  const read = readConfig(env)
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  return read.config
}
const bad = (env: Record<string, string | undefined>) => {
  const read = readConfig(env)
  return 'problems' in read ? read.problems : []
}

it('needs nothing to be set', () => {
  const usual = {
    port: 3000,
    host: '0.0.0.0',
    dev: false,
    store: { kind: 'memory', most: 10_000 },
    pages: true,
    origins: [],
    trustProxy: 0,
    logLevel: 'info',
    metrics: null,
    socketsPerAddress: 200,
    roomsPerAddress: 60,
    contactEmail: null,
    reportWebhook: null,
    reportDays: 90,
    practiceHours: [],
    ice: { servers: [], turn: null, relayOnly: false },
    secret: null,
  }
  expect(good({})).toEqual(usual)
  expect(good({ PATH: '/bin', HOME: '/root' })).toEqual(usual)
})

it('takes a variable that is set to nothing for one that is not set', () => {
  const names = ['PORT', 'HOST', 'REDIS_URL', 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN', 'ORIGINS']
  const more = [
    'TRUST_PROXY',
    'LOG_LEVEL',
    'SOCKETS_PER_ADDRESS',
    'ROOMS_PER_ADDRESS',
    'ROOMS_MOST',
    'ICE_SERVERS',
    'TURN_URLS',
    'TURN_SECRET',
    'CLEARING_SECRET',
    'RELAY_ONLY',
    'PAGES',
    'NODE_ENV',
    'METRICS_PORT',
    'METRICS_HOST',
  ]
  expect(good(Object.fromEntries([...names, ...more].map(name => [name, ''])))).toEqual(good({}))
})

it.each([
  [{ PORT: '0' }, { port: 0 }],
  [{ PORT: '65535' }, { port: 65_535 }],
  [{ HOST: '127.0.0.1' }, { host: '127.0.0.1' }],
  [{ REDIS_URL: 'redis://localhost:6379/1' }, { store: { kind: 'tcp', url: 'redis://localhost:6379/1' } }],
  [{ REDIS_URL: 'rediss://u:p@host' }, { store: { kind: 'tcp', url: 'rediss://u:p@host' } }],
  [
    { UPSTASH_REDIS_REST_URL: 'https://x.example', UPSTASH_REDIS_REST_TOKEN: 't' },
    { store: { kind: 'rest', url: 'https://x.example', token: 't' } },
  ],
  [
    { ORIGINS: 'https://a.example, http://b.example:8080' },
    { origins: ['https://a.example', 'http://b.example:8080'] },
  ],
  [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
  [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  [{ SOCKETS_PER_ADDRESS: '5' }, { socketsPerAddress: 5 }],
  [{ ROOMS_PER_ADDRESS: '7' }, { roomsPerAddress: 7 }],
  [{ ROOMS_MOST: '9' }, { store: { kind: 'memory', most: 9 } }],
  [{ ICE_SERVERS: '[]' }, { ice: { servers: [] } }],
  [
    {
      ICE_SERVERS: JSON.stringify([
        { urls: 'stun:a.example' },
        { urls: ['turn:[2001:db8::1]:3478?transport=tcp', 'turns:b.example'], username: 'u', credential: 'c' },
      ]),
    },
    {
      ice: {
        turn: null,
        servers: [
          { urls: ['stun:a.example'] },
          { urls: ['turn:[2001:db8::1]:3478?transport=tcp', 'turns:b.example'], username: 'u', credential: 'c' },
        ],
      },
    },
  ],
  [
    { TURN_URLS: 'turn:r.example:3478, turns:r.example:5349?transport=tcp', TURN_SECRET: 'x'.repeat(16) },
    {
      ice: {
        turn: { urls: ['turn:r.example:3478', 'turns:r.example:5349?transport=tcp'], secret: 'x'.repeat(16) },
        relayOnly: false,
      },
    },
  ],
  [{ TURN_URLS: 'turn:r.example', TURN_SECRET: 'x'.repeat(16), RELAY_ONLY: 'on' }, { ice: { relayOnly: true } }],
  [{ CLEARING_SECRET: 'x'.repeat(32) }, { secret: 'x'.repeat(32) }],
  [{ RELAY_ONLY: 'off' }, { ice: { relayOnly: false } }],
  [{ PAGES: 'here' }, { pages: true }],
  [{ PAGES: 'elsewhere' }, { pages: false }],
  [{ METRICS_PORT: '9464' }, { metrics: { port: 9464, host: '127.0.0.1' } }],
  [{ METRICS_PORT: '9464', METRICS_HOST: '::' }, { metrics: { port: 9464, host: '::' } }],
  [{ NODE_ENV: 'development' }, { dev: true }],
  [{ NODE_ENV: 'production' }, { dev: false }],
])('%o', (env, expected) => {
  expect(good(env)).toMatchObject(expected)
})

const SECRET = 'hush-hush-7531'
it.each([
  ['PORT', `${SECRET}`],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['HOST', SECRET.repeat(30)],
  ['REDIS_URL', `http://u:${SECRET}@host`],
  ['REDIS_URL', SECRET],
  ['ORIGINS', `https://a.example/${SECRET}`],
  ['ORIGINS', 'https://a.example/'],
  ['ORIGINS', '*'],
  ['ORIGINS', `https://a.example, ${SECRET}`],
  ['TRUST_PROXY', 'true'],
  ['TRUST_PROXY', '11'],
  ['LOG_LEVEL', SECRET],
  ['SOCKETS_PER_ADDRESS', '0'],
  ['ROOMS_PER_ADDRESS', 'many'],
  ['ROOMS_MOST', '-3'],
  ['ICE_SERVERS', SECRET],
  ['ICE_SERVERS', `{"urls":"stun:${SECRET}"}`],
  ['ICE_SERVERS', `["${SECRET}"]`],
  ['ICE_SERVERS', `[{"urls":"https://${SECRET}"}]`],
  ['ICE_SERVERS', `[{"urls":[]}]`],
  ['ICE_SERVERS', `[{"urls":["turn:a.example","turn:a example?${SECRET}"],"username":"u","credential":"c"}]`],
  ['ICE_SERVERS', `[{"urls":"turn:${SECRET}.example","username":"${SECRET}"}]`],
  ['RELAY_ONLY', SECRET],
  ['PAGES', SECRET],
  ['NODE_ENV', SECRET],
  ['METRICS_PORT', SECRET],
  ['METRICS_PORT', '65536'],
  ['METRICS_PORT', '3000'],
  ['METRICS_HOST', SECRET],
])('a bad %s is one line that names it and does not repeat it (%s)', (name, value) => {
  const problems = bad({ [name]: value })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toMatch(new RegExp(`^${name}(\\.\\w+)*: \\S+`))
  expect(problems.join()).not.toContain(SECRET)
})

it('lists everything that is wrong at once', () => {
  const problems = bad({ PORT: 'x', LOG_LEVEL: 'loud', TRUST_PROXY: '-1' })
  expect(problems.map(line => line.split(':')[0])).toEqual(['PORT', 'TRUST_PROXY', 'LOG_LEVEL'])
})

it('wants both halves of an address over HTTPS, and one store alone', () => {
  expect(bad({ UPSTASH_REDIS_REST_URL: 'https://x.example' })).toHaveLength(1)
  expect(bad({ UPSTASH_REDIS_REST_TOKEN: 't' })).toHaveLength(1)
  const both = { UPSTASH_REDIS_REST_URL: 'https://x.example', UPSTASH_REDIS_REST_TOKEN: 't' }
  expect(bad({ ...both, REDIS_URL: 'redis://host' })).toHaveLength(1)
})

it('reads whom to write to, where reports go and when people gather', () => {
  const set = {
    CONTACT_EMAIL: 'keeper@clearing.example',
    REPORT_WEBHOOK: 'https://hooks.example/reports',
    REPORT_SECRET: 'sixteen-letters-at-least',
    REPORT_DAYS: '30',
    PRACTICE_HOURS: 'Sun 19:00-20:30 Europe/Berlin',
  }
  expect(good(set)).toMatchObject({
    contactEmail: 'keeper@clearing.example',
    reportWebhook: { url: 'https://hooks.example/reports', secret: 'sixteen-letters-at-least' },
    reportDays: 30,
    practiceHours: [{ day: 0, from: 19 * 60, minutes: 90, zone: 'Europe/Berlin' }],
  })
  for (const wrong of [{ REPORT_SECRET: '' }, { PRACTICE_HOURS: 'on Sundays' }, { CONTACT_EMAIL: 'nobody' }]) {
    expect('problems' in readConfig({ ...set, ...wrong })).toBe(true)
  }
})

it('wants both halves of a relay, a secret that is hard to guess, and a relay where all goes through it', () => {
  const relay = { TURN_URLS: 'turn:r.example', TURN_SECRET: SECRET.repeat(2) }
  expect(bad(relay)).toEqual([])
  expect(bad({ TURN_URLS: relay.TURN_URLS })).toEqual([expect.stringMatching(/^TURN_URLS: needs TURN_SECRET/)])
  expect(bad({ TURN_SECRET: relay.TURN_SECRET })).toEqual([expect.stringMatching(/^TURN_URLS: needs TURN_SECRET/)])
  expect(bad({ ...relay, TURN_SECRET: 'hush-hush-7531'.slice(0, 15) })).toEqual([
    expect.stringMatching(/16 characters/),
  ])
  for (const TURN_URLS of ['r.example', 'stun:r.example', 'turn:r.example/x', 'turn:r.example?transport=sctp', ' , ']) {
    const problems = bad({ ...relay, TURN_URLS })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^TURN_URLS/)
    expect(problems[0]).not.toContain(SECRET)
  }
  expect(bad({ RELAY_ONLY: 'on' })).toEqual([expect.stringMatching(/^RELAY_ONLY: needs a relay/)])
  expect(bad({ RELAY_ONLY: 'on', ICE_SERVERS: '[{"urls":"stun:a.example"}]' })).toHaveLength(1)
  const named = '[{"urls":"turn:a.example","username":"u","credential":"c"}]'
  expect(bad({ RELAY_ONLY: 'on', ICE_SERVERS: named })).toEqual([])
})
