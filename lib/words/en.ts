// What does the product say in English? Every sentence of a screen stands here or in a part named here; the two long pages
// to read are in `reading.ts`, so that a room does not carry them.
import { agreement, door, doorstep, first } from './en/doorstep.ts'
import { home, look, notFound, site, wentWrong } from './en/front.ts'
import { alone, ended, goodbye, leave, left } from './en/leaving.ts'
import { menu } from './en/menu.ts'
import { open } from './en/open.ts'
import { connection, hold, more } from './en/pauses.ts'
import { phases } from './en/phases.ts'
import { sittings } from './en/sittings.ts'
import { status } from './en/status.ts'
import { time } from './en/time.ts'
import { titles } from './en/titles.ts'
import { together } from './en/together.ts'
import { refusals, trouble } from './en/trouble.ts'
import { samePlace, writing } from './en/writing.ts'

export const en = {
  lang: 'en',
  dir: 'ltr' as 'ltr' | 'rtl',
  site,
  home,
  look,
  notFound,
  wentWrong,
  open,
  sittings,
  doorstep,
  door,
  agreement,
  first,
  together,
  phases,
  writing,
  samePlace,
  hold,
  more,
  connection,
  menu,
  leave,
  left,
  ended,
  alone,
  goodbye,
  refusals,
  trouble,
  status,
  titles,
  time,
}
