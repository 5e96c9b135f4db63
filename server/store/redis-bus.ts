// How do processes hear each other through Redis? By its Pub/Sub, which keeps nothing: what is said reaches whoever listens at that
// moment. A channel is heard on one connection that does nothing else; what is said goes with the store's own requests.
import type { Requester } from '@upstash/redis'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Bus } from '../ports.ts'
import { type Connection, keepDialled } from './keep-dialled.ts'
import { inRedis } from './room-news.ts'

export interface RedisBusOptions {
  url: string
  /** By which everything is said. */
  requester: Pick<Requester, 'request'>
  self: string
  deadlineMs: Ms
  /** How often the line is tried. */
  tryMs?: Ms
}

interface Ear {
  heard: (text: string) => void
  isReady: () => void
}

/** A line that a dead network keeps half open is found out within this time and a deadline. */
const TRY_MS = 2_000

export function createRedisBus({ url, requester, self, deadlineMs, tryMs = TRY_MS }: RedisBusOptions): Bus {
  const channels = new Map<string, Set<Ear>>()
  const missed: (() => void)[] = []
  /** The connection on which every channel is heard, or soon will be. */
  let hearing: Connection | null = null
  let isUp = false
  let wasUp = false

  const line = keepDialled({
    ...{ url, deadlineMs },
    up: connection => void begin(connection),
    down: () => {
      hearing = null
      isUp = false
    },
  })

  async function begin(connection: Connection): Promise<void> {
    hearing = connection
    await subscribe(connection, [...channels.keys()])
    if (hearing !== connection) return
    isUp = true
    for (const ears of channels.values()) for (const { isReady } of ears) isReady()
    if (wasUp) for (const told of missed) told()
    wasUp = true
  }

  async function subscribe(connection: Connection, names: string[]): Promise<void> {
    if (names.length === 0) return
    try {
      await connection.subscribe(names.map(inRedis), take)
    } catch {
      line.drop(connection)
    }
  }

  /** `<who said it>\n<what>`. */
  function take(message: string, channel: string): void {
    const end = message.indexOf('\n')
    if (end < 0 || message.slice(0, end) === self) return
    const text = message.slice(end + 1)
    for (const { heard } of [...(channels.get(channel.slice(inRedis('').length)) ?? [])]) heard(text)
  }

  const trying = setInterval(() => {
    const connection = hearing
    if (connection === null) return
    let isHeard = false
    const late = setTimeout(() => {
      if (!isHeard) line.drop(connection)
    }, deadlineMs).unref()
    connection.sendCommand(['PING']).then(
      () => {
        isHeard = true
        clearTimeout(late)
      },
      () => line.drop(connection),
    )
  }, tryMs).unref()

  return {
    self,
    isAlone: false,
    hear(channel, heard) {
      let isReady = () => {}
      const ready = new Promise<void>(resolve => {
        isReady = resolve
      })
      const ear: Ear = { heard, isReady }
      const known = channels.get(channel)
      const ears = known ?? new Set()
      channels.set(channel, ears.add(ear))
      if (known && isUp) isReady()
      else if (hearing) void subscribe(hearing, [channel]).then(isReady)
      return {
        ready,
        stop() {
          ears.delete(ear)
          isReady()
          if (ears.size > 0 || channels.get(channel) !== ears) return
          channels.delete(channel)
          const connection = hearing
          connection?.unsubscribe(inRedis(channel)).catch(() => line.drop(connection))
        },
      }
    },
    async say(channel, text) {
      try {
        const { result } = await requester.request({ body: ['PUBLISH', inRedis(channel), `${self}\n${text}`] })
        const heard = typeof result === 'number' ? result : 0
        return Math.max(0, heard - (channels.has(channel) ? 1 : 0))
      } catch {
        return 0
      }
    },
    onMissed: told => void missed.push(told),
    isUp: () => isUp,
    async close() {
      clearInterval(trying)
      for (const ears of channels.values()) for (const { isReady } of ears) isReady()
      channels.clear()
      line.close()
    },
  }
}
