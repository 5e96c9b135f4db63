// With whom does the one sit who would be left over? As the third of two, so that the round has as few repeats as it can have
// with one room of three. Whoever is in a fixed pair stays alone with the other unless nothing else is possible.
import { type Crowd, joiningOf, type Paired, pairedOf, weightOf } from './crowd.ts'

type Pair = [number, number]

/** Rooms by places in a crowd; the third of the trio is its last. */
export interface WithTrio {
  pairs: Pair[]
  trio: [...Pair, number]
  weight: number
}

/** Up to so many people every trio is thought of. */
const ALL_TRIOS_MOST = 21
/** Beyond that, as many thirds are tried as are worth their time; and as many trios, should none have been possible. */
const THIRDS_MOST = 12
const TRIOS_MOST = 200

/** Of `everyone` by their places; `turns`: who may be the third, those first whose turn it is. Null when no trio is possible. */
export function trioOf(
  crowd: Crowd,
  everyone: readonly number[],
  turns: readonly (readonly number[])[],
): WithTrio | null {
  for (const turn of turns) {
    const isTheirs = new Set(turn)
    const rest = pairedOf(crowd, everyone, [place => (isTheirs.has(place) ? 0 : Number.POSITIVE_INFINITY)])
    const found = rest.ok && bestOf(crowd, everyone, turn, rest)
    if (found) return found
  }
  return null
}

function bestOf(
  crowd: Crowd,
  everyone: readonly number[],
  turn: readonly number[],
  rest: Extract<Paired, { ok: true }>,
): WithTrio | null {
  let best = joined(crowd, rest)
  // Without the third's own meetings nothing weighs less than this.
  if (best?.weight === rest.weight) return best
  const isSmall = everyone.length <= ALL_TRIOS_MOST
  for (const third of isSmall ? [] : turn.slice(0, THIRDS_MOST)) {
    const paired = pairedOf(crowd, without(everyone, [third]))
    if (paired.ok) best = lighter(best, joined(crowd, { ...paired, over: [third] }))
  }
  return isSmall || best === null ? amongAll(crowd, everyone, turn, best) : best
}

const lighter = (one: WithTrio | null, other: WithTrio | null): WithTrio | null =>
  one && (!other || one.weight <= other.weight) ? one : other

const without = (everyone: readonly number[], some: readonly number[]): number[] =>
  everyone.filter(place => !some.includes(place))

/** Whoever is left over joins the pair to which it adds least; of equals, those two who know the fewest people. */
function joined(crowd: Crowd, { pairs, over, weight }: Extract<Paired, { ok: true }>): WithTrio | null {
  const third = over[0] as number
  const weighed = pairs.map(pair => ({ pair, adds: joiningOf(crowd, third, pair) }))
  const least = weighed.reduce((found, { adds }) => Math.min(found, adds), Number.POSITIVE_INFINITY)
  if (least === Number.POSITIVE_INFINITY) return null
  const hosts = weighed.filter(({ adds }) => adds === least).map(({ pair }) => pair)
  const host = hosts
    .map(pair => ({ pair, knows: knownBy(crowd, pair[0]) + knownBy(crowd, pair[1]) }))
    .reduce((fewest, one) => (one.knows < fewest.knows ? one : fewest)).pair
  return { pairs: pairs.filter(pair => pair !== host), trio: [...host, third], weight: weight + least }
}

/** How many of those who are here somebody has met. */
function knownBy({ people, met }: Crowd, place: number): number {
  return met
    .subarray(place * people.length, (place + 1) * people.length)
    .reduce((sum, times) => sum + Math.min(1, times))
}

/** Every trio with a third whose turn it is, the lightest first, until none can be lighter than the best one found. */
function amongAll(
  crowd: Crowd,
  everyone: readonly number[],
  turn: readonly number[],
  known: WithTrio | null,
): WithTrio | null {
  const free = () => 0
  const three = pairedOf(crowd, everyone, [free, free, free])
  if (!three.ok) return known
  let best = known
  for (const { trio, weight } of triosOf(crowd, everyone, turn)) {
    if (best && weight + three.weight >= best.weight) break
    const rest = pairedOf(crowd, without(everyone, trio))
    if (rest.ok) best = lighter(best, { pairs: rest.pairs, trio, weight: weight + rest.weight })
  }
  return best
}

function triosOf(crowd: Crowd, everyone: readonly number[], turn: readonly number[]) {
  const trios: { trio: [...Pair, number]; weight: number; knows: number }[] = []
  const known = crowd.people.map((_, place) => knownBy(crowd, place))
  const most = everyone.length <= ALL_TRIOS_MOST ? Number.POSITIVE_INFINITY : TRIOS_MOST
  const seen = new Set<number>()
  for (const third of turn) {
    const others = everyone.filter(place => place !== third && !seen.has(place))
    seen.add(third)
    for (const [n, one] of others.entries()) {
      for (const other of others.slice(n + 1)) {
        const weight = weightOf(crowd, one, other) + joiningOf(crowd, third, [one, other])
        if (weight === Number.POSITIVE_INFINITY) continue
        trios.push({ trio: [one, other, third], weight, knows: (known[one] as number) + (known[other] as number) })
        if (trios.length === most) return trios
      }
    }
  }
  return trios.sort((one, other) => one.weight - other.weight || one.knows - other.knows)
}
