// Which words does a room need in Spanish before its sitting? Those of its frame, its door and its refusals; what is said in the sitting
// itself loads with the panels that say it.
import { connection } from './connection.ts'
import { door, doorstep } from './doorstep.ts'
import { leaveFrame, left } from './leave-frame.ts'
import { menuFrame } from './menu-frame.ts'
import { sittings } from './sittings.ts'
import { time } from './time.ts'
import { titles } from './titles.ts'
import { together } from './together.ts'
import { refusals, trouble } from './trouble.ts'

export const frame = {
  lang: 'es',
  connection,
  door,
  doorstep,
  leave: leaveFrame,
  left,
  menu: menuFrame,
  refusals,
  sittings,
  time,
  titles,
  together,
  trouble,
}
