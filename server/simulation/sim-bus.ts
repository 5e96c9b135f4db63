// How do the processes of a simulated site hear each other? As through Redis Pub/Sub: what is said on one channel keeps its order for
// each who hears it, what is said on two does not; whoever's line is cut hears nothing, finds it out late, and is told when it is back; and
// some of them are counted among the listeners all the while.
import type { Ms } from '../../lib/protocol/room.ts'
import type { Bus, Cancel } from '../ports.ts'
import type { World } from './world.ts'

/** Runs something inside a process: later while it stands still, never once it has ended. */
export type Inside = (happen: () => void) => void

export interface BusLine extends Bus {
  /** Nothing reaches this process from now on; it notices after `noticedMs`. */
  cut(noticedMs: Ms): void
  /** Hears again. */
  mend(): void
  /** Whether what is said on the channel from now on reaches this process, while its line is whole. */
  hears(channel: string): boolean
  /** Whether everything that was said for this long has reached it in time. */
  wasWholeFor(ms: Ms): boolean
}

export interface SimBus {
  join(self: string, inside: Inside): BusLine
  /** Said in the same instant in which a store kept something, on behalf of `self`. Returns how many others it goes to. */
  sayNow(self: string, channel: string, text: string): number
  /** How long what is said takes at the most. */
  slowestMs: Ms
}

interface Ear {
  heard: (text: string) => void
  /** What was said last arrives then, and nothing that is said later comes before it. */
  lastAt: Ms
}

interface Line {
  self: string
  inside: Inside
  ears: Map<string, Set<Ear>>
  waiting: Set<() => void>
  isCut: boolean
  /** It hears nothing, and nobody can tell: that its line is dead has yet to come to the other end. */
  isCounted: boolean
  isUp: boolean
  /** How often it was cut: what was on its way then is lost. */
  cuts: number
  mendedAt: Ms
  missed: (() => void)[]
}

export function createSimBus(world: World): SimBus {
  const { chance } = world
  const lines = new Map<string, Line>()
  const delay = () => (chance.often(0.9) ? chance.whole(1, 6) : chance.whole(6, bus.slowestMs))

  function listen(line: Line, channel: string, ear: Ear): void {
    const ears = line.ears.get(channel) ?? new Set()
    line.ears.set(channel, ears.add(ear))
  }

  const bus: SimBus = {
    slowestMs: 60,
    sayNow(self, channel, text) {
      let reached = 0
      for (const line of lines.values()) {
        const ears = line.ears.get(channel)
        if (line.self === self || !ears || (line.isCut && !line.isCounted)) continue
        reached++
        if (line.isCut) continue
        for (const ear of ears) {
          ear.lastAt = Math.max(ear.lastAt, world.now() + delay())
          const { cuts } = line
          world.in(ear.lastAt - world.now(), () => {
            if (line.cuts !== cuts || !ears.has(ear)) return
            line.inside(() => ears.has(ear) && ear.heard(text))
          })
        }
      }
      return reached
    },
    join(self, inside) {
      const line: Line = {
        self,
        inside,
        ears: new Map(),
        waiting: new Set(),
        isCut: false,
        isCounted: false,
        isUp: true,
        cuts: 0,
        mendedAt: 0,
        missed: [],
      }
      lines.set(self, line)
      return {
        self,
        isAlone: false,
        hear(channel, heard) {
          const ear: Ear = { heard, lastAt: 0 }
          let isStopped = false
          const ready = new Promise<void>(resolve => {
            const begin = () => {
              if (!isStopped) listen(line, channel, ear)
              world.in(delay(), () => inside(resolve))
            }
            const subscribe = () => (line.isCut ? void line.waiting.add(begin) : begin())
            world.in(delay(), subscribe)
          })
          const stop: Cancel = () => {
            isStopped = true
            const ears = line.ears.get(channel)
            ears?.delete(ear)
            if (ears?.size === 0) line.ears.delete(channel)
          }
          return { ready, stop }
        },
        say: (channel, text) =>
          new Promise(resolve => {
            if (line.isCut) return void world.in(delay(), () => inside(() => resolve(0)))
            world.in(delay(), () => {
              const reached = bus.sayNow(self, channel, text)
              world.in(delay(), () => inside(() => resolve(reached)))
            })
          }),
        onMissed: told => void line.missed.push(told),
        isUp: () => line.isUp,
        async close() {
          lines.delete(self)
        },
        cut(noticedMs) {
          if (line.isCut) return
          line.isCut = true
          line.isCounted = chance.often(0.5)
          line.cuts++
          world.in(noticedMs, () =>
            inside(() => {
              if (line.isCut) line.isUp = false
            }),
          )
        },
        mend() {
          if (!line.isCut) return
          line.isCut = false
          line.mendedAt = world.now()
          for (const begin of line.waiting) begin()
          line.waiting.clear()
          world.in(delay(), () =>
            inside(() => {
              line.isUp = true
              for (const told of line.missed) told()
            }),
          )
        },
        hears: channel => line.ears.has(channel),
        wasWholeFor: ms => !line.isCut && line.mendedAt <= world.now() - ms,
      }
    },
  }
  return bus
}
