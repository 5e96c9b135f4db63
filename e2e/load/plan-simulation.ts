// Does chance spread people as evenly as the arithmetic of plan.ts takes for granted, and how long do strangers wait where their
// queue is divided? Played through with people who come at random, from a seed.
import { FORMAT_IDS, formatFor, totalMs } from '../../lib/formats/formats.ts'
import type { Chance } from '../../lib/protocol/testing/chance.ts'
import { fnv1a } from '../../lib/wire/fnv.ts'
import { percentile } from './arithmetic.ts'
import { ASSUMED, sittingSeconds } from './plan.ts'

/** The wait until the next who comes, in seconds, where `perSecond` come. */
const nextIn = (chance: Chance, perSecond: number) => -Math.log(1 - chance.below(1)) / perSecond

/** With its low bits made even, by which shards are picked. */
export function hashOf(text: string): number {
  const hash = fnv1a(text)
  return (hash ^ (hash >>> 15)) >>> 0
}

export interface Spread {
  /** Rooms at a time on the fullest shard against the mean, when that was greatest. */
  fullest: number
  /** Sittings begun in the busiest second of a shard, against the mean. */
  busiest: number
}

function lengthOf(chance: Chance): number {
  let left = chance.below(1)
  for (const id of FORMAT_IDS) {
    left -= ASSUMED.formats[id]
    if (left < 0) return totalMs(formatFor(id).phases) / 1_000
  }
  return 0
}

/**
 * Rooms are opened at random for `hours`, as many that `pairs` sit at a time, and each lies on the shard that the hash of its
 * id names. Looked at each minute, from when the longest sitting of the first has ended.
 */
export function spreadOf(pairs: number, shards: number, hours: number, chance: Chance): Spread {
  const perSecond = pairs / sittingSeconds()
  const seconds = Math.round(hours * 3_600)
  const ends: number[][] = Array.from({ length: seconds + 3 * 3_600 }, () => [])
  const rooms = new Int32Array(shards)
  const longest = Math.max(...FORMAT_IDS.map(id => totalMs(formatFor(id).phases) / 1_000))
  let at = nextIn(chance, perSecond)
  let opened = 0
  let fullest = 0
  let busiest = 0
  for (let second = 0; second < seconds; second++) {
    for (const shard of ends[second] ?? []) rooms[shard] = (rooms[shard] ?? 0) - 1
    ends[second] = []
    const begun = new Int32Array(shards)
    for (; at < second + 1; at += nextIn(chance, perSecond)) {
      const shard = hashOf(`room ${opened++} of ${Math.floor(chance.below(2 ** 32))}`) % shards
      rooms[shard] = (rooms[shard] ?? 0) + 1
      begun[shard] = (begun[shard] ?? 0) + 1
      ends[second + Math.max(1, Math.round(lengthOf(chance)))]?.push(shard)
    }
    if (second < longest) continue
    busiest = Math.max(busiest, Math.max(...begun) / (perSecond / shards))
    if (second % 60 === 0) {
      const all = rooms.reduce((sum, one) => sum + one, 0)
      fullest = Math.max(fullest, Math.max(...rooms) / (all / shards))
    }
  }
  return { fullest, busiest }
}

export interface Waits {
  /** Seconds that those waited who came first of two and were brought together; whoever comes second does not wait. */
  p50: number
  p90: number
  /** The part of those who came that went again alone. */
  left: number
}

/** Of strangers who may not meet: they have met within the day, or one wants it so. */
const KEPT_APART = 0.05
/** How long somebody waits on average before they go. */
const PATIENCE_S = 180

/** `perMinute` people come to one queue; each meets the first who waits and fits. */
export function waitsOf(perMinute: number, people: number, chance: Chance): Waits {
  const perSecond = perMinute / 60
  const waits: number[] = []
  let queue: { came: number; until: number }[] = []
  let left = 0
  let at = 0
  for (let n = 0; n < people; n++) {
    at += nextIn(chance, perSecond)
    const before = queue.length
    queue = queue.filter(({ until }) => until > at)
    left += before - queue.length
    const place = queue.findIndex(() => !chance.often(KEPT_APART))
    const [met] = place < 0 ? [] : queue.splice(place, 1)
    if (met) waits.push(at - met.came)
    else queue.push({ came: at, until: at + nextIn(chance, 1 / PATIENCE_S) })
  }
  return { p50: percentile(waits, 0.5), p90: percentile(waits, 0.9), left: left / people }
}
