// Is what arrived from outside what it claims to be? Every payload is parsed here before anything else looks at it.
// For the server only: in a browser's bundle zod would cost more than the rest of our code (pages take types alone).
import { z } from 'zod'
import { LIMITS } from '../formats/custom.ts'
import { PHASE_KINDS, SEATS } from '../protocol/room.ts'
import { circleAsks } from './circle-schemas.ts'
import { NAME_MOST, REPORT_MOST, SHOWN_MOST } from './lengths.ts'
import { REPORT_REASONS } from './marked.ts'
import { LEGIBLE, PLAIN } from './plain-text.ts'

/** The most that a sealed blob may be, in characters. */
export const SEALED_MOST = 8 * 1024
/** The most that one signal may be, in characters of JSON. */
export const SIGNAL_MOST = 32 * 1024

const room = z.string().regex(/^[\w-]{22}$/)
const token = z.string().regex(/^[\w-]{43}$/)
const seat = z.enum(SEATS)
const phase = z.int().min(0).max(500)
const instant = z.number().min(0).max(8.64e15)
/** Printable ASCII without spaces or quotes: what base64url and a few marks need, and nothing that could be markup. */
const blob = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w.:~+/=,{}"-]+$/)
const key = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\w.:~-]+$/)
const sealed = blob(SEALED_MOST)
const name = z.string().trim().min(1).max(NAME_MOST).regex(PLAIN).regex(LEGIBLE)

/** 128 random bits as base64url. */
const attempt = z.string().regex(/^[\w-]{22}$/)
/** 128 random bits or more, as hex or base64url. */
const device = z.string().regex(/^[\w-]{22,64}$/)
const language = z.string().regex(/^[a-z]{2,3}$/)
const reason = z.enum(REPORT_REASONS)
/** The most bytes of one sentence that a report shows, as a sealed text may hold. */
const WRITTEN_MOST = 4_000

/** 256 bits as base64url: a commitment, its key, or the server's mark of it. */
const bits = z.string().regex(/^[\w-]{43}$/)
const utterance = z.int().min(1).max(1_000_000)
const marked = z.int().min(0).max(1_000_000)
const committed = z.strictObject({ phase, id: marked, commitment: bits })
const written = z.strictObject({
  phase,
  id: marked,
  kind: z.enum(['words', 'draft', 'line']),
  text: z.string().min(1).max(WRITTEN_MOST),
  key: bits,
  at: z.int().min(0),
  tag: bits,
})

const wish = z.enum(['me', 'other', 'either'])
const medium = z.enum(['voice', 'video', 'text', 'together'])
const [leastSeconds, mostSeconds] = LIMITS.phaseSeconds

const customPhase = z.strictObject({
  kind: z.enum(PHASE_KINDS),
  seconds: z.number().min(leastSeconds).max(mostSeconds),
  floor: z.enum(['none', 'first', 'second', 'all']),
})

const format = z.union([
  z.strictObject({ id: z.string().min(1).max(32), minutes: z.number().min(1).max(180).optional() }),
  z.strictObject({ phases: z.array(customPhase).min(1).max(LIMITS.phases) }),
])

export const intent = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('ready'), first: wish.optional() }),
  z.strictObject({ do: z.literal('unseat'), seat }),
  z.strictObject({ do: z.literal('on'), phase }),
  z.strictObject({ do: z.literal('hold'), phase: phase.optional() }),
  z.strictObject({ do: z.literal('resume'), since: instant.optional() }),
  z.strictObject({ do: z.literal('more'), phase }),
  z.strictObject({ do: z.literal('heard'), phase, heard: z.boolean() }),
  z.strictObject({ do: z.literal('line'), phase, sealed, commitment: bits.optional() }),
  z.strictObject({ do: z.literal('keep'), phase }),
  z.strictObject({ do: z.literal('help') }),
  z.strictObject({ do: z.literal('admit'), yes: z.boolean(), since: instant }),
  z.strictObject({ do: z.literal('lend'), phase, on: z.boolean() }),
  z.strictObject({ do: z.literal('leave') }),
])

/** What each ask must look like. `clock`, `ice`, `practice` and `unwait` carry nothing. */
export const asks = {
  clock: z.undefined(),
  ice: z.undefined(),
  open: z.strictObject({
    kind: z.literal('friends'),
    format,
    medium,
    clock: z.enum(['timed', 'unhurried', 'none']).optional(),
    name,
    key: key.optional(),
    locale: z
      .string()
      .max(35)
      .regex(/^[A-Za-z\d-]+$/)
      .optional(),
  }),
  enter: z.union([
    z.strictObject({
      room,
      token,
      heard: instant.optional(),
      key: key.optional(),
      capsule: z
        .string()
        .max(16 * 1024)
        .optional(),
    }),
    z.strictObject({ room, name, key: key.optional(), attempt: attempt.optional() }),
  ]),
  peek: z.strictObject({ room }),
  intent,
  words: z.strictObject({ phase, id: utterance, sealed, commitment: bits.optional() }),
  again: z.strictObject({ to: seat, since: z.int().min(0).max(1_000_000) }),
  // A piece holds no more: each takes a hundred bytes of it.
  replay: z.strictObject({ to: seat, sealed, said: z.array(committed).max(64).optional() }),
  signal: z.strictObject({ to: seat, data: z.json() }),
  practice: z.undefined(),
  wait: z.strictObject({ name, medium: z.enum(['text', 'voice']), language, device, key: key.optional() }),
  unwait: z.undefined(),
  meet: z.strictObject({ room, token }),
  report: z.strictObject({
    room,
    token,
    about: seat,
    reason,
    text: z.string().trim().max(REPORT_MOST).optional(),
    said: z.array(written).min(1).max(SHOWN_MOST).optional(),
  }),
  avoid: z.strictObject({ room, token, about: seat }),
  ...circleAsks(name),
}

export type Asked = { [Name in keyof typeof asks]: z.infer<(typeof asks)[Name]> }
