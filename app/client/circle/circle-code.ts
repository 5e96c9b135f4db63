// How is the code of a circle shown, and where does it lead? In two groups of four, which is as much as one keeps in mind on the way to
// a phone.
import { CODE_LENGTH } from '../../../lib/circle/code.ts'

export function groupsOf(code: string): [string, string] {
  return [code.slice(0, CODE_LENGTH / 2), code.slice(CODE_LENGTH / 2)]
}

export const circlePath = (code: string): string => `/workshop/${code}`

/** What the code for a phone's camera holds: in capitals, which take the fewest modules; the way in does not mind the case. */
export const shortLink = (origin: string, code: string): string => `${origin}/j/${code}`.toUpperCase()
