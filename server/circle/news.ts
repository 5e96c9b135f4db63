// How does a process learn at once what another one did for a circle? Each tells the others that it was changed, what was seen of a
// room, and what is said to everybody. What is not heard is found by the next look.
import type { OfferedLine } from '../../lib/circle/circle.ts'
import type { Glance } from '../../lib/protocol/glance.ts'
import type { Bus, Cancel } from '../ports.ts'

export type CircleSaid =
  | { say: 'changed' }
  | { say: 'seen'; room: string; seen: Glance }
  | { say: 'said'; text: string | null }
  /** A process that can't read the lines on its walls asks for them, sealed for its lock; and another one answers. */
  | { say: 'unread'; lock: string }
  | { say: 'read'; lock: string; lines: OfferedLine[] }
  /** Who is connected to you? The answer has the entries of all its people by whom a process is joined, and is for the one that asked. */
  | { say: 'who'; by: string; call: number }
  | { say: 'here'; to: string; call: number; entries: string[] }

export interface CircleNews {
  follow(id: string): void
  leave(id: string): void
  say(id: string, said: CircleSaid): void
  /** Says it, and resolves with how many other processes it was sent to. Never rejects. */
  send(id: string, said: CircleSaid): Promise<number>
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
    send: (id, said) => bus.say(channelOf(id), JSON.stringify(said)),
    close() {
      for (const stop of followed.values()) stop()
      followed.clear()
    },
  }
}
