// What stands on the screen of a room, and what around it goes with that?
import type { ReactNode } from 'react'

export interface Shown {
  /** Changes when another panel takes the place of this one. */
  key: string
  /** Small, at the start of the top line. */
  place: string
  /** In the browser's tab. */
  title: string
  /** The ground goes to its darker tone: there is nothing to do but to listen. */
  hushed?: boolean
  panel: ReactNode
}
