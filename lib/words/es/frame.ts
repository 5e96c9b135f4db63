// Which words does a room need in Spanish before its sitting? Those of its frame, its door and its agreement; what is said in the sitting
// itself loads with the panels that say it.
import { agreement, door, doorstep } from './doorstep.ts'
import { leaveFrame, left } from './leaving.ts'
import { menuFrame } from './menu.ts'
import { connection } from './pauses.ts'
import { sittings } from './sittings.ts'
import { status } from './status.ts'
import { time } from './time.ts'
import { titles } from './titles.ts'
import { together } from './together.ts'
import { refusals, trouble } from './trouble.ts'

export const frame = {
  lang: 'es',
  agreement,
  connection,
  door,
  doorstep,
  leave: leaveFrame,
  left,
  menu: menuFrame,
  refusals,
  sittings,
  status,
  time,
  titles,
  together,
  trouble,
}
