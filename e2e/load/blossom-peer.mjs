// How does a package of npm find the heaviest matching? edmonds-blossom-fixed, the one there that is exact for any weights; a
// baseline for the bench, and nothing that anybody is paired with.
import heaviest from 'edmonds-blossom-fixed'

/** The mate of each vertex, -1 for none, of as many pairs as there can be; `edges` are [one, other, weight]. */
export const heaviestMates = edges => heaviest(edges, true)
