// Who of a circle is connected nowhere, though the store has them as here? All who were connected to a process go with it, without a
// word: so everybody is asked for when one is lost, when a circle begins to be looked after, and when an act was given up. And whoever was
// taken to be gone, and is here after all, is put back by the process that has them.
import type { Circle } from '../../lib/circle/circle.ts'
import { stayed } from '../../lib/circle/people.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import { createRollCalls } from '../fan-out/roll-call.ts'
import type { Bus, Clock } from '../ports.ts'
import { createScheduler } from '../room/scheduler.ts'
import type { Decision } from './docs.ts'
import type { Farewells } from './farewells.ts'
import type { CircleNews, CircleSaid } from './news.ts'
import type { Ear } from './telling.ts'
import type { Watch } from './watches.ts'

export interface Roll<C extends Ear> {
  /** From now on somebody may be missing: whoever has not come back in a while is gone. So it is wherever a circle begins to be looked after. */
  begin(id: string): void
  /** It is no more. */
  end(id: string): void
  /** Whoever is connected nowhere has gone at `at`. Never rejects, and need not be waited for. */
  call(id: string, at: Ms): Promise<void>
  hear(watch: Watch<C>, said: CircleSaid & { say: 'who' | 'here' }): void
  /** Puts back whoever is connected here and was taken to be gone. */
  putBack(watch: Watch<C>): Promise<void>
  close(): void
}

export interface RollPorts<C extends Ear> {
  bus: Bus
  clock: Clock
  watchOf: (id: string) => Watch<C> | undefined
  news: Pick<CircleNews, 'say' | 'send'>
  farewells: Pick<Farewells, 'say'>
  act: (id: string, decide: (circle: Circle, now: Ms) => Decision<object>) => Promise<unknown>
}

/** How long those have to come back whose process was lost, before they are taken to be gone. */
export const BACK_MS = 10_000

export function createRoll<C extends Ear>(ports: RollPorts<C>): Roll<C> {
  const { bus, clock, watchOf, news, farewells } = ports
  const calls = createRollCalls<string[]>(clock)
  const due = createScheduler(clock, id => void roll.call(id, clock.now()))

  const entriesHere = ({ ears }: Watch<C>): string[] => [...ears.members.values()].map(({ entry }) => entry)

  /** The entries of everybody who is connected to another process. Who does not answer in time is not there. */
  async function elsewhere(id: string): Promise<string[]> {
    if (bus.isAlone) return []
    return (await calls.ask(call => news.send(id, { say: 'who', by: bus.self, call }))).flat()
  }

  const roll: Roll<C> = {
    begin: id => due.arm(id, clock.now() + BACK_MS),
    end: id => due.arm(id, null),
    async call(id, at) {
      const watch = watchOf(id)
      if (!watch) return
      const here = new Set(entriesHere(watch))
      const missing = Object.entries(watch.circle.people).flatMap(([person, { token, goneSince }]) =>
        goneSince === null && !here.has(token.given) ? [{ person, entry: token.given, at }] : [],
      )
      if (missing.length === 0) return
      const there = await elsewhere(id)
      // Whoever has come since then began anew, and is called then.
      if (watchOf(id) !== watch) return
      // Who hears nobody knows nothing of anybody.
      if (!bus.isUp()) return roll.begin(id)
      const connected = new Set([...there, ...entriesHere(watch)])
      const gone = missing.filter(({ entry }) => !connected.has(entry))
      if (gone.length > 0) farewells.say(id, gone)
    },
    hear(watch, said) {
      if (said.say === 'who')
        news.say(watch.circle.id, { say: 'here', to: said.by, call: said.call, entries: entriesHere(watch) })
      else if (said.to === bus.self) calls.answered(said.call, said.entries)
    },
    async putBack(watch) {
      const { circle, ears } = watch
      const own = [...ears.members].filter(
        ([, { person, entry }]) => stayed(circle, person, entry, circle.at) !== circle,
      )
      if (own.length === 0) return
      await ports.act(circle.id, (kept, now) => {
        const stillHere = own.filter(([ear, member]) => ears.members.get(ear) === member)
        const back = stillHere.reduce((before, [, { person, entry }]) => stayed(before, person, entry, now), kept)
        return { ok: true, circle: back }
      })
    },
    close: due.close,
  }
  return roll
}
