'use client'
// How does what a facilitator presses become something that happens, and how do they learn of it when it does not? Each ask is
// sent once; what became of it is said in one plain sentence.
import { useCallback, useEffect, useState } from 'react'
import type { DirectAsk, PersonId } from '../../../../lib/wire/circle.ts'
import type { BoardWords } from '../../../../lib/words/facilitator.ts'
import type { Directed } from '../../../client/circle/board-link.ts'
import type { Say } from '../../../parts/says.ts'
import { doneWords } from './done-words.ts'

/** As long as a sentence takes to be read: later the bell has rung out. What was refused stays until the next press. */
const DONE_MS = 20_000

export interface Notice {
  text: string
  isProblem: boolean
}

export interface Acts {
  notice: Notice | null
  /** Whether something is on its way: nothing else is sent meanwhile. */
  isBusy: boolean
  /** Resolves with whether it was done. `done`: what is read then; whoever can't see the board is told of every act. */
  act(ask: DirectAsk, done?: string): Promise<boolean>
  clear(): void
}

/** Why something was refused, with the names of those whom it is about. */
export function refusalWords(
  answer: Directed & { ok: false },
  nameOf: (id: PersonId) => string,
  { refusals, whys, lang }: BoardWords,
): string {
  if (answer.why !== undefined) {
    const names = new Intl.ListFormat(lang, { type: 'conjunction' }).format((answer.who ?? []).map(nameOf))
    const say: (names: string) => string = Object.hasOwn(whys, answer.why)
      ? whys[answer.why as keyof typeof whys]
      : whys.other
    return say(names)
  }
  return Object.hasOwn(refusals, answer.code) ? refusals[answer.code as keyof typeof refusals] : refusals.other
}

export interface ActsPorts {
  direct: (ask: DirectAsk) => Promise<Directed>
  nameOf: (id: PersonId) => string
  words: BoardWords
  say: Say
}

export function useActs({ direct, nameOf, words, say }: ActsPorts): Acts {
  const [notice, setNotice] = useState<Notice | null>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (!notice || notice.isProblem) return
    const timer = setTimeout(() => setNotice(null), DONE_MS)
    return () => clearTimeout(timer)
  }, [notice])

  async function act(ask: DirectAsk, done?: string): Promise<boolean> {
    if (isBusy) return false
    setBusy(true)
    const answer = await direct(ask)
    setBusy(false)
    if (answer.ok) {
      setNotice(done === undefined ? null : { text: done, isProblem: false })
      say(done ?? doneWords(ask, nameOf, words), 'anew')
      return true
    }
    const text = refusalWords(answer, nameOf, words)
    setNotice({ text, isProblem: true })
    say(text, 'anew')
    return false
  }

  return { notice, isBusy, act, clear: useCallback(() => setNotice(null), []) }
}
