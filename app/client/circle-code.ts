// Is this the code of a circle? Eight characters as they are written on a wall or said across a hall: small letters, spaces
// and dashes are forgiven. What is shown is in two groups of four, which is as much as one keeps in mind on the way to a phone.

const LENGTH = 8
/** Without vowels, so that no word comes about, and without what looks like something else. */
const IS_CODE = /^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/
const BETWEEN = /[\s\u2010-\u2015-]/g

/** The code as every part of the site writes it; null when this is none. */
export function readCode(text: string): string | null {
  const code = text.toUpperCase().replace(BETWEEN, '')
  return IS_CODE.test(code) ? code : null
}

export function groupsOf(code: string): [string, string] {
  return [code.slice(0, LENGTH / 2), code.slice(LENGTH / 2)]
}

export const circlePath = (code: string): string => `/workshop/${code}`

/** What the code for a phone's camera holds: in capitals, which take the fewest modules; the way in does not mind the case. */
export const shortLink = (origin: string, code: string): string => `${origin}/j/${code}`.toUpperCase()
