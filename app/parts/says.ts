// When is a sentence said once more to whoever can't see it? What is told of the same thing twice is said once; what has happened a
// second time is said a second time, although it is said in the same words.

export interface Says {
  text: string
  /** Another number, and the sentence is said, whatever was said before it. */
  nth: number
}

/** Says a sentence to screen readers, politely. `anew`: it has happened again, so it is said again. */
export type Say = (sentence: string, anew?: 'anew') => void

export const SAYS_NOTHING: Says = { text: '', nth: 0 }

export function saysNext(before: Says, text: string, anew?: 'anew'): Says {
  return anew || text !== before.text ? { text, nth: before.nth + 1 } : before
}
