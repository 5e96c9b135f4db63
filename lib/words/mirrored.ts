// What would a language look like that runs from right to left? English, each sentence between two marks that turn it around
// and tell where it came from. It is for tests alone: the server answers in it only where it was made to.

/** The bidirectional pseudo-locale of CLDR. */
export const MIRROR = 'ar-XB'

/** U+2067 RIGHT-TO-LEFT ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. */
export const MARKS = ['\u2067', '\u2069'] as const

/** The same entries, each sentence marked; the tag of the language becomes that of the mirror. */
export function mirrored<T>(entry: T): T {
  return mirror(entry) as T
}

function mirror(entry: unknown): unknown {
  if (typeof entry === 'string') return entry === 'en' ? MIRROR : `${MARKS[0]}${entry}${MARKS[1]}`
  if (typeof entry === 'function') return (...told: unknown[]) => mirror(entry(...told))
  if (Array.isArray(entry)) return entry.map(mirror)
  if (typeof entry === 'object' && entry !== null)
    return Object.fromEntries(Object.entries(entry).map(([key, inner]) => [key, mirror(inner)]))
  return entry
}
