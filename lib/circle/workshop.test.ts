// What do people find over a whole workshop, from two of them to five hundred, while others come and go? Every round is judged by
// itself, and every workshop by what it promised. Seeded, and each way that a round can go is counted.
import { describe, expect, test } from 'vitest'
import { type Chance, chanceFrom } from '../protocol/testing/chance.ts'
import { pairName, pairsIn } from './pair-name.ts'
import { pairUp } from './pairing.ts'
import type { PairingAsk } from './pairing-ask.ts'
import { nothingYet, withRound } from './remembered.ts'
import { tableRound } from './round-robin.ts'
import { named, type Round, type Workshop, workshop } from './testing/random-workshop.ts'

const MODES = ['trio', 'facilitator', 'rest'] as const

/** Cheaper than an assertion, for what is looked at a million times. */
function must(holds: boolean, detail: string): void {
  if (!holds) throw new Error(detail)
}

const namesOf = (rooms: readonly string[][]) => rooms.flatMap(pairsIn).map(pair => pairName(...pair))

/** Everybody in one room of two; of an odd number one third, or one alone; what was wished is kept. */
function judgeSeats({ ask, paired }: Round, at: string): void {
  const isOdd = ask.people.length % 2 === 1
  const threes = paired.rooms.filter(room => room.length === 3)
  const seated = [...paired.rooms.flat(), ...(paired.alone === null ? [] : [paired.alone])]
  must(seated.length === ask.people.length && new Set(seated).size === seated.length, `${at}: not everybody once`)
  must(
    ask.people.every(person => seated.includes(person)),
    `${at}: somebody else`,
  )
  must(
    paired.rooms.every(room => room.length === 2 || room.length === 3),
    `${at}: a room of neither two nor three`,
  )
  must(threes.length === (isOdd && ask.mode === 'trio' ? 1 : 0), `${at}: ${threes.length} of three`)
  must((paired.alone !== null) === (isOdd && ask.mode !== 'trio'), `${at}: alone ${paired.alone}`)
  must(paired.odd === (paired.alone ?? threes[0]?.[2] ?? null), `${at}: another odd seat`)
  const together = new Set(namesOf(paired.rooms))
  must(
    ask.fixed.every(pair => together.has(pairName(...pair))),
    `${at}: a fixed pair was parted`,
  )
  must(!ask.apart.some(pair => together.has(pairName(...pair))), `${at}: apart were together`)
}

/** How many of those who are here, at most, somebody free may not meet without a repeat. */
function mostClosed({ ask }: Round): { free: number; closed: number } {
  const isFixed = new Set(ask.fixed.flat())
  const free = new Set(ask.people.filter(person => !isFixed.has(person)))
  const closed = new Map([...free].map(person => [person, new Set<string>()]))
  const close = (one: string, other: string) => {
    if (!free.has(one) || !free.has(other)) return
    closed.get(one)?.add(other)
    closed.get(other)?.add(one)
  }
  for (const name of Object.keys(ask.met)) close(...(name.split(' ') as [string, string]))
  for (const pair of ask.apart) close(...pair)
  return { free: free.size, closed: Math.max(0, ...[...closed.values()].map(others => others.size)) }
}

