// Which numbers does a query of Prometheus read, and how? Not a parser of its language, but enough to see that a name or a label in it
// is one that there is.
export interface Read {
  name: string
  /** What each label is compared with; a pattern of words is told word by word. */
  where: { label: string; values: string[] }[]
  /** Whether it is read over a time, as by `rate(…[5m])`. */
  isRange: boolean
}

export interface Query {
  reads: Read[]
  /** The labels that are left by `by (…)`. */
  by: string[]
}

const BY = /\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g
const METRIC = /([a-zA-Z_:][\w:]*)(\{[^}]*\})?(\[[^\]]*\])?/g
const MATCHER = /([a-zA-Z_]\w*)\s*(?:=~|!~|!=|=)\s*"([^"]*)"/g
const KEYWORDS = new Set(['and', 'or', 'unless', 'bool', 'offset'])

/** Throws when brackets do not match. */
export function readQuery(expr: string): Query {
  let depth = 0
  for (const sign of expr.replaceAll(/"[^"]*"/g, '')) {
    if (sign === '(') depth++
    if (sign === ')' && --depth < 0) break
  }
  if (depth !== 0) throw new Error(`brackets: ${expr}`)
  const by = [...expr.matchAll(BY)].flatMap(([, labels = '']) => labels.split(',').map(label => label.trim()))
  const rest = expr.replaceAll(BY, ' ')
  const reads = [...rest.matchAll(METRIC)]
    .filter(
      ({ 0: whole, 1: name = '', index }) => !KEYWORDS.has(name) && !/^\s*\(/.test(rest.slice(index + whole.length)),
    )
    .map(([, name = '', matchers = '', range]) => ({
      name,
      isRange: range !== undefined,
      where: [...matchers.matchAll(MATCHER)].map(([, label = '', pattern = '']) => ({
        label,
        values: pattern.split('|'),
      })),
    }))
  return { reads, by: by.filter(Boolean) }
}
