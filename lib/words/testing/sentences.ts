// Which sentences does a dictionary hold? All of them, flat, each with the way to it; a function is asked once.

export interface Sentence {
  path: string
  text: string
  /** How many things the sentence is told; null where it is told none, because it is no function. */
  takes: number | null
}

/** A function is asked with arguments that read the same as a name and as a number. */
export function sentences(entry: unknown, path: string): Sentence[] {
  if (typeof entry === 'string') return [{ path, text: entry, takes: null }]
  if (typeof entry === 'function') {
    const said: unknown = entry(7, 3)
    return [{ path, text: typeof said === 'string' ? said : '', takes: entry.length }]
  }
  if (typeof entry === 'object' && entry !== null)
    return Object.entries(entry).flatMap(([key, inner]) => sentences(inner, `${path}.${key}`))
  return [{ path, text: '', takes: null }]
}
