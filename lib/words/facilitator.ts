// Which words are said to a facilitator, in each language? This file knows every language at once, so it is for the server and
// for tests.
import { board } from './en/board.ts'
import { convene } from './en/convene.ts'
import { board as boardEs } from './es/board.ts'
import { convene as conveneEs } from './es/convene.ts'
import type { Locale } from './locale.ts'
import { MIRROR, mirrored } from './mirrored.ts'

/** What the page says on which a workshop is prepared. */
export type ConveneWords = typeof convene
/** What the board says. */
export type BoardWords = typeof board

const en = { convene, board }

export type FacilitatorWords = typeof en

const ALL: Record<Locale, FacilitatorWords> = {
  en,
  es: { convene: conveneEs, board: boardEs },
  [MIRROR]: mirrored(en),
}

export function facilitatorFor(locale: Locale): FacilitatorWords {
  return ALL[locale]
}
