// Are identities long enough, never the same twice, and impossible to mistake for another type?
import { describe, expect, it } from 'vitest'
import { createIds } from './ids.ts'

const MANY = 2_000
const times = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, () => make())

describe('identities', () => {
  it('are 22, 43 and 16 characters of base64url: of a room, of a token, of a commit after its c-', () => {
    const ids = createIds()
    expect(ids.room()).toMatch(/^[\w-]{22}$/)
    expect(ids.token()).toMatch(/^[\w-]{43}$/)
    expect(ids.commit()).toMatch(/^c-[\w-]{16}$/)
  })

  it('differ two thousand times, each of its kind', () => {
    const ids = createIds()
    for (const make of [ids.room, ids.token, ids.commit]) expect(new Set(times(MANY, make)).size).toBe(MANY)
  })

  it('make commit marks that are no number and no JSON', () => {
    for (const mark of times(MANY, createIds().commit)) {
      expect(Number(mark)).toBeNaN()
      expect(() => JSON.parse(mark)).toThrow(SyntaxError)
    }
  })
})

it('a random coin is fair', () => {
  const heads = times(20_000, createIds().coin).filter(Boolean).length
  // Seven standard deviations of 20 000 fair tosses: one run in 10^11 fails by chance.
  expect(Math.abs(heads - 10_000)).toBeLessThan(500)
})

it('a random room and token use all of their bits', () => {
  const ids = createIds()
  for (const [make, bytes] of [
    [ids.room, 16],
    [ids.token, 32],
  ] as const) {
    const seen = Buffer.alloc(bytes)
    for (const text of times(200, make)) {
      const raw = Buffer.from(text, 'base64url')
      expect(raw).toHaveLength(bytes)
      for (let i = 0; i < bytes; i++) seen[i] = (seen[i] ?? 0) | (raw[i] ?? 0)
    }
    expect(seen).toEqual(Buffer.alloc(bytes, 0xff))
  }
})
