// How is a circle's code written, said and typed? Eight characters on a wall, which somebody at the back of the hall reads.

/** Without vowels, so that no word comes about, and without what looks like something else. */
export const CODE_ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 8

const CODE = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)

/** What was typed, as a code; null when it is none. Small letters, spaces and dashes are forgiven. */
export function codeFrom(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')
  return CODE.test(code) ? code : null
}

/** In two groups, as it is shown. */
export const spaced = (code: string): string => `${code.slice(0, CODE_LENGTH / 2)} ${code.slice(CODE_LENGTH / 2)}`

/** A code from whole numbers that are equally likely to be any below 28. */
export const codeOf = (chances: readonly number[]): string =>
  chances
    .slice(0, CODE_LENGTH)
    .map(chance => CODE_ALPHABET[chance % CODE_ALPHABET.length])
    .join('')
