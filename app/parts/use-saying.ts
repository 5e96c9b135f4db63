'use client'
// What does the live region of this page say, and how is it told something?
import { useCallback, useState } from 'react'
import { SAYS_NOTHING, type Say, type Says, saysNext } from './says.ts'

export function useSaying(): { says: Says; say: Say } {
  const [says, setSays] = useState(SAYS_NOTHING)
  const say = useCallback<Say>((sentence, anew) => setSays(before => saysNext(before, sentence, anew)), [])
  return { says, say }
}
