// Which panels can wait until the page is on the screen? Those of the invitation, the agreement, the sitting and its
// end, since nobody comes to them but by way of others; what lies over the room, which nobody opens first; and what is said aloud of a
// change, since on the first screen nothing has changed.
import { announce } from './announce.ts'
import { Agreement } from './panels/agreement.tsx'
import { Closing } from './panels/closing.tsx'
import { Held } from './panels/held.tsx'
import { Invite } from './panels/invite.tsx'
import { Left } from './panels/left.tsx'
import { Mismatch } from './panels/mismatch.tsx'
import { WorkshopBefore } from './panels/workshop-before.tsx'
import { BellChoice } from './parts/bell-choice.tsx'
import { FromFacilitator } from './parts/from-facilitator.tsx'
import { HelpButton } from './parts/help-button.tsx'
import { LeaveQuestion } from './parts/leave-question.tsx'
import { OwnMenu } from './parts/own-menu.tsx'
import { QuickExit } from './parts/quick-exit.ts'
import { VoiceFrame } from './parts/voice-frame.tsx'
import { WayBack } from './parts/way-back.tsx'
import { WhoLeft } from './parts/who-left.tsx'
import { phaseShown } from './phase-shown.tsx'

export const panels = {
  announce,
  phaseShown,
  Invite,
  Agreement,
  Mismatch,
  Held,
  Closing,
  Left,
  BellChoice,
  LeaveQuestion,
  OwnMenu,
  QuickExit,
  VoiceFrame,
  WorkshopBefore,
  HelpButton,
  WayBack,
  FromFacilitator,
  WhoLeft,
}
