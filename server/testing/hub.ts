// How do several processes of a test hear each other without a Redis? Through one hub, in the order in which they speak.
import type { Bus, Cancel } from '../ports.ts'

export interface Hub {
  join(): Bus & { /** Cuts this process off, and back. */ setUp(isUp: boolean): void }
}

export function createHub(): Hub {
  const channels = new Map<string, Set<{ self: string; isUp: () => boolean; heard: (text: string) => void }>>()
  let joined = 0
  return {
    join() {
      const self = `process-${joined++}`
      const missed: (() => void)[] = []
      const own = new Set<Cancel>()
      let up = true
      return {
        self,
        isAlone: false,
        hear(channel, heard) {
          const ear = { self, isUp: () => up, heard }
          const ears = channels.get(channel) ?? new Set()
          channels.set(channel, ears.add(ear))
          const stop = () => {
            ears.delete(ear)
            own.delete(stop)
            if (ears.size === 0 && channels.get(channel) === ears) channels.delete(channel)
          }
          own.add(stop)
          return { ready: Promise.resolve(), stop }
        },
        async say(channel, text) {
          if (!up) return 0
          const ears = [...(channels.get(channel) ?? [])].filter(ear => ear.self !== self && ear.isUp())
          for (const ear of ears) queueMicrotask(() => ear.heard(text))
          return new Set(ears.map(ear => ear.self)).size
        },
        onMissed: told => void missed.push(told),
        isUp: () => up,
        setUp(isUp) {
          const wasUp = up
          up = isUp
          if (isUp && !wasUp) for (const told of missed) told()
        },
        async close() {
          for (const stop of [...own]) stop()
        },
      }
    },
  }
}
