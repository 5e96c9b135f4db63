// Which words does the page need on which two people share one phone? Its own, and the few that every sitting has.
import { look, site } from './en/front.ts'
import { menu } from './en/menu.ts'
import { onePhone } from './en/one-phone.ts'
import { sittings } from './en/sittings.ts'
import { time } from './en/time.ts'

const en = { ...onePhone, look, site, settings: menu, sittings, time }

export type OnePhoneWords = typeof en

/** The words of the page with one phone, for a BCP 47 locale. */
export function onePhoneFor(_locale?: string): OnePhoneWords {
  return en
}
