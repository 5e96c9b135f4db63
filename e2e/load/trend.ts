// Does a number that was read again and again grow? By the median of the slopes between every two readings (Theil, Sen), which a third
// of wild ones does not move, and by how far that median may be wrong.
import { median } from './arithmetic.ts'

export interface Trend {
  /** How much a number grows while the other grows by one. */
  slope: number
  /** With 99 % the slope lies between these, if the readings are wrong independently of each other. */
  least: number
  most: number
}

const Z_OF_99 = 2.576
const FEWEST = 5

/** `at[n]` is where `values[n]` was read. Throws a RangeError for fewer than five readings, or when all were read at one place. */
export function trendOf(at: readonly number[], values: readonly number[]): Trend {
  if (at.length !== values.length) throw new RangeError('not every reading has its place')
  const count = values.length
  if (count < FEWEST) throw new RangeError(`${FEWEST} readings at least`)
  const slopes: number[] = []
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      const apart = (at[other] as number) - (at[one] as number)
      if (apart !== 0) slopes.push(((values[other] as number) - (values[one] as number)) / apart)
    }
  }
  if (slopes.length === 0) throw new RangeError('all were read at one place')
  slopes.sort((one, other) => one - other)
  // Of Kendall's count of rises less falls this is what chance alone may bring (Sen 1968).
  const chance = Z_OF_99 * Math.sqrt((count * (count - 1) * (2 * count + 5)) / 18)
  const place = (n: number) => slopes[Math.min(slopes.length - 1, Math.max(0, Math.round(n)))] as number
  return {
    slope: median(slopes),
    least: place((slopes.length - chance) / 2 - 1),
    most: place((slopes.length + chance) / 2),
  }
}

export type Growth = 'flat' | 'grows' | 'not known'

/**
 * Flat when even the steepest slope that the readings allow stays below `limit`, growing when even the gentlest is above it. What lies
 * between is not known yet, and is no proof of anything.
 */
export function growthOf({ least, most }: Trend, limit: number): Growth {
  if (most <= limit) return 'flat'
  return least > limit ? 'grows' : 'not known'
}
