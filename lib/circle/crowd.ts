// Who may sit with whom, and how much is against it? A crowd is people who are to be paired, in an order that the ask's seed
// decides, with a weight for every two of them.
import { lightestMatching } from './matching.ts'
import { pairOf } from './pair-name.ts'
import type { PairingAsk } from './pairing-ask.ts'

export interface Crowd {
  people: readonly string[]
  /** By `one * people.length + other`: how often two have met. */
  met: Float64Array
  /** As a matching takes them; Infinity for two who are kept apart, and for oneself. */
  weights: Float64Array
}

/** Two who met longer ago than this many rounds are as good as any who did. */
const AGES = 32

/**
 * The weights order pairings by how often their pairs have met in all; then by how seldom each of them has; then by how long
 * ago. A pair that never met weighs nothing, whatever else.
 */
export function crowdOf(people: readonly string[], ask: Pick<PairingAsk, 'met' | 'last' | 'apart'>): Crowd {
  const size = people.length
  const places = new Map(people.map((person, place) => [person, place]))
  const met = new Float64Array(size * size)
  const weights = new Float64Array(size * size)
  const known: { one: number; other: number; times: number; round: number }[] = []
  let newest = 0
  let mostMet = 0
  for (const name of Object.keys(ask.met)) {
    const [first, second] = pairOf(name)
    const one = places.get(first)
    const other = one === undefined ? undefined : places.get(second)
    const times = ask.met[name] ?? 0
    if (one === undefined || other === undefined || times === 0) continue
    const round = ask.last?.[name] ?? 0
    known.push({ one, other, times, round })
    newest = Math.max(newest, round)
    mostMet = Math.max(mostMet, times)
  }
  // No sum of ages reaches one meeting too many of one pair, and no sum of those reaches one meeting in all.
  const pairsMost = size + 3
  const perExcess = pairsMost * AGES
  const perMeeting = pairsMost * (perExcess * mostMet + AGES)
  for (const { one, other, times, round } of known) {
    const recent = Math.max(0, AGES - 1 - (newest - round))
    for (const place of [one * size + other, other * size + one]) {
      met[place] = times
      weights[place] = times * perMeeting + (times - 1) * perExcess + recent
    }
  }
  for (let own = 0; own < size; own++) weights[own * size + own] = Number.POSITIVE_INFINITY
  for (const [one, other] of ask.apart) {
    const [a, b] = [places.get(one), places.get(other)]
    if (a === undefined || b === undefined) continue
    weights[a * size + b] = Number.POSITIVE_INFINITY
    weights[b * size + a] = Number.POSITIVE_INFINITY
  }
  return { people, met, weights }
}

export const weightOf = ({ people, weights }: Crowd, one: number, other: number): number =>
  weights[one * people.length + other] as number

/** How often those two of `places` have met who have met least often. */
export function leastMet({ people, met }: Crowd, places: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of places) {
    for (const other of places) {
      if (one !== other) least = Math.min(least, met[one * people.length + other] as number)
    }
    if (least === 0) break
  }
  return least
}

/** What it weighs that `third` joins two. */
export const joiningOf = (crowd: Crowd, third: number, [one, other]: readonly [number, number]): number =>
  weightOf(crowd, one, third) + weightOf(crowd, other, third)

export type Paired =
  | { ok: true; pairs: [number, number][]; over: number[]; weight: number }
  /** Places in the crowd, by groups of whom each has one too many. */
  | { ok: false; stuck: number[][] }

/**
 * The lightest way to pair `places` of a crowd, when as many of them are left over as there are `seats`, each of which says
 * what it weighs that a person takes it.
 */
export function pairedOf(
  crowd: Crowd,
  places: readonly number[],
  seats: readonly ((place: number) => number)[] = [],
): Paired {
  const count = places.length
  const size = count + seats.length
  const weights = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY)
  for (let n = 0; n < count; n++) {
    const place = places[n] as number
    const row = place * crowd.people.length
    for (let m = 0; m < count; m++) weights[n * size + m] = crowd.weights[row + (places[m] as number)] as number
    for (let m = count; m < size; m++) {
      const weight = (seats[m - count] as (place: number) => number)(place)
      weights[n * size + m] = weight
      weights[m * size + n] = weight
    }
  }
  const found = lightestMatching(size, weights)
  const placeOf = (vertex: number) => places[vertex] as number
  if (!found.ok) {
    const people = found.stuck.map(group => group.filter(vertex => vertex < count).map(placeOf))
    return { ok: false, stuck: people.filter(group => group.length > 0) }
  }
  const mates = Array.from(found.mate.subarray(0, count))
  return {
    ok: true,
    pairs: mates.flatMap((mate, own): [number, number][] =>
      own < mate && mate < count ? [[placeOf(own), placeOf(mate)]] : [],
    ),
    over: mates.flatMap((mate, own) => (mate >= count ? [placeOf(own)] : [])),
    weight: found.weight,
  }
}
