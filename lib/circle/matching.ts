// Of all ways to bring everybody together two by two, which weighs least? Exactly that one, by the primal-dual method of
// J. Edmonds ("Maximum matching and a polyhedron with 0,1-vertices", 1965; laid out by Z. Galil, "Efficient algorithms for
// finding maximum matching in graphs", 1986): every vertex pays, no edge is paid for beyond its weight, and only edges that are
// paid for in full are used. It begins with what can be had at once, so that a crowd in which most weights are least is
// almost done before any tree grows; from there each further pair takes about size² steps.
import { FREE, INNER, label, leavesOf, matchUpwards, OUTER, open, shrink, wayUp } from './blossoms.ts'
import { labelOf, nextStep, pay, type Search, slack } from './paying.ts'

export type Matching =
  | { ok: true; mate: Int32Array; weight: number }
  /** Groups of whom each holds one person too many for those outside of it whom they may meet. */
  | { ok: false; stuck: number[][] }

/**
 * `weights` is symmetric, by `one * size + other`: whole, 0 or more, and Infinity for two that may not meet. Equal choices
 * fall by the order of the vertices.
 */
export function lightestMatching(size: number, weights: Float64Array): Matching {
  if (size % 2 === 1) return { ok: false, stuck: [Array.from({ length: size }, (_, vertex) => vertex)] }
  const search = begin(size, weights)
  for (let vertex = 0; vertex < size; vertex++) {
    while (search.mate[vertex] === -1) if (!grow(search)) return { ok: false, stuck: outerOf(search) }
  }
  const weight = search.mate.reduce((sum, mate, own) => sum + (weights[own * size + mate] as number) / 2, 0)
  return { ok: true, mate: search.mate, weight }
}

function begin(size: number, given: Float64Array): Search {
  const vertices = Array.from({ length: size }, (_, vertex) => vertex)
  const weights = given.map(weight => 4 * weight)
  // Half of its lightest edge each: then no edge is paid for beyond its weight.
  const pays = vertices.map(vertex => {
    const least = weights.subarray(vertex * size, (vertex + 1) * size).reduce((one, other) => Math.min(one, other))
    return least === Number.POSITIVE_INFINITY ? 0 : -least / 2
  })
  const search: Search = {
    size,
    weights,
    pays,
    near: new Int32Array(size),
    mate: new Int32Array(size).fill(-1),
    top: Int32Array.from(vertices),
    bases: [...vertices],
    parents: vertices.map(() => -1),
    rings: vertices.map(() => undefined),
    blossoms: new Set<number>(),
    labels: [],
    via: [],
    queue: [],
  }
  // What can be had at once.
  const left = new Set(vertices)
  for (const one of vertices) {
    if (!left.delete(one)) continue
    for (const other of left) {
      if (slack(search, one, other) !== 0) continue
      left.delete(other)
      search.mate[one] = other
      search.mate[other] = one
      break
    }
  }
  return search
}

const outerOf = (search: Search): number[][] =>
  [...new Set(search.top)].filter(node => search.labels[node] === OUTER).map(node => leavesOf(search, node))

/** Grows trees from all who have no mate until two of them meet, and one pair more is matched; false when none can be. */
function grow(search: Search): boolean {
  const { size, mate, top } = search
  search.labels = search.rings.map(() => FREE)
  search.via = search.rings.map(() => null)
  search.queue = []
  search.near.fill(-1)
  for (let vertex = 0; vertex < size; vertex++) {
    if (mate[vertex] === -1) label(search, top[vertex] as number, OUTER, null)
  }
  let looked = 0
  for (;;) {
    for (; looked < search.queue.length; looked++) {
      if (lookFrom(search, search.queue[looked] as number)) return true
    }
    const step = nextStep(search)
    if (step === Number.POSITIVE_INFINITY) return false
    pay(search, step)
    for (let vertex = 0; vertex < size; vertex++) {
      const near = search.near[vertex] as number
      if (near !== -1 && labelOf(search, vertex) !== INNER && slack(search, near, vertex) === 0) {
        if (meet(search, near, vertex)) return true
      }
    }
    for (const node of [...search.blossoms]) {
      const isSpent = search.labels[node] === INNER && search.pays[node] === 0
      if (isSpent && search.blossoms.has(node)) open(search, node)
    }
  }
}

/** Looks at every edge of an outer vertex. */
function lookFrom(search: Search, own: number): boolean {
  const { size, weights, pays, top, near } = search
  for (let other = 0; other < size; other++) {
    if (top[other] === top[own]) continue
    const found = (weights[own * size + other] as number) + (pays[own] as number) + (pays[other] as number)
    if (found === 0 && meet(search, own, other)) return true
    const nearest = near[other] as number
    if (found < Number.POSITIVE_INFINITY && (nearest === -1 || found < slack(search, nearest, other))) near[other] = own
  }
  return false
}

/** A tight edge from an outer vertex to one outside of its node. True when it ends the search. */
function meet(search: Search, own: number, other: number): boolean {
  const node = search.top[other] as number
  if (node === search.top[own] || search.labels[node] === INNER) return false
  if (search.labels[node] === FREE) {
    const base = search.bases[node] as number
    const mate = search.mate[base] as number
    label(search, node, INNER, [own, other])
    label(search, search.top[mate] as number, OUTER, [base, mate])
    return false
  }
  const ways: [number[], number[]] = [wayUp(search, own), wayUp(search, other)]
  if (ways[0].at(-1) === ways[1].at(-1)) {
    shrink(search, [own, other], ways)
    return false
  }
  matchUpwards(search, own, other)
  matchUpwards(search, other, own)
  return true
}
