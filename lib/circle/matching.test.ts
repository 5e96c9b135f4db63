// Does the matching weigh as little as any? Small crowds against every matching there is, larger ones against a second way to
// find it, and those that can't be matched against what stands in the way.
import { describe, expect, test } from 'vitest'
import { chanceFrom } from '../protocol/testing/chance.ts'
import { lightestMatching } from './matching.ts'

const NEVER = Number.POSITIVE_INFINITY

/** The least weight of all perfect matchings, by trying each; Infinity when there is none. */
function leastOf(size: number, weights: Float64Array, left = (1 << size) - 1): number {
  if (left === 0) return 0
  const one = 31 - Math.clz32(left)
  let least = NEVER
  for (let other = 0; other < one; other++) {
    if (!(left & (1 << other))) continue
    const weight = weights[one * size + other] as number
    if (weight < least) least = Math.min(least, weight + leastOf(size, weights, left & ~(1 << one) & ~(1 << other)))
  }
  return least
}

function weightsFrom(size: number, weightOf: (one: number, other: number) => number): Float64Array {
  const weights = new Float64Array(size * size).fill(NEVER)
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < one; other++) {
      const weight = weightOf(one, other)
      weights[one * size + other] = weight
      weights[other * size + one] = weight
    }
  }
  return weights
}

/** Whether everybody is matched with one other, with whom they may be. */
function isPerfect(mate: Int32Array, weights: Float64Array): boolean {
  const size = mate.length
  return mate.every((other, own) => other !== own && mate[other] === own && weights[own * size + other] !== NEVER)
}

describe('[PA2] of all matchings the lightest is found', () => {
  test('of up to ten people, compared with every matching', () => {
    const tally = { matched: 0, impossible: 0, weighed: 0 }
    for (let seed = 0; seed < 4_000; seed++) {
      const chance = chanceFrom(seed)
      const size = 2 * chance.whole(0, 5)
      const most = chance.pick([0, 1, 2, 5, 1_000, 1e9])
      const forbidden = chance.pick([0, 0.2, 0.5, 0.8])
      const weights = weightsFrom(size, () => (chance.often(forbidden) ? NEVER : chance.whole(0, most)))
      const found = lightestMatching(size, weights)
      expect(found.ok ? found.weight : NEVER, `seed ${seed}`).toBe(leastOf(size, weights))
      if (found.ok && !isPerfect(found.mate, weights)) throw new Error(`seed ${seed}: not perfect`)
      tally[found.ok ? 'matched' : 'impossible']++
      if (found.ok && found.weight > 0) tally.weighed++
    }
    for (const [what, count] of Object.entries(tally)) expect(count, what).toBeGreaterThan(300)
  })

  test('of rings of three and five that only meet in chains, where every search has to turn rings and open them', () => {
    let open = 0
    for (let seed = 0; seed < 1_500; seed++) {
      const chance = chanceFrom(seed)
      const size = 2 * chance.whole(4, 7)
      // Near each other in a ring of a few, with now and then somebody farther away: dense with odd rings, poor in matchings.
      const few = chance.pick([3, 5])
      const weights = weightsFrom(size, (one, other) => {
        const isNear = Math.floor(one / few) === Math.floor(other / few)
        return isNear || chance.often(0.15) ? chance.whole(0, isNear ? 2 : 9) : NEVER
      })
      const found = lightestMatching(size, weights)
      expect(found.ok ? found.weight : NEVER, `seed ${seed}`).toBe(leastOf(size, weights))
      if (found.ok) open++
    }
    expect(open).toBeGreaterThan(300)
  })

  test('no exchange of two or three pairs makes a matching of many people lighter', () => {
    for (let seed = 0; seed < 40; seed++) {
      const chance = chanceFrom(seed)
      const size = 2 * chance.whole(10, 40)
      const most = chance.pick([1, 3, 50])
      const weights = weightsFrom(size, () => (chance.often(0.1) ? NEVER : chance.whole(0, most)))
      const found = lightestMatching(size, weights)
      if (!found.ok) throw new Error(`seed ${seed}: no matching`)
      const pairs = [...found.mate.entries()].filter(([own, other]) => own < other)
      for (let tried = 0; tried < 300; tried++) {
        const some = [chance.pick(pairs), chance.pick(pairs), chance.pick(pairs)]
        const people = [...new Set(some.flat())]
        const among = weightsFrom(people.length, (one, other) => {
          return weights[(people[one] as number) * size + (people[other] as number)] as number
        })
        const now = [...new Set(some)].reduce((sum, [own, other]) => sum + (weights[own * size + other] as number), 0)
        expect(now).toBe(leastOf(people.length, among))
      }
    }
  })

  test('[PA5] a known weight of a crowd of five hundred is found, and no lighter one', () => {
    const chance = chanceFrom(5)
    const size = 500
    // Paid by each in advance: no matching is lighter than all of it together, and one that is hidden is as light.
    const pays = Array.from({ length: size }, () => chance.whole(0, 20))
    const hidden = new Set(Array.from({ length: size / 2 }, (_, n) => `${2 * n + 1} ${2 * n}`))
    const weights = weightsFrom(size, (one, other) => {
      const least = (pays[one] as number) + (pays[other] as number)
      return least + (hidden.has(`${one} ${other}`) ? 0 : chance.whole(0, 2))
    })
    const found = lightestMatching(size, weights)
    expect(found.ok && found.weight).toBe(pays.reduce((sum, pay) => sum + pay))
  })
})

test('[PA10] what stands in the way of a matching: groups who, cut off from each other, have too few others between them', () => {
  let groups = 0
  for (let seed = 0; seed < 3_000; seed++) {
    const chance = chanceFrom(seed)
    const size = 2 * chance.whole(2, 8)
    const weights = weightsFrom(size, () => (chance.often(0.75) ? NEVER : chance.whole(0, 1)))
    const found = lightestMatching(size, weights)
    if (found.ok) continue
    const groupOf = new Map(found.stuck.flatMap((group, n) => group.map(person => [person, n] as const)))
    const between = new Set<number>()
    for (const [person, group] of groupOf) {
      for (let other = 0; other < size; other++) {
        if (weights[person * size + other] === NEVER || groupOf.get(other) === group) continue
        expect(groupOf.has(other), `seed ${seed}: two groups meet`).toBe(false)
        between.add(other)
      }
    }
    expect(found.stuck.every(group => group.length % 2 === 1)).toBe(true)
    expect(found.stuck.length, `seed ${seed}`).toBeGreaterThan(between.size)
    groups += between.size > 0 ? 1 : 0
  }
  expect(groups).toBeGreaterThan(100)
  expect(
    lightestMatching(
      3,
      weightsFrom(3, () => 0),
    ),
  ).toEqual({ ok: false, stuck: [[0, 1, 2]] })
})
