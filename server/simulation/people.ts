// Who is a person of a simulated world, and what can be asked of their pages?
import type { Ms } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Chronicle } from './chronicle.ts'
import type { Wire } from './sim-network.ts'
import type { SimProcess } from './sim-process.ts'
import type { Witness } from './witness.ts'
import type { World } from './world.ts'

/** What the pages of one person have between them: what a browser keeps. */
export interface Person {
  name: string
  key: string
  room: string | null
  token: string | null
  heard: Ms
  /** They have left, or there is nothing more to come back to. */
  isDone: string | null
  tabs: Tab[]
}

export interface Tab {
  dial(): void
  hangUp(): void
  /** Takes its connection for dead, and makes another. */
  redial(): void
  /** Goes away and comes back, as a page that is loaded again: what it had in mind alone is lost. */
  reload(): void
  act(): void
  /** Asks for what brings the sitting to its end, and for nothing else. */
  goOn(): void
  wire(): Wire | null
  /** The newest view, while this page holds the seat. */
  seen(): RoomView | null
  isStopped(): boolean
}

export interface PersonPorts {
  world: World
  chronicle: Chronicle
  witness: Witness
  /** A process that takes connections; null when there is none. */
  process: () => SimProcess | null
  hash: (token: string) => string
}
