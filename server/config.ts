// What did the operator ask for? The only place that reads the environment. A value that makes no sense stops the start
// with a list that a person can act on.
import { z } from 'zod'
import { type Hours, readHours } from '../lib/lobby/hours.ts'
import { hasRelay, type IceConfig } from './ice.ts'
import type { StoreAddress } from './store/connect.ts'

const DEFAULT_PORT = 3000
const port = z.coerce.number().int().min(0).max(65535)
const count = z.coerce.number().int().min(1).max(1_000_000)

/** Rooms that a process keeps in its own memory, unless told otherwise. */
const ROOMS_MOST = 10_000

/** A variable that is set to nothing is a variable that is not set. */
const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => (value === '' ? undefined : value), type.optional())

const origin = z
  .string()
  .refine(
    text => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an origin, such as https://room.example',
  )

/** A host and perhaps a port, as the addresses of RFC 7064 and 7065 carry them. */
const PLACE = String.raw`([\w.-]+|\[[\da-fA-F:.]+\])(:\d{1,5})?`
const STUN = new RegExp(`^stuns?:${PLACE}$`)
const TURN = new RegExp(`^turns?:${PLACE}(\\?transport=(udp|tcp))?$`)
const A_RELAY = 'such as turn:relay.example:3478 or turns:relay.example:5349?transport=tcp'

const iceUrl = z.string().refine(url => STUN.test(url) || TURN.test(url), 'must be a stun: or turn: address')
const iceServer = z
  .object({
    urls: z.union([iceUrl.transform(url => [url]), z.array(iceUrl).min(1)], 'must be an address or a list of them'),
    username: z.string().max(512).optional(),
    credential: z.string().max(512).optional(),
  })
  .refine(
    ({ urls, username, credential }) => !urls.some(url => TURN.test(url)) || (username && credential),
    'needs a username and a credential for its turn: address',
  )
  .transform(({ urls, username, credential }) => ({ urls, ...(username && credential && { username, credential }) }))

const schema = z
  .object({
    PORT: optional(port),
    HOST: optional(z.string().min(1).max(255)),
    REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })),
    UPSTASH_REDIS_REST_URL: optional(z.url({ protocol: /^https?$/ })),
    UPSTASH_REDIS_REST_TOKEN: optional(z.string().min(1)),
    ORIGINS: optional(
      z
        .string()
        .transform(text => text.split(/[\s,]+/).filter(Boolean))
        .pipe(z.array(origin)),
    ),
    TRUST_PROXY: optional(z.coerce.number().int().min(0).max(10)),
    CLEARING_SECRET: optional(z.string().min(32, 'must have 32 characters or more')),
    METRICS_PORT: optional(port),
    METRICS_HOST: optional(z.string().min(1).max(255)),
    LOG_LEVEL: optional(z.enum(['silent', 'error', 'info'])),
    SOCKETS_PER_ADDRESS: optional(count),
    ROOMS_PER_ADDRESS: optional(count),
    ROOMS_MOST: optional(count),
    ICE_SERVERS: optional(
      z
        .string()
        .transform(readJson)
        .pipe(z.array(iceServer, 'must be a list in JSON, such as [{"urls":"stun:stun.example:3478"}]').max(20)),
    ),
    TURN_URLS: optional(
      z
        .string()
        .transform(text => text.split(/[\s,]+/).filter(Boolean))
        .pipe(z.array(z.string().regex(TURN, `must be a turn: or turns: address, ${A_RELAY}`)).min(1)),
    ),
    TURN_SECRET: optional(z.string().min(16, 'must have 16 characters or more')),
    RELAY_ONLY: optional(z.enum(['on', 'off'])),
    PAGES: optional(z.enum(['here', 'elsewhere'])),
    CONTACT_EMAIL: optional(z.email()),
    REPORT_WEBHOOK: optional(z.url({ protocol: /^https?$/ })),
    REPORT_SECRET: optional(z.string().min(16)),
    REPORT_DAYS: optional(z.coerce.number().int().min(1).max(365)),
    PRACTICE_HOURS: optional(
      z.string().transform((text, context) => {
        const hours = readHours(text)
        if (hours) return hours
        context.addIssue({
          code: 'custom',
          message: 'must be like "Sun 19:00-20:30 Europe/Berlin; Wed 12:00-13:00 UTC"',
        })
        return z.NEVER
      }),
    ),
    NODE_ENV: optional(z.enum(['development', 'production', 'test'])),
  })
  .superRefine((env, context) => {
    const half = (env.UPSTASH_REDIS_REST_URL === undefined) !== (env.UPSTASH_REDIS_REST_TOKEN === undefined)
    const add = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (half) add('UPSTASH_REDIS_REST_URL', 'needs UPSTASH_REDIS_REST_TOKEN beside it, and the other way round')
    if (env.REPORT_WEBHOOK && !env.REPORT_SECRET)
      add('REPORT_WEBHOOK', 'needs REPORT_SECRET beside it, with which its messages are signed')
    if (env.METRICS_HOST && env.METRICS_PORT === undefined)
      add('METRICS_HOST', 'needs METRICS_PORT beside it, without which there are no metrics')
    if (env.METRICS_PORT && env.METRICS_PORT === (env.PORT ?? DEFAULT_PORT))
      add('METRICS_PORT', 'is the port of the site itself: metrics need one of their own')
    if (env.REDIS_URL && env.UPSTASH_REDIS_REST_URL)
      add('REDIS_URL', 'and UPSTASH_REDIS_REST_URL are two stores: set one')
    if ((env.TURN_URLS === undefined) !== (env.TURN_SECRET === undefined))
      add('TURN_URLS', 'needs TURN_SECRET beside it, and the other way round')
    else if (env.RELAY_ONLY === 'on' && !hasRelay(iceOf(env)))
      add('RELAY_ONLY', 'needs a relay: set TURN_URLS and TURN_SECRET, or name one in ICE_SERVERS')
  })

