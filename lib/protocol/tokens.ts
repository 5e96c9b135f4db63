// Which tokens open a place, a seat in a room or one in a circle? The one that was shown last, and whatever was given for it since.
// All of them are hashes. Compared plainly: how long it takes tells something of a hash at most, and no token can be made for a hash.

export interface Tokens {
  /** Shown last. */
  used: string
  /** Given last; good, as `used` is, until it is shown for the first time (rule S). */
  given: string
  /** What was given before `given` and since `used`, to an ask whose answer may have arrived for all that anybody knows. */
  also?: string[]
}

/** How many answers on their way are kept good: a page asks again every few seconds, and nobody is silent for longer than a minute. */
const ALSO_MOST = 8

/** Of somebody who has shown none yet. */
export const firstToken = (token: string): Tokens => ({ used: token, given: token })

export const opens = ({ used, given, also }: Tokens, token: string): boolean =>
  used === token || given === token || also?.includes(token) === true

/** `next` was given for `token`. Of two asks the later one may be answered first, and its answer be the one that arrived. */
export function shown(own: Tokens, token: string, next: string): Tokens {
  const isAgain = own.used === token && own.given !== token
  return { used: token, given: next, ...(isAgain && { also: alsoGood(own) }) }
}

/** `next` was given to somebody who has shown none yet, and asks anew. */
export const askedAnew = (own: Tokens, next: string): Tokens => ({ ...firstToken(next), also: alsoGood(own) })

const alsoGood = ({ also = [], given }: Tokens): string[] => [...also, given].slice(-ALSO_MOST)
