'use client'
// Which words does the page with one phone say? Only its own, in the page's language.
import { type OnePhoneWords, onePhoneFor } from '../../lib/words/one-phone.ts'

export function useOnePhoneWords(): OnePhoneWords {
  return onePhoneFor()
}
