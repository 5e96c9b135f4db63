// Which walks are there? Together they pass every screen of the product.
import { doors } from './doors.ts'
import { guiding } from './guiding.ts'
import { holding, leaving } from './holding.ts'
import { listening } from './listening.ts'
import { onePhone } from './one-phone.ts'
import { opening } from './opening.ts'
import { repair } from './repair.ts'
import { strangers } from './strangers.ts'
import { together, unclocked } from './together.ts'
import { byVoice } from './voice.ts'
import { workshopAfter, workshopPeople, workshopVisited } from './workshop.ts'

export const chapters = {
  opening,
  listening,
  repair,
  together,
  unclocked,
  holding,
  leaving,
  doors,
  byVoice,
  onePhone,
  strangers,
  workshopPeople,
  workshopVisited,
  workshopAfter,
  guiding,
}
