// Which classes does an element carry? Those that hold, joined.

/** Joins the class names that are strings and not empty. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
