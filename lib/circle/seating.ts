// Which places sit together in a round? Fixed pairs first; the others by the round of a table that is new to all of them, or
// else by whatever weighs least; and of an odd number one of those whose turn it is.
import { type Crowd, joiningOf, leastMet, pairedOf } from './crowd.ts'
import { turnsOf } from './odd-seat.ts'
import { pairName } from './pair-name.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { lightestRound } from './round-robin.ts'
import { shuffled } from './shuffled.ts'
import { trioOf } from './trio.ts'

export interface Seating {
  rooms: number[][]
  alone: number | null
}

type Pair = [number, number]

/** Places in a crowd: of those who may be paired with anybody, and of the fixed pairs. */
interface Parts {
  /** In the order of the crowd, which is one of chance. */
  free: number[]
  /** The free in the order in which they came. */
  table: number[]
  fixed: Pair[]
  /** Of the free, those first whose turn it is to have the odd seat. */
  turns: number[][]
}

export type Seated = Seating | { stuck: number[][] }

export function seatedOf(ask: PairingAsk, crowd: Crowd): Seated {
  const parts = partsOf(ask, crowd)
  return atOneTable(ask, crowd, parts) ?? lightestSeating(ask, crowd, parts)
}

function partsOf(ask: PairingAsk, crowd: Crowd): Parts {
  const { people, fixed } = ask
  const places = new Map(crowd.people.map((person, place) => [person, place]))
  const placeOf = (person: string) => places.get(person) as number
  const isFixed = new Set(fixed.flat())
  const free = crowd.people.filter(person => !isFixed.has(person))
  const pairs = new Map(fixed.map(([one, other]) => [pairName(one, other), [placeOf(one), placeOf(other)] as const]))
  const inOrder = [...pairs.values()].map(([one, other]): Pair => [Math.min(one, other), Math.max(one, other)])
  return {
    free: free.map(placeOf),
    table: people.filter(person => !isFixed.has(person)).map(placeOf),
    fixed: inOrder.sort(([one], [other]) => one - other),
    turns: turnsOf(ask, free).map(turn => turn.map(placeOf)),
  }
}

/**
 * A whole round of the table at which they all sit in the order in which they came, when nobody in it meets anybody whom
 * they have met more often than any two here have: then no other pairing has fewer repeats.
 */
function atOneTable({ mode, seed }: PairingAsk, crowd: Crowd, { table, fixed, turns }: Parts): Seating | null {
  const isOdd = table.length % 2 === 1
  if (table.length < 2 || (isOdd && mode === 'trio')) return null
  const size = table.length + (isOdd ? 1 : 0)
  const theirTurn = new Set(turns[0])
  const least = leastMet(crowd, table)
  const weightOf = (one: number, other: number) => {
    const [a, b] = [table[one] as number, table[other]]
    if (b === undefined) return theirTurn.has(a) ? 0 : Number.POSITIVE_INFINITY
    const place = a * crowd.people.length + b
    return crowd.met[place] === least ? (crowd.weights[place] as number) : Number.POSITIVE_INFINITY
  }
  const rounds = Array.from({ length: size - 1 }, (_, round) => round)
  const pairs = lightestRound(size, shuffled(rounds, seed), weightOf)
  if (!pairs) return null
  const rooms = pairs.map(pair => pair.flatMap(place => table[place] ?? []))
  return {
    rooms: [...fixed, ...rooms.filter(room => room.length === 2)],
    alone: rooms.find(room => room.length === 1)?.[0] ?? null,
  }
}

function lightestSeating({ mode }: PairingAsk, crowd: Crowd, parts: Parts): Seated {
  const { free, fixed, turns } = parts
  if (free.length % 2 === 0) {
    const paired = pairedOf(crowd, free)
    return paired.ok ? { rooms: [...fixed, ...paired.pairs], alone: null } : paired
  }
  if (mode === 'trio') return withTrio(crowd, parts)
  for (const turn of turns) {
    const isTheirs = new Set(turn)
    const paired = pairedOf(crowd, free, [place => (isTheirs.has(place) ? 0 : Number.POSITIVE_INFINITY)])
    if (paired.ok) return { rooms: [...fixed, ...paired.pairs], alone: paired.over[0] ?? null }
  }
  return nobodyOver(crowd, free)
}

/** Why nobody can be left over so that the others can be paired. */
function nobodyOver(crowd: Crowd, free: readonly number[]): { stuck: number[][] } {
  const paired = pairedOf(crowd, free, [() => 0])
  return { stuck: paired.ok ? [] : paired.stuck }
}

function withTrio(crowd: Crowd, { free, fixed, turns }: Parts): Seated {
  const found = trioOf(crowd, free, turns)
  if (found) return { rooms: [...fixed, ...found.pairs, found.trio], alone: null }
  for (const turn of turns) {
    const isTheirs = new Set(turn)
    const hostOf = (third: number) =>
      fixed.reduce((best, pair) => (joiningOf(crowd, third, pair) < joiningOf(crowd, third, best) ? pair : best))
    const joining = (place: number) =>
      isTheirs.has(place) && fixed.length > 0 ? joiningOf(crowd, place, hostOf(place)) : Number.POSITIVE_INFINITY
    const paired = pairedOf(crowd, free, [joining])
    if (!paired.ok) continue
    const third = paired.over[0] as number
    const host = hostOf(third)
    return { rooms: [...fixed.filter(pair => pair !== host), ...paired.pairs, [...host, third]], alone: null }
  }
  return nobodyOver(crowd, free)
}
