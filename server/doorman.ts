// May this ask come in at all? Size, rate and form, in that order, before anything reads what it says.
import type { z } from 'zod'
import type { Ms } from '../lib/protocol/room.ts'
import type { Refusal } from '../lib/wire/events.ts'
import { type Asked, asks, SIGNAL_MOST } from '../lib/wire/schemas.ts'
import { refuse } from './refusals.ts'
import { type Bucket, fullBucket, type Rate, take } from './token-bucket.ts'

export type AskName = keyof typeof asks

/** No honest ask comes near this many characters of JSON, or is nested near this deep. */
const ASK_MOST = 40 * 1024
const DEPTH_MOST = 12
/** Refused this often for its haste without a pause, a connection is ended. */
const PATIENCE: Rate = { burst: 200, everyMs: 1000 }

const CALM: Rate = { burst: 20, everyMs: 200 }
const RATES: Record<AskName, Rate> = {
  open: CALM,
  enter: CALM,
  peek: CALM,
  intent: CALM,
  // Once for a sitting, and again when a network changes.
  ice: { burst: 8, everyMs: 5_000 },
  clock: { burst: 30, everyMs: 250 },
  // Sentences, and a live draft up to four times a second.
  words: { burst: 30, everyMs: 100 },
  again: CALM,
  replay: { burst: 30, everyMs: 100 },
  // A peer offers dozens of candidates at once.
  signal: { burst: 150, everyMs: 50 },
  practice: CALM,
  wait: CALM,
  unwait: CALM,
  meet: CALM,
  report: CALM,
  avoid: CALM,
}

export interface Doorman {
  /** The parsed payload of a known ask, or why it may not come in. `end`: the connection has used up all patience. */
  admit(name: string, payload: unknown, now: Ms): Admitted | { refusal: Refusal; end: boolean }
  /** Only the rate: whether one more of `name` may come now. Counts it when true. */
  mayPass(name: AskName, now: Ms): boolean
}

export type Admitted = { [Name in AskName]: { name: Name; asked: Asked[Name] } }[AskName]

/** One for each connection. */
export function createDoorman(startedAt: Ms): Doorman {
  const buckets = new Map<Rate, Bucket>()
  let patience = fullBucket(PATIENCE, startedAt)

  function mayHurry(rate: Rate, now: Ms): boolean {
    const taken = take(buckets.get(rate) ?? fullBucket(rate, now), rate, now)
    buckets.set(rate, taken.bucket)
    return taken.allowed
  }

  return {
    admit(name, payload, now) {
      if (!isAskName(name)) return { refusal: refuse('bad-request', 'No such ask.'), end: !mayHurry(PATIENCE, now) }
      if (!mayHurry(RATES[name], now)) {
        const taken = take(patience, PATIENCE, now)
        patience = taken.bucket
        return { refusal: refuse('too-fast'), end: !taken.allowed }
      }
      // Before the form, which is read by recursion: what is nested deep enough would exhaust the stack.
      if (isDeep(payload, DEPTH_MOST) || lengthOf(payload) > ASK_MOST) return { refusal: refuse('too-big'), end: false }
      const parsed: z.ZodSafeParseResult<unknown> = asks[name].safeParse(payload)
      if (!parsed.success) return { refusal: malformed(parsed.error.issues), end: false }
      if (name === 'signal' && lengthOf(payload) > SIGNAL_MOST) return { refusal: refuse('too-big'), end: false }
      // The schema under this very name has just said so; the compiler can't follow that through the table.
      return { name, asked: parsed.data } as Admitted
    },
    mayPass: (name, now) => mayHurry(RATES[name], now),
  }
}

function isAskName(name: string): name is AskName {
  return Object.hasOwn(asks, name)
}

function malformed(issues: z.core.$ZodIssue[]): Refusal {
  const [issue] = issues
  if (issue?.code === 'too_big' && issue.path.at(-1) === 'sealed') return refuse('too-big')
  // Where and what kind of fault, never the value: the message may be printed by whoever asked.
  const where = issue?.path.map(String).join('.').slice(0, 60) ?? ''
  return refuse('bad-request', where ? `At ${where}: ${issue?.code}.` : (issue?.code ?? ''))
}

/** The length as JSON of a payload that is not deep; bytes, which no ask carries, have theirs. */
function lengthOf(payload: unknown): number {
  return JSON.stringify(payload ?? null).length
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return false
  return levels === 0 || Object.values(value).some(inner => isDeep(inner, levels - 1))
}
