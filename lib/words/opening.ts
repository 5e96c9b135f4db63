// Which words does the page need on which a room is opened? Only these, so that it loads without those of the room.
import { open } from './en/open.ts'
import { refusals, trouble } from './en/trouble.ts'

const en = { open, refusals, unreachable: trouble.unreachable, cannotSeal: trouble.oldBrowser }

export type OpeningWords = typeof en

/** The words of the opening page for a BCP 47 locale. */
export function openingFor(_locale?: string): OpeningWords {
  return en
}
