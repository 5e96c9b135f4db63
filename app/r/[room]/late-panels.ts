// Which panels can wait until the page is on the screen? Those of the sitting itself and of its end: nobody comes to them
// but by way of the others.
import type { Panels } from './loaded-panels.ts'
import { Closing } from './panels/closing.tsx'
import { Held } from './panels/held.tsx'
import { phaseShown } from './phase-shown.tsx'

export const panels: Panels = { phaseShown, Held, Closing }
