// In which order are equals taken? In one that a seed decides, the same every time: a counter whose bits are mixed (G. L.
// Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", 2014) and the shuffle of R. A. Fisher and F. Yates.

/** `items` in an order that is one of all of them, and that the seed alone decides. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = chanceOf(seed)
  const order = [...items]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1))
    const moved = order[last] as T
    order[last] = order[other] as T
    order[other] = moved
  }
  return order
}

function chanceOf(seed: number): () => number {
  // A seed may be a whole number or one between 0 and 1.
  let counter = Math.trunc(seed) ^ Math.trunc((seed % 1) * 2 ** 32)
  return () => {
    counter = (counter + 0x9e3779b9) | 0
    let bits = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b)
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32
  }
}