describe('people who come and go', () => {
  const tally: Record<string, number> = {}
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1
  }

  function anyWorkshop(chance: Chance, size: number): Workshop {
    const people = named(size)
    const most = Math.floor(size / 8)
    const fixed = Array.from(
      { length: chance.whole(0, most) },
      (_, n) => [people[2 * n], people[2 * n + 1]] as [string, string],
    )
    const wished = new Set(fixed.map(pair => pairName(...pair)))
    const apart = Array.from(
      { length: Math.floor(size * chance.pick([0, 0.1, 0.25, 1.5])) },
      () => [chance.pick(people), chance.pick(people)] as [string, string],
    )
    const may = apart.filter(([one, other]) => one !== other && !wished.has(pairName(one, other)))
    return {
      mode: chance.pick(MODES),
      size,
      rounds: chance.whole(3, 30),
      restless: chance.pick([0, 2, 5, 10]),
      fixed,
      apart: may,
    }
  }

  function live(seed: number, size: number, rounds?: number): void {
    const chance = chanceFrom(seed)
    const how = anyWorkshop(chance, size)
    const refused = () => count('refused')
    for (const round of workshop(chance, rounds ? { ...how, rounds } : how, refused)) {
      const at = `seed ${seed}, ${round.ask.people.length} people, ${how.mode}, round ${round.n}`
      judgeSeats(round, at)
      const { free, closed } = mostClosed(round)
      // Dirac's bound: while everybody may still meet half of the others, nobody meets anybody twice.
      if (closed <= Math.floor(free / 2) - 1) {
        must(round.paired.repeats === 0, `${at}: a repeat although none of ${free} is closed to more than ${closed}`)
        count(`none of ${how.mode} repeats`)
      } else {
        count(round.paired.repeats > 0 ? `some of ${how.mode} repeats` : 'none repeats beyond the bound')
      }
      if (round.paired.odd) count(`odd ${how.mode}`)
      if (how.fixed?.length) count('fixed')
      if (how.apart?.length) count('apart')
    }
  }

  test('[PA1] [PA4] [PA8] [PA9] sit by the rules in every round, and meet nobody twice while each may still meet half of the others', () => {
    for (let seed = 0; seed < 80; seed++) live(seed, chanceFrom(seed + 7_000).whole(2, seed % 5 === 0 ? 60 : 16))
    for (const [n, size] of [150, 499, 500].entries()) live(9_000 + n, size, 4)
    const all = ['refused', 'fixed', 'apart', 'none repeats beyond the bound']
    for (const mode of MODES) all.push(`none of ${mode} repeats`, `some of ${mode} repeats`, `odd ${mode}`)
    for (const what of all) expect(tally[what] ?? 0, what).toBeGreaterThan(5)
  })

  test('[PA4] without wishes that is at least the first half as many rounds as people, and a quarter with rooms of three', () => {
    let rounds = 0
    for (let seed = 0; seed < 150; seed++) {
      const chance = chanceFrom(seed)
      const mode = chance.pick(MODES)
      const size = chance.whole(2, 40)
      // Everybody was here for at most so many rounds, in each of which they met one person, or two.
      let fewest = size
      for (const { n, ask, paired } of workshop(chance, { mode, size, rounds: 25, restless: 5 })) {
        fewest = Math.min(fewest, ask.people.length)
        const half = Math.floor(fewest / 2)
        if (n > (mode === 'trio' ? Math.floor((half - 1) / 2) + 1 : half)) break
        must(paired.repeats === 0, `seed ${seed}, round ${n} of ${mode}`)
        rounds++
      }
    }
    expect(rounds).toBeGreaterThan(600)
  })

  test('[PA6] [PA7] the odd seat goes round, and nobody who comes, comes back or was in a fixed pair has to catch up', () => {
    const seen: Record<string, number> = {}
    for (let seed = 0; seed < 100; seed++) {
      const chance = chanceFrom(seed)
      const size = chance.whole(3, 11)
      const how = { mode: chance.pick(MODES), size, rounds: 24, restless: chance.pick([0, 1, 3, 8]) }
      // Since when each has been here without a break, and how often each had the odd seat since then.
      const since = new Map<string, number>()
      const had: string[][] = []
      let before: string | null = null
      for (const { n, ask, paired } of workshop(chance, how)) {
        for (const person of since.keys()) if (!ask.people.includes(person)) since.delete(person)
        for (const person of ask.people) if (!since.has(person)) since.set(person, n)
        had[n] = paired.odd ? [paired.odd] : []
        const timesFrom = (person: string, from: number) =>
          had
            .slice(from)
            .flat()
            .filter(one => one === person).length
        if (!paired.odd) continue
        const own = paired.odd
        for (const other of ask.people) {
          const from = Math.max(since.get(own) ?? n, since.get(other) ?? n)
          const more = timesFrom(own, from) - timesFrom(other, from)
          const both = from === 1 ? 'from the start' : 'later'
          must(more <= (from === 1 ? 1 : 2), `seed ${seed}, round ${n}: ${own} had it ${more} times more than ${other}`)
          seen[`${both} ${more}`] = (seen[`${both} ${more}`] ?? 0) + 1
        }
        if (own === before) {
          seen.twice = (seen.twice ?? 0) + 1
          const level = (person: string) =>
            ask.odd[person] ?? Math.min(...ask.people.flatMap(one => ask.odd[one] ?? []))
          must(
            ask.people.every(person => person === own || level(person) > level(own)),
            `seed ${seed}, round ${n}: twice on end`,
          )
        }
        before = own
      }
    }
    expect(seen['from the start 1']).toBeGreaterThan(500)
    expect(seen['later 1']).toBeGreaterThan(500)
    // It may be twice on end for somebody who comes when everybody else has just had it; that is seldom.
    expect(seen.twice ?? 0).toBeLessThan(30)
  })

  test('[PA7] somebody who comes late, or comes back, or was in a fixed pair, has the odd seat as others have from then on', () => {
    let first = 0
    for (let seed = 0; seed < 200; seed++) {
      const chance = chanceFrom(seed)
      let remembered = nothingYet()
      const had = new Map<string, number>()
      for (let n = 1; n <= 14; n++) {
        // Three have it between them for a while; then two who sat fixed, one who was there once and one who is new join them.
        const others =
          n < 8 ? ['fixed', 'with', ...(n === 1 ? ['back', 'gone'] : [])] : ['fixed', 'with', 'back', 'new']
        const people = [...named(3), ...others]
        const fixed = n < 8 ? [['fixed', 'with'] as const] : []
        const ask: PairingAsk = { people, ...remembered, mode: 'rest', fixed, apart: [], seed: chance.whole(0, 1e9) }
        const found = pairUp(ask)
        if (!found.ok || found.odd === null) throw new Error('nobody has the odd seat')
        if (n >= 8) had.set(found.odd, (had.get(found.odd) ?? 0) + 1)
        if (n === 8 && others.includes(found.odd)) first++
        remembered = withRound(remembered, ask, found)
      }
      // Seven rounds of seven people.
      must(had.size >= 6 && Math.max(...had.values()) <= 2, `seed ${seed}: ${JSON.stringify([...had])}`)
    }
    expect(first).toBeGreaterThan(50)
    expect(first).toBeLessThan(195)
  })
})

