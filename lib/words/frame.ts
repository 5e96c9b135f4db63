// Which words does a room need before its sitting? Those of its frame, its door and its agreement; what is said in the sitting
// itself loads with the panels that say it.
import { agreement, door, doorstep, first } from './en/doorstep.ts'
import { ended, goodbye, leave, left } from './en/leaving.ts'
import { menu } from './en/menu.ts'
import { connection, hold } from './en/pauses.ts'
import { sittings } from './en/sittings.ts'
import { status } from './en/status.ts'
import { time } from './en/time.ts'
import { titles } from './en/titles.ts'
import { together } from './en/together.ts'
import { refusals, trouble } from './en/trouble.ts'

const en = {
  lang: 'en',
  agreement,
  connection,
  door,
  doorstep,
  ended,
  first,
  goodbye,
  hold,
  leave,
  left,
  menu,
  refusals,
  sittings,
  status,
  time,
  titles,
  together,
  trouble,
}

export type FrameWords = typeof en

/** The words of a room before its sitting, for a BCP 47 locale. */
export function frameFor(_locale?: string): FrameWords {
  return en
}
