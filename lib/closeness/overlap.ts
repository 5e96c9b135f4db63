// How far do two circles lie over each other? In seven steps, from side by side to nearly one, as in the Inclusion of Other
// in the Self scale (Aron, Aron and Smollan 1992; Gächter, Starmer and Tufano 2015): what they share grows by the same part
// at each step, and both together always cover the same area, so that no pair looks larger than another.

export const STEPS = [1, 2, 3, 4, 5, 6, 7] as const
export type Step = (typeof STEPS)[number]

export interface Overlap {
  /** Of both circles; 1 where they only touch. */
  radius: number
  /** From centre to centre. */
  apart: number
  /** The part of one circle that lies in the other, 0 to 1. */
  share: number
}

/** Halvings of an interval: more than a double can tell apart. */
const HALVINGS = 60

/** The part of a circle that an equal one covers, with `apart` radii between their centres. */
function sharedAt(apart: number): number {
  const half = Math.min(1, apart / 2)
  return (2 * Math.acos(half) - 2 * half * Math.sqrt(1 - half * half)) / Math.PI
}

export function overlapOf(step: Step): Overlap {
  const share = (step - 1) / STEPS.length
  // The shared part only shrinks as they move apart, so that halving finds the one distance.
  let [near, far] = [0, 2]
  for (let count = 0; count < HALVINGS; count++) {
    const middle = (near + far) / 2
    if (sharedAt(middle) > share) near = middle
    else far = middle
  }
  const radius = Math.sqrt(2 / (2 - share))
  return { radius, apart: far * radius, share }
}