describe('[PA3] a group that stays', () => {
  const roundsOf = (size: number, mode: PairingAsk['mode'], rounds: number, seed = 1) => [
    ...workshop(chanceFrom(seed), { mode, size, rounds, restless: 0 }),
  ]
  const EVEN = [...Array.from({ length: 30 }, (_, n) => 2 * n + 2), 70]

  test.each(EVEN)('of an even number %i has as many rounds as others in which nobody meets anybody twice', size => {
    const rounds = roundsOf(size, size % 4 ? 'trio' : 'rest', size - 1, size)
    expect(rounds.map(({ paired }) => paired.repeats)).toEqual(Array(size - 1).fill(0))
    const all = rounds.flatMap(({ paired }) => namesOf(paired.rooms))
    expect([all.length, new Set(all).size]).toEqual([(size * (size - 1)) / 2, (size * (size - 1)) / 2])
  })

  test.each(EVEN.map(size => size + 1))(
    'of an odd number %i has as many rounds, and in each another one rests',
    size => {
      const rounds = roundsOf(size, size % 4 === 1 ? 'facilitator' : 'rest', size, size)
      expect(rounds.map(({ paired }) => paired.repeats)).toEqual(Array(size).fill(0))
      expect(new Set(rounds.map(({ paired }) => paired.alone)).size).toBe(size)
    },
  )

  test('[PA8] [PA9] of whom some are in fixed pairs, so have the others; each pair that is kept apart costs at most one round', () => {
    for (let seed = 0; seed < 40; seed++) {
      const chance = chanceFrom(seed)
      const size = 2 * chance.whole(4, 20)
      const fixed = [['p0', 'p1'] as const, ['p2', 'p3'] as const]
      const free = named(size - 4, 4)
      const apart = Array.from(
        { length: chance.whole(0, 3) },
        (_, n) => [free[n], chance.pick(free.slice(3))] as [string, string],
      )
      const how = { mode: 'trio' as const, size, rounds: size - 5 - apart.length, restless: 0, fixed, apart }
      expect([...workshop(chance, how)].map(({ paired }) => paired.repeats)).toEqual(Array(how.rounds).fill(0))
    }
  })

  test('[PA12] begins anew when everybody has met everybody, and nobody meets again before all the others', () => {
    for (const [size, mode] of [
      [4, 'trio'],
      [6, 'rest'],
      [7, 'rest'],
      [12, 'trio'],
    ] as const) {
      const turn = size % 2 ? size : size - 1
      const rounds = roundsOf(size, mode, 3 * turn).map(({ paired }) => namesOf(paired.rooms).sort().join())
      expect(new Set(rounds).size).toBe(turn)
      expect(rounds.slice(turn)).toEqual(rounds.slice(0, -turn))
    }
  })

  test('of an odd number in rooms of three repeats nobody for most of as many rounds as could be', () => {
    // Each round brings (n + 3) / 2 new pairs; there are n (n - 1) / 2.
    for (const [size, least] of [
      [3, 1],
      [5, 1],
      [7, 3],
      [9, 4],
      [11, 6],
      [15, 9],
      [21, 14],
      [31, 23],
    ] as const) {
      const rounds = roundsOf(size, 'trio', size)
      const first = rounds.findIndex(({ paired }) => paired.repeats > 0)
      expect(first, `${size}`).toBeGreaterThanOrEqual(least)
      expect(first).toBeLessThanOrEqual(Math.floor((size * (size - 1)) / (size + 3)))
      expect(new Set(rounds.map(({ paired }) => paired.odd)).size).toBe(size)
    }
  })

  test('a table of any even number brings each two together in exactly one of its rounds', () => {
    for (const size of EVEN) {
      const rounds = Array.from({ length: size - 1 }, (_, round) => tableRound(size, round))
      const all = rounds.flat().map(([one, other]) => Math.min(one, other) * size + Math.max(one, other))
      expect(new Set(all).size).toBe((size * (size - 1)) / 2)
      for (const round of rounds) expect(new Set(round.flat()).size).toBe(size)
    }
  })
})
