// Which words does a person read? Those of their language, where it has been written; English until then. This file knows
// every language at once, so it is for the server and for tests: a browser loads the one language of its page (app/words).
import type { frame } from './en/frame.ts'
import type { opening } from './en/opening.ts'
import type { sitting } from './en/sitting.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import type { Locale } from './locale.ts'
import { MIRROR, mirrored } from './mirrored.ts'

/** A whole dictionary. */
export type Words = typeof en
/** What a room says before its sitting. */
export type FrameWords = typeof frame
/** What a sitting says beyond that. */
export type SittingWords = typeof sitting
/** All that is said in a room. */
export type RoomWords = FrameWords & SittingWords
/** What the page says on which a room is opened. */
export type OpeningWords = typeof opening

const ALL: Record<Locale, Words> = { en, es, [MIRROR]: mirrored(en) }

/** A whole dictionary of one language. */
export function wordsFor(locale: Locale): Words {
  return ALL[locale]
}
