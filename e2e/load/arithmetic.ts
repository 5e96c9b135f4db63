// What do many noisy numbers say? Medians and percentiles of what was measured, and the judgement on a ratio. Two things
// measured in turns on one machine share its noise, so what is compared is always the ratio of one round.

/** The value below which the part `p` (0 to 1) of `values` lies: nearest rank, so always one that was measured. */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured')
  const sorted = [...values].sort((one, other) => one - other)
  const rank = Math.max(1, Math.ceil(p * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return (
    (percentile(values, 0.5) +
      -percentile(
        values.map(value => -value),
        0.5,
      )) /
    2
  )
}

export interface Compared {
  /** Medians. */
  ours: number
  peer: number
  /** The median of the rounds' own ratios. */
  ratio: number
  /** The least of ours against the least of the peer's: what is left when the machine disturbs neither. */
  best: number
}

/** Two that were measured in turns; the values at one place are of one round. */
export function compare(ours: readonly number[], peer: readonly number[]): Compared {
  if (ours.length !== peer.length) throw new RangeError('one round measured only one of the two')
  return {
    ours: median(ours),
    peer: median(peer),
    ratio: median(ours.map((value, round) => value / (peer[round] ?? Number.NaN))),
    best: Math.min(...ours) / Math.min(...peer),
  }
}

/** How far beyond its target a number on a busy machine may be before the run fails. */
const TOLERANCE = 1.15

export type Verdict = 'met' | 'near' | 'missed'

/** `isExact`: the target was promised, and no machine is an excuse. */
export function judge(value: number, target: number, isExact = false): Verdict {
  if (value <= target) return 'met'
  return !isExact && value <= target * TOLERANCE ? 'near' : 'missed'
}
