// Which words does the page need that stands in for a broken one? It loads with every page, so it carries these alone.
import { wentWrong } from './en/front.ts'

/** The words for a page of ours that broke, for a BCP 47 locale. */
export function wrongFor(_locale?: string): typeof wentWrong {
  return wentWrong
}
