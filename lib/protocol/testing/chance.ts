// Where does chance come from in a test that must go the same way every time? From a seed; only tests import this.

export interface Chance {
  /** From 0 up to, not including, `below`. */
  below(below: number): number
  whole(least: number, most: number): number
  /** Throws a RangeError when there is nothing to pick from. */
  pick<const T>(among: readonly T[]): T
  often(share: number): boolean
}

/** Chance from a seed of 32 bits: the mulberry32 generator (T. Ettinger, public domain). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    below: below => next() * below,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: among => {
      if (among.length === 0) throw new RangeError('nothing to pick from')
      return among[Math.floor(next() * among.length)] as (typeof among)[number]
    },
    often: share => next() < share,
  }
}
