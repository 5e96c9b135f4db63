// What lies between a person's page and a process? A connection that keeps its order each way, takes its time, and may go dead without
// a word: then each end goes on as if nothing were, until it has not heard from the other for too long.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Ack } from '../../lib/wire/events.ts'
import type { SimProcess, Socket } from './sim-process.ts'
import type { World } from './world.ts'

export interface Wire {
  readonly process: SimProcess
  ask(name: string, payload: unknown, answered: (ack: Ack) => void): void
  hangUp(): void
  /** The network between both goes dead; nobody is told. */
  cut(): void
  /** Whether it is whole, as far as the world knows. */
  isWhole(): boolean
  /** The last instant at which the page heard something from the process. */
  heardAt(): Ms
}

/** The page's end of a connection. */
export interface Page {
  told(event: string, told: unknown): void
  ended(): void
  /** What the process answered, in the instant in which it did, before the network has it. */
  answeredThere?(name: string, asked: unknown, ack: Ack): void
}

const HEARTBEAT_MS = 5_000
/** Nothing is there of a process that was killed: the network says so at once, or the machine is gone as well. */
const REFUSED_SHARE = 0.7

export function connect(world: World, process: SimProcess, page: Page): Wire {
  const { chance } = world
  const skewMs = process.now() - world.now()
  let up = 0
  let down = 0
  let isCut = false
  let isOverHere = false
  let isOverThere = false
  let heardThere = world.now()
  let heardHere = world.now()
  let socket: Socket | null = null
  const delay = () => (chance.often(0.9) ? chance.whole(5, 40) : chance.whole(40, 400))

  function toProcess(happen: (socket: Socket) => void): void {
    up = Math.max(up, world.now() + delay())
    world.in(up - world.now(), () => {
      if (isCut || isOverThere) return
      heardThere = world.now()
      process.inside(() => {
        if (isOverThere) return
        socket ??= process.accept(way)
        happen(socket)
      })
    })
  }

  function toPage(happen: () => void): void {
    down = Math.max(down, world.now() + delay())
    world.in(down - world.now(), () => {
      if (isCut || isOverHere) return
      heardHere = world.now()
      happen()
    })
  }

  function endHere(): void {
    if (isOverHere) return
    isOverHere = true
    page.ended()
  }

  function endThere(silentSince?: Ms): void {
    if (isOverThere) return
    isOverThere = true
    if (socket) process.ended(socket, silentSince)
  }

  const way = {
    emit: (event: string, told: unknown) => toPage(() => page.told(event, told)),
    close() {
      const isKilled = !process.isAlive()
      world.in(0, () => process.inside(() => endThere()))
      if (isKilled && !chance.often(REFUSED_SHARE)) world.in(chance.whole(1_000, 10_000), endHere)
      else toPage(endHere)
    },
  }

  /** A connection that goes dead was last heard from at a heartbeat at the latest. */
  function cut(): void {
    if (isCut) return
    isCut = true
    const beat = chance.whole(0, HEARTBEAT_MS)
    heardThere = Math.max(heardThere, world.now() - beat)
    heardHere = Math.max(heardHere, world.now() - beat)
    const silent = heardThere + skewMs
    world.in(2 * HEARTBEAT_MS - beat, () => process.inside(() => endThere(silent)))
    // A page that suspects something asks, and finds out sooner.
    world.in(chance.whole(1_000, 2 * HEARTBEAT_MS - beat), endHere)
  }

  toProcess(() => {})
  return {
    process,
    ask(name, payload, answered) {
      toProcess(there =>
        process.hear(there, name, payload, ack => {
          page.answeredThere?.(name, payload, ack)
          toPage(() => answered(ack))
        }),
      )
    },
    hangUp() {
      if (isOverHere) return
      isOverHere = true
      toProcess(() => endThere())
    },
    cut,
    isWhole: () => !isCut && !isOverHere && !isOverThere,
    heardAt: () => Math.max(heardHere, isCut || !process.wasAwakeFor(HEARTBEAT_MS) ? 0 : world.now() - HEARTBEAT_MS),
  }
}
