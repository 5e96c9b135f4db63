// Who pays what for a pair, while a matching grows? Every vertex pays, and no edge is paid for beyond its weight, so that what all
// pay together is a bound for every matching; an edge that is paid for in full is tight. How the search goes is told in matching.ts.
import { type Forest, INNER, OUTER } from './blossoms.ts'

export interface Search extends Forest {
  /** By `one * size + other`: four times the weight, so that everything stays whole. */
  weights: Float64Array
  /** What each vertex pays, negative where it pays something; two that are tight pay their edge's weight together. */
  pays: number[]
  /** Of each vertex: the outer one outside of its node to which its edge is nearest to being tight; -1 when there is none. */
  near: Int32Array
}

export const slack = ({ size, weights, pays }: Search, one: number, other: number): number =>
  (weights[one * size + other] as number) + (pays[one] as number) + (pays[other] as number)

export const labelOf = (search: Search, vertex: number): number => search.labels[search.top[vertex] as number] as number

/** How much the outer ones can pay more, and the inner ones less, until an edge is tight or a blossom has nothing left. */
export function nextStep(search: Search): number {
  let step = Number.POSITIVE_INFINITY
  for (let vertex = 0; vertex < search.size; vertex++) {
    const labelled = labelOf(search, vertex)
    if (labelled === INNER) continue
    const nearest = nearOf(search, vertex)
    if (nearest !== -1) step = Math.min(step, slack(search, nearest, vertex) / (labelled === OUTER ? 2 : 1))
  }
  for (const node of search.blossoms) {
    if (search.labels[node] === INNER) step = Math.min(step, (search.pays[node] as number) / 2)
  }
  return step
}

/** The nearest outer vertex; looked for anew when the one that was nearest has come into the same node. */
function nearOf(search: Search, vertex: number): number {
  const { size, top, near } = search
  const known = near[vertex] as number
  if (known === -1 || top[known] !== top[vertex]) return known
  let nearest = -1
  let least = Number.POSITIVE_INFINITY
  for (let other = 0; other < size; other++) {
    if (top[other] === top[vertex] || labelOf(search, other) !== OUTER) continue
    const found = slack(search, other, vertex)
    if (found < least) [nearest, least] = [other, found]
  }
  near[vertex] = nearest
  return nearest
}

export function pay(search: Search, step: number): void {
  for (let vertex = 0; vertex < search.size; vertex++) {
    const labelled = labelOf(search, vertex)
    if (labelled === OUTER) search.pays[vertex] = (search.pays[vertex] as number) - step
    else if (labelled === INNER) search.pays[vertex] = (search.pays[vertex] as number) + step
  }
  for (const node of search.blossoms) {
    const labelled = search.labels[node]
    if (labelled === OUTER) search.pays[node] = (search.pays[node] as number) + 2 * step
    else if (labelled === INNER) search.pays[node] = (search.pays[node] as number) - 2 * step
  }
}
