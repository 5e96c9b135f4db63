// What would the rules of pairing allow, and what is the best of it? By trying every way to seat a few people; only tests import
// this. It shares nothing with what it judges but the names of pairs.
import { pairName, pairsIn } from '../pair-name.ts'
import type { PairingAsk } from '../pairing-ask.ts'

/** One way to seat everybody: of a room of three any may be the third, so that nobody is named. */
export interface Way {
  rooms: string[][]
  alone: string | null
}

/** What is against a way, the most important first. The same order as in CIRCLE.md. */
export type Against = [thirdAtFixed: number, oddTurn: number, repeats: number, oftener: number]

/** Every way in which each sits once: in rooms of two, but for one room of three or one person alone when they are odd. */
export function everyWay(people: readonly string[], mode: PairingAsk['mode']): Way[] {
  const [first, ...others] = people
  if (first === undefined) return [{ rooms: [], alone: null }]
  const isOdd = people.length % 2 === 1
  const inPairs = others.flatMap(other =>
    everyWay(
      others.filter(person => person !== other),
      mode,
    ).map(way => ({ ...way, rooms: [[first, other], ...way.rooms] })),
  )
  if (!isOdd) return inPairs
  if (mode !== 'trio') return [...inPairs, ...everyWay(others, mode).map(way => ({ ...way, alone: first }))]
  const inTrio = pairsIn(others).flatMap(two =>
    everyWay(
      others.filter(person => !two.includes(person)),
      mode,
    ).map(way => ({ ...way, rooms: [[first, ...two], ...way.rooms] })),
  )
  return [...inPairs, ...inTrio]
}

/** What is against a way; null when it is forbidden. */
export function against(way: Way, ask: PairingAsk): Against | null {
  const together = new Set(way.rooms.flatMap(pairsIn).map(pair => pairName(...pair)))
  if (ask.fixed.some(pair => !together.has(pairName(...pair)))) return null
  if (ask.apart.some(pair => together.has(pairName(...pair)))) return null
  const isFixed = new Set(ask.fixed.flat())
  const free = ask.people.filter(person => !isFixed.has(person))
  const known = free.flatMap(person => ask.odd[person] ?? [])
  const newcomers = known.length > 0 ? Math.min(...known) : 0
  const turn = (person: string) => (ask.odd[person] ?? newcomers) + (person === ask.oddBefore ? 0.5 : 0)
  const trio = way.rooms.find(room => room.length === 3) ?? []
  const odd = (way.alone === null ? trio : [way.alone]).filter(person => !isFixed.has(person))
  if (ask.people.length % 2 === 1 && odd.length === 0) return null
  const wished = new Set(ask.fixed.map(pair => pairName(...pair)))
  const times = [...together].filter(name => !wished.has(name)).map(name => ask.met[name] ?? 0)
  return [
    trio.some(person => isFixed.has(person)) ? 1 : 0,
    odd.length > 0 ? Math.min(...odd.map(turn)) : 0,
    times.reduce((sum, one) => sum + one, 0),
    times.reduce((sum, one) => sum + Math.max(0, one - 1), 0),
  ]
}

export function least(all: readonly Against[]): Against | null {
  const before = (one: Against, other: Against) => {
    const n = one.findIndex((value, i) => value !== other[i])
    return n === -1 ? 0 : (one[n] as number) - (other[n] as number)
  }
  return [...all].sort(before)[0] ?? null
}
