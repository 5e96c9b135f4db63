// What goes wrong at a simulated site? Each story has its own weather: of the faults that there are it knows some, more often or less.
import type { Ms } from '../../lib/protocol/room.ts'
import { LATE_MS } from '../room/debts.ts'
import type { Person } from './people.ts'
import type { SimProcess } from './sim-process.ts'
import { DEADLINE_MS } from './sim-store.ts'
import type { Site } from './site.ts'
import type { World } from './world.ts'

export interface Trouble {
  /** From now on nothing new is broken, and what can be mended is. */
  end(): void
}

/** How long there is between two of a kind, where the weather knows it. */
const EVERY_MS = {
  'a connection goes dead': 6_000,
  'a page is loaded again': 10_000,
  'a page is opened twice': 20_000,
  'a process is killed': 20_000,
  'a process ends well': 20_000,
  'a process stands still': 12_000,
  'a line of the bus is cut': 12_000,
  'the store fails': 15_000,
  'the store is emptied': 400_000,
} as const
type Fault = keyof typeof EVERY_MS

export function createTrouble(
  world: World,
  site: Site,
  people: () => Person[],
  openTab: (person: Person) => void,
): Trouble {
  const { chance } = world
  let isOver = false

  const anyProcess = () => pickFrom(site.processes())
  const anyTab = () => pickFrom(people().flatMap(({ tabs }) => tabs.filter(tab => tab.wire() !== null)))
  function pickFrom<T>(among: T[]): T | null {
    return among.length > 0 ? chance.pick(among as [T]) : null
  }

  function startLater(): void {
    world.in(chance.whole(200, 5_000), () => void site.start())
  }

  function sleep(process: SimProcess, ms: Ms): void {
    process.sleep(ms)
    site.chronicle.disturbed(ms)
    // A page that hears no heartbeat for ten seconds takes its connection for dead.
    world.in(10_000, () => {
      if (process.wasAwakeFor(0)) return
      for (const tab of people().flatMap(({ tabs }) => tabs)) if (tab.wire()?.process === process) tab.redial()
    })
  }

  const FAULTS: Record<Fault, () => void> = {
    'a connection goes dead': () => anyTab()?.wire()?.cut(),
    'a page is loaded again': () => anyTab()?.reload(),
    'a page is opened twice': () => {
      const person = pickFrom(people().filter(one => one.token && !one.isDone))
      if (person) openTab(person)
    },
    'a process is killed': () => {
      anyProcess()?.kill()
      startLater()
    },
    'a process ends well': () => {
      const process = anyProcess()
      if (!process) return
      if (chance.often(0.7)) site.start()
      else startLater()
      process.drain()
    },
    'a process stands still': () => {
      const process = anyProcess()
      if (process) sleep(process, chance.often(0.5) ? chance.whole(300, 4_000) : chance.whole(4_000, 13_000))
    },
    'a line of the bus is cut': () => {
      const [process, ms] = [anyProcess(), chance.whole(100, 9_000)]
      process?.bus.cut(chance.whole(0, 3_500))
      site.chronicle.disturbed(ms)
      world.in(ms, () => process?.bus.mend())
    },
    'the store fails': () => {
      const ms = chance.whole(500, 8_000)
      site.store.faulty(chance.pick([0.05, 0.3, 1]))
      // What was given up last is looked for until then.
      site.chronicle.disturbed(ms + DEADLINE_MS + LATE_MS)
      world.in(ms, () => site.store.faulty(0))
    },
    'the store is emptied': () => site.store.flush(),
  }
  /** Of these people may seem to be gone who are not. */
  const HARMLESS = new Set<Fault>(['a connection goes dead', 'a page is loaded again', 'a page is opened twice'])

  function plan(fault: Fault): void {
    world.in(chance.whole(0, 2 * EVERY_MS[fault]), () => {
      if (isOver) return
      world.count(fault)
      world.tell(fault)
      if (!HARMLESS.has(fault)) site.chronicle.disturbed()
      FAULTS[fault]()
      plan(fault)
    })
  }
  const share = chance.pick([0, 0.3, 0.6, 1])
  for (const fault of Object.keys(FAULTS) as Fault[]) if (chance.often(share)) plan(fault)

  return {
    end() {
      isOver = true
      site.store.faulty(0)
      for (const process of site.processes()) process.bus.mend()
      if (site.processes().filter(process => process.isOpen()).length === 0) site.start()
      site.chronicle.disturbed()
    },
  }
}
