// How much of everything do so many pairs need? Arithmetic from what was measured on a machine of two cores, for
// server/deploy/SCALING.md, which a test compares with it.
import { FORMAT_IDS, type FormatId, formatFor, totalMs } from '../../lib/formats/formats.ts'

/** What was measured, when and by which part of the bench the page says. A pair says a sentence a second. */
export const MEASURED = {
  /** Time of a core for a pair and second at one process, sentence and heartbeats, in µs. */
  pairUs: 135,
  /** Memory of one more pair where a thousand sit, its room in mind, and of a process that serves nobody. */
  pairKib: 25.2,
  processMib: 85,
  /** Of a Redis: commands and time of its core for a sitting, time for a sentence that goes through it, memory of a room. */
  sittingCommands: 31,
  sittingUs: 1_140,
  sentenceUs: 90,
  roomBytes: 2_100,
  /** Time of a core until somebody who dialled again sits in their seat, in µs. */
  returnUs: 2_000,
} as const

/** What is assumed, as nobody has seen so many people yet. */
export const ASSUMED = {
  /** Which sittings pairs choose. */
  formats: { taste: 0.3, listening: 0.4, repair: 0.15, dyad: 0.15 } satisfies Record<FormatId, number>,
  /** The part of a core of a process, and of a Redis, that leaves room for a bad moment. */
  coreUsed: 0.45,
  redisUsed: 0.6,
  /** The part of the pairs who hear each other through the relay, and what a voice is each way, in kbit/s. */
  relayed: 0.2,
  voiceKbit: 40,
} as const

const HEARTBEAT_S = 5
const KIB = 1024

/** How long a sitting is on average, in seconds. */
export function sittingSeconds(): number {
  return FORMAT_IDS.reduce((sum, id) => sum + (ASSUMED.formats[id] * totalMs(formatFor(id).phases)) / 1_000, 0)
}

export interface Need {
  pairs: number
  processes: number
  /** Of each process. */
  sockets: number
  mib: number
  /** In all and each second: heartbeats there and back, sittings begun, commands of the store. */
  heartbeats: number
  sittings: number
  commands: number
  /** Redises for what is kept; and for the sentences too, where no pair is at one process. */
  redises: number
  redisesApart: number
  redisMib: number
  relayGbit: number
  /** Seconds until all are back whose process was killed, if the others take them up with the half of a core that they have left. */
  returnS: number
}

const up = (value: number) => Math.max(1, Math.ceil(value))

export function needOf(pairs: number): Need {
  const { coreUsed, redisUsed, relayed, voiceKbit } = ASSUMED
  const processes = up((pairs * MEASURED.pairUs) / 1e6 / coreUsed)
  const each = pairs / processes
  const sittings = pairs / sittingSeconds()
  const kept = (sittings * MEASURED.sittingUs) / 1e6
  const others = Math.max(1, processes - 1)
  return {
    pairs,
    processes,
    sittings,
    sockets: 2 * each,
    mib: MEASURED.processMib + (each * MEASURED.pairKib) / KIB,
    heartbeats: (2 * 2 * pairs) / HEARTBEAT_S,
    commands: sittings * MEASURED.sittingCommands,
    redises: up(kept / redisUsed),
    redisesApart: up((kept + (pairs * MEASURED.sentenceUs) / 1e6) / redisUsed),
    redisMib: (pairs * MEASURED.roomBytes) / KIB / KIB,
    // A voice each way, into the relay and out again.
    relayGbit: (pairs * relayed * 2 * 2 * voiceKbit) / 1e6,
    returnS: (2 * each * MEASURED.returnUs) / 1e6 / 0.5 / others,
  }
}

/** Pairs that one Redis bears, whether the sentences go through it or not. */
export function pairsOfOneRedis(isApart: boolean): number {
  const each = MEASURED.sittingUs / sittingSeconds() + (isApart ? MEASURED.sentenceUs : 0)
  return (ASSUMED.redisUsed * 1e6) / each
}
