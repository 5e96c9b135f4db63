// Which other processes serve this site, and has one of them been lost? Each says from time to time that it lives, or that it does and
// stood still not long ago. One that ends as it should says so; one that falls silent was killed or cut off, and its people are looked for.
import type { Ms } from '../../lib/protocol/room.ts'
import { NO_STALLS, type Stalls } from '../observe/stalls.ts'
import type { Bus, Cancel, Clock } from '../ports.ts'

export interface Company {
  /** Another process lives at this moment, and has not stood still lately: whoever can't be served well here can be there. */
  isAnotherWell(): boolean
  /** Says goodbye. */
  leave(): Promise<void>
  close(): void
}

export interface CompanyPorts {
  bus: Bus
  clock: Clock
  /** Of this process. */
  stalls?: Stalls
  /** A process was last heard at `at`, and then no more. */
  lost: (at: Ms) => void
}

const CHANNEL = 'processes'
export const ALIVE_MS = 1_000
/** Longer than a collection of garbage or a slow second of Redis, shorter than people wait for somebody who is not there. */
export const SILENT_MS = 4_000
/** A word of life that came longer ago says nothing of this moment. */
const FRESH_MS = 2.5 * ALIVE_MS
/** What a process says that stood still lately. To an earlier release it is a word of life as any. */
const STOOD = 'stood'

interface Heard {
  at: Ms
  isWell: boolean
}

export function createCompany({ bus, clock, lost, stalls = NO_STALLS }: CompanyPorts): Company {
  const heard = new Map<string, Heard>()
  let cancel: Cancel = () => {}
  if (bus.isAlone) return { isAnotherWell: () => false, leave: async () => {}, close: () => {} }

  const { stop } = bus.hear(CHANNEL, text => {
    const [word, who = ''] = text.split(' ')
    if (word === 'left') heard.delete(who)
    else heard.set(who, { at: clock.now(), isWell: word !== STOOD })
  })

  function beat(): void {
    const now = clock.now()
    cancel = clock.at(now + ALIVE_MS, beat)
    void bus.say(CHANNEL, `${stalls.isWary() ? STOOD : 'lives'} ${bus.self}`)
    // While this process hears nobody, the silence is its own.
    if (!bus.isUp()) return
    for (const [who, { at }] of heard) {
      if (now < at + SILENT_MS) continue
      heard.delete(who)
      lost(at)
    }
  }
  // The silence of an outage is nobody's death: each has as long again to be heard.
  bus.onMissed(() => {
    for (const [who, { isWell }] of heard) heard.set(who, { at: clock.now(), isWell })
  })
  beat()

  return {
    isAnotherWell() {
      const now = clock.now()
      // Whoever stood still with this process, as their machine did, has not said so yet; what they said before is no word of this moment.
      const within = Math.min(FRESH_MS, stalls.since() - ALIVE_MS)
      return bus.isUp() && [...heard.values()].some(({ at, isWell }) => isWell && now - at < within)
    },
    leave: async () => void (await bus.say(CHANNEL, `left ${bus.self}`)),
    close() {
      cancel()
      stop()
    },
  }
}
