// Which words does a sitting say, beyond those of the room's frame? They load with the panels that say them.
import { agreement } from './agreement.ts'
import { atDoorstep } from './at-doorstep.ts'
import { closeness } from './closeness.ts'
import { device } from './device.ts'
import { doorstep } from './doorstep.ts'
import { feltHeard } from './felt-heard.ts'
import { first } from './first.ts'
import { look } from './front.ts'
import { alone, ended, goodbye, leave } from './leaving.ts'
import { menu } from './menu.ts'
import { mismatch } from './mismatch.ts'
import { hold, more } from './pauses.ts'
import { phases } from './phases.ts'
import { status } from './status.ts'
import { trouble } from './trouble.ts'
import { voice } from './voice.ts'
import { workshopRoom } from './workshop-room.ts'
import { samePlace, writing } from './writing.ts'

export const sitting = {
  agreement,
  alone,
  closeness,
  device,
  doorstep: { ...doorstep, ...atDoorstep },
  ended,
  feltHeard,
  first,
  goodbye,
  hold,
  leave,
  look,
  menu,
  more,
  phases,
  samePlace,
  voice,
  status,
  trouble: { ...trouble, mismatch },
  workshop: workshopRoom,
  writing,
}
