'use client'
// Which words does a part of the page say? Those of the page's language. A page brings only the words that it says, so there is
// one hook for each of its scopes.
import { createContext, useContext } from 'react'
import type { BoardWords, ConveneWords } from '../../lib/words/facilitator.ts'
import type { Locale } from '../../lib/words/locale.ts'
import type { OnePhoneWords } from '../../lib/words/one-phone.ts'
import type { PracticeWords } from '../../lib/words/practice.ts'
import type { FrameWords, OpeningWords, RoomWords, Words } from '../../lib/words/words.ts'
import type { WorkshopWords } from '../../lib/words/workshop.ts'

/** What every page knows: its language, and what is said when it breaks. */
export interface PageLanguage {
  locale: Locale
  wentWrong: Words['wentWrong']
}

export const LanguageContext = createContext<PageLanguage | null>(null)
export const FrameContext = createContext<FrameWords | null>(null)
export const RoomContext = createContext<RoomWords | null>(null)
export const OpeningContext = createContext<OpeningWords | null>(null)
export const OnePhoneContext = createContext<OnePhoneWords | null>(null)
export const PracticeContext = createContext<PracticeWords | null>(null)
export const WorkshopContext = createContext<WorkshopWords | null>(null)
export const ConveneContext = createContext<ConveneWords | null>(null)
export const BoardContext = createContext<BoardWords | null>(null)

function given<T>(words: T | null): T {
  if (words === null) throw new Error('this page does not bring these words')
  return words
}

export const useLanguage = (): PageLanguage => given(useContext(LanguageContext))

/** What a room says before its sitting: for all that may stand on its first screens. */
export const useFrame = (): FrameWords => given(useContext(FrameContext))

/** All that is said in a room: for what loads with the panels of the sitting. */
export const useWords = (): RoomWords => given(useContext(RoomContext))

/** What the page says on which a room is opened. */
export const useOpening = (): OpeningWords => given(useContext(OpeningContext))

/** What the page says on which two people share one phone. */
export const useOnePhoneWords = (): OnePhoneWords => given(useContext(OnePhoneContext))

/** What is said around practice with strangers: on its pages, and in a room beside what every room says. */
export const usePracticeWords = (): PracticeWords => given(useContext(PracticeContext))

/** What is said to the people of a workshop, outside of its rooms. */
export const useWorkshopWords = (): WorkshopWords => given(useContext(WorkshopContext))

/** What the page says on which a workshop is prepared. */
export const useConvene = (): ConveneWords => given(useContext(ConveneContext))

/** What a facilitator's board says. */
export const useBoardWords = (): BoardWords => given(useContext(BoardContext))