export interface Config {
  port: number
  host: string
  dev: boolean
  store: StoreAddress
  /** Whether the pages are served here too. Where they are not, whatever serves them must hand on to this process what they dial. */
  pages: boolean
  /** Origins that may dial besides the site's own. */
  origins: string[]
  /** How many proxies stand in front, each adding one address to X-Forwarded-For. */
  trustProxy: number
  logLevel: 'silent' | 'error' | 'info'
  /** Where whoever keeps the process reads what it counts; null where nothing is counted. */
  metrics: { port: number; host: string } | null
  /** By which every process of this site knows again what any of them sealed; null where each host keeps one of its own. */
  secret: string | null
  socketsPerAddress: number
  /** Rooms that one address may open at once, and again an hour later. */
  roomsPerAddress: number
  /** Whom strangers may write to when something went wrong; without it practice is for localhost alone. */
  contactEmail: string | null
  /** Where reports are sent, and the key that signs them. */
  reportWebhook: { url: string; secret: string } | null
  reportDays: number
  practiceHours: Hours[]
  /** How browsers reach each other. */
  ice: IceConfig
}

/** Reads the configuration, or lists what is wrong with it, one line a variable. No line repeats a value. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const read = schema.safeParse(env)
  if (!read.success) {
    return { problems: read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) }
  }
  const set = read.data
  return {
    config: {
      port: set.PORT ?? DEFAULT_PORT,
      host: set.HOST ?? '0.0.0.0',
      dev: set.NODE_ENV === 'development',
      store: storeChoice(set),
      pages: set.PAGES !== 'elsewhere',
      origins: set.ORIGINS ?? [],
      trustProxy: set.TRUST_PROXY ?? 0,
      logLevel: set.LOG_LEVEL ?? 'info',
      metrics:
        set.METRICS_PORT === undefined ? null : { port: set.METRICS_PORT, host: set.METRICS_HOST ?? '127.0.0.1' },
      secret: set.CLEARING_SECRET ?? null,
      socketsPerAddress: set.SOCKETS_PER_ADDRESS ?? 200,
      roomsPerAddress: set.ROOMS_PER_ADDRESS ?? 60,
      contactEmail: set.CONTACT_EMAIL ?? null,
      reportWebhook:
        set.REPORT_WEBHOOK && set.REPORT_SECRET ? { url: set.REPORT_WEBHOOK, secret: set.REPORT_SECRET } : null,
      reportDays: set.REPORT_DAYS ?? 90,
      practiceHours: set.PRACTICE_HOURS ?? [],
      ice: iceOf(set),
    },
  }
}

/** The configuration of this process's own environment. */
export function readEnvironment(): ReturnType<typeof readConfig> {
  return readConfig(process.env)
}

function iceOf(
  set: Pick<z.infer<typeof schema>, 'ICE_SERVERS' | 'TURN_URLS' | 'TURN_SECRET' | 'RELAY_ONLY'>,
): IceConfig {
  const turn = set.TURN_URLS && set.TURN_SECRET ? { urls: set.TURN_URLS, secret: set.TURN_SECRET } : null
  return { servers: set.ICE_SERVERS ?? [], turn, relayOnly: set.RELAY_ONLY === 'on' }
}

/** What is no JSON is no list either, and is told so as anything else that is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function storeChoice(set: z.infer<typeof schema>): StoreAddress {
  if (set.REDIS_URL) return { kind: 'tcp', url: set.REDIS_URL }
  if (set.UPSTASH_REDIS_REST_URL && set.UPSTASH_REDIS_REST_TOKEN) {
    return { kind: 'rest', url: set.UPSTASH_REDIS_REST_URL, token: set.UPSTASH_REDIS_REST_TOKEN }
  }
  return { kind: 'memory', most: set.ROOMS_MOST ?? ROOMS_MOST }
}
