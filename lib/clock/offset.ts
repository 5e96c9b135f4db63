// What time is it at the server? Seen from a browser whose own clock may be wrong by hours: from questions of the kind
// "what is your time", and from the views that arrive, each of which proves that the server is at least that far.
//
// Method. An exchange that was sent at `sentAt` and answered at `receivedAt` with `serverNow` proves that the offset
// (server's time minus local time) lies between serverNow - receivedAt and serverNow - sentAt; the middle is wrong by at
// most half of the round trip (Cristian 1989, "Probabilistic clock synchronization"). Of the last 16 exchanges the one
// with the shortest round trip is believed, as in NTP's clock filter (RFC 5905 §10): what delays an answer almost
// always delays one way only, and a short round trip has no room for it. Two quartz clocks drift apart, so what is old
// counts as a little longer than it was, and evidence older than those 16, or contradicted by more than drift explains,
// is let go.
import type { Ms } from '../protocol/room.ts'

/** One question and its answer. The first two are of a local clock that can't be set (`performance.now()`). */
export interface Sample {
  sentAt: Ms
  receivedAt: Ms
  serverNow: Ms
}

export interface ServerClock {
  /** The newest last. */
  readonly samples: readonly Sample[]
  /** What the offset is at least: the highest that was proven before the first sample, then since each of them. */
  readonly floors: readonly Ms[]
  /** How far ahead the shown time was when the estimate fell below it, and when; null while they agree. */
  readonly ahead: { offset: Ms; since: Ms } | null
}

const KEPT = 16
/** How far two clocks drift apart in a ms, as NTP takes it to be: by so much an older exchange may be wrong. */
const DRIFT = 15e-6
/** Older evidence is thrown away when it is contradicted and the estimate is this far out: a clock was set, or stood still. */
const FORGET_MS = 30
/** The shown time runs back only when the server's provably did, by more than this. */
const STEP_MS = 1000
/** While the shown time is ahead it goes at this part of its speed, so it never runs back: 30 ms ahead take 60 ms. */
const SLOWED = 0.5

export function noSamples(): ServerClock {
  return { samples: [], floors: [-Infinity], ahead: null }
}

/** The clock after one more exchange, to be given as soon as its answer is there. One that can't be is passed over. */
export function addSample(clock: ServerClock, sample: Sample): ServerClock {
  const lowest = sample.serverNow - sample.receivedAt
  const highest = highestOf(sample)
  if (!(lowest <= highest && Number.isFinite(lowest) && Number.isFinite(highest))) return clock
  const setBack = isBelow(clock, highest, STEP_MS)
  const { samples, floors } = isBelow(clock, highest, FORGET_MS) || isAbove(clock, lowest) ? noSamples() : clock
  const learnt = { samples: [...samples, sample].slice(-KEPT), floors: [...floors, lowest].slice(-KEPT - 1) }
  return { ...learnt, ahead: setBack ? null : aheadOf(clock, learnt, sample.receivedAt) }
}

/** The clock after a view: at the local instant `localNow` the server's time was `serverNow` or later. */
export function atLeast(clock: ServerClock, localNow: Ms, serverNow: Ms): ServerClock {
  const proven = serverNow - localNow
  if (!Number.isFinite(proven)) return clock
  const { samples, floors } = isAbove(clock, proven) ? noSamples() : clock
  const newest = Math.max(floors.at(-1) ?? -Infinity, proven)
  const learnt = { samples, floors: [...floors.slice(0, -1), newest] }
  return { ...learnt, ahead: aheadOf(clock, learnt, localNow) }
}

/**
 * The server's time at the local instant `localNow`, in epoch ms, for showing; null while nothing is known. From one
 * call to the next it never runs back, whatever was learnt between them: forward it jumps, and where it is ahead it
 * goes at half speed until the estimate has caught up. The one exception is a server whose clock provably went back by
 * more than a second: then it jumps, once.
 */
export function serverTime(clock: ServerClock, localNow: Ms): Ms | null {
  const offset = shownOffset(clock, localNow)
  return offset === null ? null : localNow + offset
}

/** The local instant at which the server's clock will say `serverAt`, as well as it is known: for arming a bell. */
export function localTime(clock: ServerClock, serverAt: Ms): Ms | null {
  const offset = offsetOf(clock)
  return offset === null ? null : serverAt - offset
}

type Evidence = Pick<ServerClock, 'samples' | 'floors'>

function offsetOf({ samples, floors }: Evidence): Ms | null {
  const floor = Math.max(...floors)
  const newest = samples.at(-1)
  if (!newest) return floor === -Infinity ? null : floor
  const worth = (sample: Sample) => roundTrip(sample) + 2 * DRIFT * (newest.receivedAt - sample.receivedAt)
  const best = samples.reduce((least, sample) => (worth(sample) <= worth(least) ? sample : least))
  const middle = best.serverNow - (best.sentAt + best.receivedAt) / 2
  // No two proofs contradict each other unless a clock drifted or was set; then the later one is right.
  return Math.max(Math.min(Math.max(middle, floor), highestOf(newest)), floors.at(-1) ?? floor)
}

function roundTrip(sample: Sample): Ms {
  return sample.receivedAt - sample.sentAt
}

/** What a sample proves that the offset can't be above. */
function highestOf(sample: Sample): Ms {
  return sample.serverNow - sample.sentAt
}

/** Whether an offset of at least `lowest` shows that a clock was set: far above the estimate, and above what was proven. */
function isAbove(clock: ServerClock, lowest: Ms): boolean {
  const estimate = offsetOf(clock)
  return estimate !== null && lowest > estimate + FORGET_MS && lowest > Math.min(...clock.samples.map(highestOf))
}

/** The same of an offset of at most `highest`. */
function isBelow(clock: ServerClock, highest: Ms, by: Ms): boolean {
  const estimate = offsetOf(clock)
  return estimate !== null && highest < estimate - by && highest < Math.max(...clock.floors)
}

function shownOffset(clock: ServerClock, localNow: Ms): Ms | null {
  const offset = offsetOf(clock)
  if (offset === null || clock.ahead === null) return offset
  const passed = Math.max(0, localNow - clock.ahead.since)
  return Math.max(offset, clock.ahead.offset - SLOWED * passed)
}

function aheadOf(before: ServerClock, learnt: Evidence, localNow: Ms): ServerClock['ahead'] {
  const shown = shownOffset(before, localNow)
  const offset = offsetOf(learnt)
  return shown !== null && offset !== null && shown > offset ? { offset: shown, since: localNow } : null
}
