// Who serves a simulated site? A few processes around one store and one bus, of which some are replaced in the course of a story.
import type { Ids } from '../ports.ts'
import { hashToken } from '../room/tokens.ts'
import { type Chronicle, createChronicle } from './chronicle.ts'
import { createPromises } from './promises.ts'
import { createSimBus } from './sim-bus.ts'
import { type SimProcess, startSimProcess } from './sim-process.ts'
import { createSimStore, type SimStore } from './sim-store.ts'
import { createWitness, type Witness } from './witness.ts'
import type { World } from './world.ts'

export interface Site {
  store: SimStore
  chronicle: Chronicle
  witness: Witness
  ids: Ids
  hash: (token: string) => string
  processes(): SimProcess[]
  start(): SimProcess
  /** One that takes connections; a balancer does not know which of them stands still. */
  choose(): SimProcess | null
}

export function createSite(world: World): Site {
  const { chance } = world
  const chronicle = createChronicle(world)
  const bus = createSimBus(world)
  const store = createSimStore(world, bus, chronicle.committed)
  const ids = createSimIds(world)
  const started: SimProcess[] = []

  const processes = () => started.filter(process => process.isAlive())
  const promises = createPromises(world, processes)
  const witness = createWitness(world, chronicle, promises)
  return {
    store,
    chronicle,
    witness,
    ids,
    hash: hashToken,
    processes,
    start() {
      const process = startSimProcess({
        world,
        bus,
        store,
        ids,
        hash: hashToken,
        shown: witness.shown,
        handed: promises.handed,
        name: `p${started.length}`,
        skewMs: chance.whole(-40, 40),
      })
      started.push(process)
      return process
    },
    choose() {
      const open = processes().filter(process => process.isOpen())
      return open.length > 0 ? chance.pick(open as [SimProcess]) : null
    },
  }
}

/** Names that are of the right form, and the same in every telling of a story. */
function createSimIds({ chance }: World): Ids {
  let made = 0
  const name = (letter: string, length: number) => letter + String(++made).padStart(length - 1, '0')
  return {
    room: () => name('r', 22),
    token: () => name('t', 43),
    commit: () => name('c', 14),
    below: most => chance.whole(0, most - 1),
    coin: () => chance.often(0.5),
  }
}
