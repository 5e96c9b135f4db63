// Which other processes serve this site, and has one of them been lost? Each says from time to time that it lives. One that ends as it
// should says so; one that falls silent was killed or cut off, and its people are looked for.
import type { Ms } from '../lib/protocol/room.ts'
import type { Bus, Cancel, Clock } from './ports.ts'

export interface Company {
  /** Says goodbye. */
  leave(): Promise<void>
  close(): void
}

export interface CompanyPorts {
  bus: Bus
  clock: Clock
  /** A process was last heard at `at`, and then no more. */
  lost: (at: Ms) => void
}

const CHANNEL = 'processes'
export const ALIVE_MS = 1_000
/** Longer than a collection of garbage or a slow second of Redis, shorter than people wait for somebody who is not there. */
export const SILENT_MS = 4_000

export function createCompany({ bus, clock, lost }: CompanyPorts): Company {
  const heardAt = new Map<string, Ms>()
  let cancel: Cancel = () => {}
  if (bus.isAlone) return { leave: async () => {}, close: () => {} }

  const { stop } = bus.hear(CHANNEL, text => {
    const [word, who = ''] = text.split(' ')
    if (word === 'left') heardAt.delete(who)
    else heardAt.set(who, clock.now())
  })

  function beat(): void {
    const now = clock.now()
    cancel = clock.at(now + ALIVE_MS, beat)
    void bus.say(CHANNEL, `lives ${bus.self}`)
    // While this process hears nobody, the silence is its own.
    if (!bus.isUp()) return
    for (const [who, at] of heardAt) {
      if (now < at + SILENT_MS) continue
      heardAt.delete(who)
      lost(at)
    }
  }
  // The silence of an outage is nobody's death: each has as long again to be heard.
  bus.onMissed(() => {
    for (const who of heardAt.keys()) heardAt.set(who, clock.now())
  })
  beat()

  return {
    leave: async () => void (await bus.say(CHANNEL, `left ${bus.self}`)),
    close() {
      cancel()
      stop()
    },
  }
}
