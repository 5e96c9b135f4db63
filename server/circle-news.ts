// How does a process learn at once what another one did for a circle? Each tells the others that it was changed, what was seen of a
// room, and what is said to everybody. What is not heard is found by the next look.
import type { OfferedLine } from '../lib/circle/offered.ts'
import type { Glance } from '../lib/protocol/glance.ts'
import type { Bus, Cancel } from './ports.ts'

export type CircleSaid =
  | { say: 'changed' }
  | { say: 'seen'; room: string; seen: Glance }
  | { say: 'said'; text: string | null }
  /** A process that can't read the lines on its walls asks for them, sealed for its lock; and another one answers. */
  | { say: 'unread'; lock: string }
  | { say: 'read'; lock: string; lines: OfferedLine[] }

export interface CircleNews {
  follow(id: string): void
  leave(id: string): void
  say(id: string, said: CircleSaid): void
  close(): void
}

const channelOf = (id: string) => `circle:{${id}}`

export function createCircleNews(bus: Bus, hear: (id: string, said: CircleSaid) => void): CircleNews {
  const followed = new Map<string, Cancel>()
  return {
    follow(id) {
      if (followed.has(id)) return
      followed.set(id, bus.hear(channelOf(id), text => hear(id, JSON.parse(text) as CircleSaid)).stop)
    },
    leave(id) {
      followed.get(id)?.()
      followed.delete(id)
    },
    say: (id, said) => void bus.say(channelOf(id), JSON.stringify(said)),
    close() {
      for (const stop of followed.values()) stop()
      followed.clear()
    },
  }
}
