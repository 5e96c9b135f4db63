// What does each panel of the table get? The room as both may see it, and what the two are called.
import type { RoomView } from '../../lib/wire/events.ts'
import type { LocalPage } from '../client/one-phone/local-page.ts'
import type { LocalSnapshot } from '../client/one-phone/local-room.ts'
import type { Person } from '../client/one-phone/local-texts.ts'

export interface TablePanelProps extends LocalSnapshot {
  page: LocalPage
  /** What both see alike. */
  view: RoomView
  names: Record<Person, string>
}

/** What is running, for panels that stand only while something runs. */
export type Running = NonNullable<RoomView['phase']>

/** How a sitting went away: what is seen of it as it goes, and whether it had come to its end. */
export interface Gone {
  lines: readonly string[]
  isComplete: boolean
}
