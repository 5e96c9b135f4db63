// How do n people meet in n - 1 rounds without meeting anybody twice? By the circle method (T. P. Kirkman, "On a problem in
// combinations", 1847): one stays in place, the others move one seat on around a table. Each choice of the best round by itself
// could end in a corner, where those who have not met can't be paired; whole rounds of one and the same table never do.

/** Round `round` (0 to size - 2) of `size` (even) people, by their places: the last one stays. */
export function tableRound(size: number, round: number): [number, number][] {
  const moving = size - 1
  const pairs: [number, number][] = [[round, moving]]
  for (let step = 1; step < size / 2; step++) {
    pairs.push([(round + step) % moving, (round - step + moving) % moving])
  }
  return pairs
}

/** The lightest round of the table, where there is one without an infinite weight; of equals the first of `rounds`. */
export function lightestRound(
  size: number,
  rounds: readonly number[],
  weightOf: (one: number, other: number) => number,
): [number, number][] | null {
  let lightest: [number, number][] | null = null
  let least = Number.POSITIVE_INFINITY
  for (const round of rounds) {
    const pairs = tableRound(size, round)
    let weight = 0
    for (const [one, other] of pairs) {
      weight += weightOf(one, other)
      if (weight >= least) break
    }
    if (weight >= least) continue
    lightest = pairs
    least = weight
    if (least === 0) break
  }
  return lightest
}
