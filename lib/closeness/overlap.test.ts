import { expect, test } from 'vitest'
import { overlapOf, STEPS } from './overlap.ts'

/** Fine enough to see a hundredth of a circle; the middle of each cell stands for it. */
const CELL = 0.005

/** What the two circles cover, counted cell by cell, without the formula that made them. */
function counted(radius: number, apart: number): { shared: number; both: number } {
  const within = (x: number, y: number) => x * x + y * y <= radius * radius
  let [shared, both] = [0, 0]
  for (let x = -radius; x < apart + radius; x += CELL) {
    for (let y = -radius; y < radius; y += CELL) {
      const [one, other] = [within(x, y), within(x - apart, y)]
      if (one && other) shared += CELL * CELL
      if (one || other) both += CELL * CELL
    }
  }
  return { shared, both }
}

test('at the first step they touch, at the last they are nearly one', () => {
  expect(overlapOf(1)).toMatchObject({ radius: 1, share: 0 })
  expect(overlapOf(1).apart).toBeCloseTo(2, 6)
  const last = overlapOf(7)
  expect(last.share).toBeGreaterThan(0.8)
  expect(last.apart).toBeLessThan(last.radius / 2)
  expect(last.apart).toBeGreaterThan(0)
})

test('what they share grows by the same part at each step', () => {
  const shares = STEPS.map(step => {
    const { radius, apart, share } = overlapOf(step)
    const seen = counted(radius, apart).shared / (Math.PI * radius * radius)
    expect(seen).toBeCloseTo(share, 2)
    return seen
  })
  for (const [at, share] of shares.entries()) expect(share).toBeCloseTo(at / 7, 2)
})

test('no pair covers more than another', () => {
  for (const step of STEPS) {
    const { radius, apart } = overlapOf(step)
    expect(counted(radius, apart).both / (2 * Math.PI)).toBeCloseTo(1, 2)
  }
})
