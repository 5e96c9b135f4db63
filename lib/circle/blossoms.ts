// What stands for what, while a matching grows? An odd ring of vertices that are tight with each other acts as one vertex, a
// blossom (J. Edmonds, "Paths, trees, and flowers", 1965). Here it is made, opened again, and turned so that another of its
// vertices is the one that looks for a mate outside. How the search goes is told in matching.ts.

/** An edge with a direction: from the vertex nearer to the root of a tree to the one that was reached by it. */
export type Link = readonly [from: number, to: number]

export const FREE = 0
/** Reached by an even number of steps from a vertex without a mate: looks for more. */
export const OUTER = 1
/** Reached by an odd number of steps: the mate of an outer one. */
export const INNER = 2

/** Children in their order around the ring, the one that holds the base first; `links[n]` leads from child n to the next. */
interface Ring {
  children: number[]
  links: Link[]
  /** Every vertex in it. */
  leaves: number[]
}

/** Nodes below `size` are vertices, the others blossoms. What is indexed by node has holes where a blossom has gone. */
export interface Forest {
  size: number
  mate: Int32Array
  /** Of each vertex: the outermost node that holds it. */
  top: Int32Array
  /** Outermost blossoms. */
  blossoms: Set<number>
  rings: (Ring | undefined)[]
  parents: number[]
  /** Of each node: its vertex whose mate is outside, or that has none. */
  bases: number[]
  labels: number[]
  via: (Link | null)[]
  /** Of each blossom: what its ring pays together. */
  pays: number[]
  /** Outer vertices whose edges have not been looked at. */
  queue: number[]
}

const at = <T>(list: readonly (T | undefined)[], index: number): T => list[index] as T
const number = (list: Int32Array, index: number): number => list[index] as number

export const leavesOf = (forest: Forest, node: number): number[] => forest.rings[node]?.leaves ?? [node]

/** Labels an outermost node and, when it is outer, has its vertices looked at. */
export function label(forest: Forest, node: number, as: number, via: Link | null): void {
  forest.labels[node] = as
  forest.via[node] = via
  if (as === OUTER) forest.queue.push(...leavesOf(forest, node))
}

/** The outermost nodes from that of `vertex` up to the root of its tree. */
export function wayUp(forest: Forest, vertex: number): number[] {
  const nodes = [number(forest.top, vertex)]
  for (let via = forest.via[at(nodes, 0)]; via; via = forest.via[at(nodes, nodes.length - 1)]) {
    nodes.push(number(forest.top, via[0]))
  }
  return nodes
}

/** Makes one outer blossom of the ring that an edge closes between two branches of one tree. */
export function shrink(forest: Forest, edge: Link, ways: readonly [number[], number[]]): void {
  const shared = new Set(ways[1])
  const root = ways[0].find(node => shared.has(node)) as number
  const down = ways[0].slice(0, ways[0].indexOf(root)).reverse()
  const up = ways[1].slice(0, ways[1].indexOf(root))
  const reached = (node: number) => at(forest.via, node) as Link
  const back = (node: number): Link => [reached(node)[1], reached(node)[0]]
  const children = [root, ...down, ...up]
  const leaves = children.flatMap(child => leavesOf(forest, child))
  const node = forest.rings.length
  forest.rings[node] = { children, links: [...down.map(reached), edge, ...up.map(back)], leaves }
  forest.parents[node] = -1
  forest.bases[node] = at(forest.bases, root)
  forest.labels[node] = OUTER
  forest.via[node] = at(forest.via, root)
  forest.pays[node] = 0
  forest.blossoms.add(node)
  for (const leaf of leaves) forest.top[leaf] = node
  for (const child of children) {
    forest.parents[child] = node
    forest.blossoms.delete(child)
    if (forest.labels[child] === INNER) forest.queue.push(...leavesOf(forest, child))
  }
}

/** Opens an inner blossom: the way through it stays in its tree, and the rest of it is free. */
export function open(forest: Forest, node: number): void {
  const { children, links } = at(forest.rings, node)
  const via = at(forest.via, node) as Link
  forest.blossoms.delete(node)
  forest.rings[node] = undefined
  for (const child of children) {
    forest.parents[child] = -1
    for (const leaf of leavesOf(forest, child)) forest.top[leaf] = child
    if (forest.rings[child]) forest.blossoms.add(child)
    label(forest, child, FREE, null)
  }
  const entry = children.indexOf(number(forest.top, via[1]))
  label(forest, at(children, entry), INNER, via)
  // Of the two ways round to the base, the one that begins with a matched edge.
  const isForward = entry % 2 === 1
  const steps = isForward ? children.length - entry : entry
  for (let step = 1; step <= steps; step++) {
    const to = isForward ? (entry + step) % children.length : entry - step
    const [from, next] = at(links, isForward ? entry + step - 1 : to)
    label(forest, at(children, to), step % 2 === 1 ? OUTER : INNER, isForward ? [from, next] : [next, from])
  }
}

/** Turns a node so that `vertex` is its base, and matches the others of its ring two by two. */
function turn(forest: Forest, node: number, vertex: number): void {
  const ring = forest.rings[node]
  if (!ring) return
  let child = vertex
  while (forest.parents[child] !== node) child = at(forest.parents, child)
  turn(forest, child, vertex)
  const first = ring.children.indexOf(child)
  ring.children = [...ring.children.slice(first), ...ring.children.slice(0, first)]
  ring.links = [...ring.links.slice(first), ...ring.links.slice(0, first)]
  for (let n = 1; n < ring.children.length; n += 2) {
    const [one, other] = at(ring.links, n)
    turn(forest, at(ring.children, n), one)
    turn(forest, at(ring.children, n + 1), other)
    forest.mate[one] = other
    forest.mate[other] = one
  }
  forest.bases[node] = vertex
}

/** Matches along the way from a tight edge's vertex to the root of its tree, where `mate` becomes the vertex's own. */
export function matchUpwards(forest: Forest, vertex: number, mate: number): void {
  let [own, given] = [vertex, mate]
  for (;;) {
    const node = number(forest.top, own)
    turn(forest, node, own)
    forest.mate[own] = given
    const via = forest.via[node]
    if (!via) return
    const inner = number(forest.top, via[0])
    const [from, to] = at(forest.via, inner) as Link
    turn(forest, inner, to)
    forest.mate[to] = from
    own = from
    given = to
  }
}
