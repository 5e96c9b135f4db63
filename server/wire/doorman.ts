// May this ask come in at all? Size, rate and form, in that order, before anything reads what it says.
import type { z } from 'zod'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Refusal } from '../../lib/wire/events.ts'
import { type Asked, asks, SIGNAL_MOST } from '../../lib/wire/schemas.ts'
import { refuse } from '../refusals.ts'
import { type Bucket, FULL, type Rate, take } from './token-bucket.ts'

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
  convene: CALM,
  // Once, and again when an answer was lost: of what one address may ask for, one connection spends no more than comes back to it.
  join: { burst: 10, everyMs: 10_000 },
  unjoin: CALM,
  give: CALM,
  offer: CALM,
  watch: CALM,
  facilitate: CALM,
  direct: CALM,
}

/** Every rate there is; each connection has a bucket for each, in this order. */
const ALL_RATES: readonly Rate[] = [...new Set([PATIENCE, ...Object.values(RATES)])]
const placeOf = new Map(ALL_RATES.map((rate, place) => [rate, place]))

/** How hasty one connection has been: its buckets, in the order of the rates. */
export type Haste = Bucket[]

export const noHaste = (): Haste => ALL_RATES.map(() => FULL)

export type Admitted = { [Name in AskName]: { name: Name; asked: Asked[Name] } }[AskName]

/** The parsed payload of a known ask, or why it may not come in. `end`: the connection has used up all patience. */
export function admit(
  haste: Haste,
  name: string,
  payload: unknown,
  now: Ms,
): Admitted | { refusal: Refusal; end: boolean } {
  if (!isAskName(name)) return { refusal: refuse('bad-request', 'No such ask.'), end: !spend(haste, PATIENCE, now) }
  if (!mayPass(haste, name, now)) return { refusal: refuse('too-fast'), end: !spend(haste, PATIENCE, now) }
  // Before the form, which is read by recursion: what is nested deep enough would exhaust the stack.
  if (isDeep(payload, DEPTH_MOST) || lengthOf(payload) > ASK_MOST) return { refusal: refuse('too-big'), end: false }
  const parsed: z.ZodSafeParseResult<unknown> = asks[name].safeParse(payload)
  if (!parsed.success) return { refusal: malformed(parsed.error.issues), end: false }
  if (name === 'signal' && lengthOf(payload) > SIGNAL_MOST) return { refusal: refuse('too-big'), end: false }
  // The schema under this very name has just said so; the compiler can't follow that through the table.
  return { name, asked: parsed.data } as Admitted
}

/** Only the rate: whether one more of `name` may come now. Counts it when true. */
export const mayPass = (haste: Haste, name: AskName, now: Ms): boolean => spend(haste, RATES[name], now)

function spend(haste: Haste, rate: Rate, now: Ms): boolean {
  const place = placeOf.get(rate) ?? 0
  const taken = take(haste[place] ?? FULL, rate, now)
  if (taken === null) return false
  haste[place] = taken
  return true
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
