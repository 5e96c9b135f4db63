import { describe, expect, test } from 'vitest'
import { createEar, loudness } from './level.ts'

const SAMPLES = 512
const zeros = new Float32Array(SAMPLES)
const almost = new Float32Array(SAMPLES).fill(1e-7, 200, 201)
const square = (amplitude: number) =>
  Float32Array.from({ length: SAMPLES }, (_, n) => (n % 2 === 0 ? amplitude : -amplitude))

/** An ear that was given samples every 50 ms, and the instant of the last. */
function earAfter(given: readonly (Float32Array | null)[], every = 50) {
  const ear = createEar()
  for (const [n, samples] of given.entries()) ear.take(samples, n * every)
  return ear
}

const times = (n: number, samples: Float32Array | null) => Array.from({ length: n }, () => samples)

describe('loudness', () => {
  test('is nothing below the hush of a room, all of it for a voice close by, and grows in between', () => {
    expect(loudness(zeros)).toBe(0)
    expect(loudness(square(0.0009))).toBe(0)
    expect(loudness(square(0.3))).toBe(1)
    expect(loudness(square(10 ** (-37.5 / 20)))).toBeCloseTo(0.5, 3)
  })
})

describe('a level', () => {
  test('follows a voice within a third of a second, and a silence after it', () => {
    const spoken = [...times(40, zeros), ...times(7, square(0.3))]
    expect(earAfter([...times(40, zeros), square(0.3)]).level()).toBeLessThan(0.3)
    expect(earAfter(spoken).level()).toBeGreaterThan(0.8)
    expect(earAfter([...spoken, ...times(10, zeros)]).level()).toBeLessThan(0.12)
  })

  test('falls while nothing can be judged', () => {
    expect(earAfter([...times(20, square(0.3)), ...times(40, null)]).level()).toBeLessThan(0.001)
  })
})

describe('a dead microphone', () => {
  test('is one that gives exact zeros for three seconds, and no less', () => {
    expect(earAfter(times(60, zeros)).isSilent()).toBe(false)
    expect(earAfter(times(61, zeros)).isSilent()).toBe(true)
  })

  test('is alive again with the first sample that is no zero, however small', () => {
    expect(earAfter([...times(90, zeros), almost]).isSilent()).toBe(false)
    expect(earAfter(times(200, almost)).isSilent()).toBe(false)
  })

  test('is never one that could not be judged, and the three seconds begin again after that', () => {
    expect(earAfter(times(200, null)).isSilent()).toBe(false)
    expect(earAfter([...times(60, zeros), null, ...times(60, zeros)]).isSilent()).toBe(false)
    expect(earAfter([...times(90, zeros), null]).isSilent()).toBe(false)
  })
})
