// How do processes hear each other through Redis? By its Pub/Sub, which keeps nothing: what is said reaches whoever listens at that
// moment. A channel is heard on one connection that does nothing else; what is said goes with the store's own requests.
import type { Requester } from '@upstash/redis'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Bus } from '../ports.ts'
import { createQueue } from '../queue.ts'
import { answers, type Connection, keepDialled } from './keep-dialled.ts'
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

/**
 * A line that a dead network keeps half open is found out within this time and a deadline: before the silence of the others, who are cut
 * off with it, could be taken for their end.
 */
export const TRY_MS = 1_000

export function createRedisBus({ url, requester, self, deadlineMs, tryMs = TRY_MS }: RedisBusOptions): Bus {
  const channels = new Map<string, Set<Ear>>()
  const missed: (() => void)[] = []
  /** The connection on which every channel is heard, or soon will be. */
  let hearing: Connection | null = null
  /** What that connection was told to hear. */
  let heardHere = new Set<string>()
  let isUp = false
  let wasUp = false
  // One after the other for each channel: the client forgets whoever begins to hear one that it is just about to leave.
  const turns = createQueue()

  const line = keepDialled({
    url,
    deadlineMs,
    up: connection => void begin(connection),
    down: () => {
      hearing = null
      isUp = false
    },
  })

  async function begin(connection: Connection): Promise<void> {
    hearing = connection
    const names = [...channels.keys()]
    heardHere = new Set(names)
    try {
      if (names.length > 0) await connection.subscribe(names.map(inRedis), take)
    } catch {
      line.drop(connection)
    }
    if (hearing !== connection) return
    isUp = true
    for (const name of names) tellReady(name)
    if (wasUp) for (const told of missed) told()
    wasUp = true
  }

  function tellReady(name: string): void {
    for (const { isReady } of channels.get(name) ?? []) isReady()
  }

  /** Lets the connection hear the channel, or hear it no more, as it is wanted by now. */
  async function follow(name: string): Promise<void> {
    const connection = hearing
    const isWanted = channels.has(name)
    if (connection === null) return
    try {
      if (isWanted && !heardHere.has(name)) {
        await connection.subscribe(inRedis(name), take)
        if (hearing === connection) heardHere.add(name)
      } else if (!isWanted && heardHere.has(name)) {
        await connection.unsubscribe(inRedis(name))
        if (hearing === connection) heardHere.delete(name)
      }
    } catch {
      line.drop(connection)
    }
    if (isUp && heardHere.has(name)) tellReady(name)
  }

  /** While a channel is about to be heard here, or no more, nobody can tell whether Redis counts this process among its ears. */
  const settling = new Map<string, Promise<void>>()
  function followInTurn(name: string): void {
    // A turn that finds no place is not needed: those before it look at what is wanted when they come.
    const inTurn = turns.run(name, () => follow(name)).catch(() => {})
    const settled = inTurn.then(() => {
      if (settling.get(name) === settled) settling.delete(name)
    })
    settling.set(name, settled)
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
    const late = setTimeout(() => line.drop(connection), deadlineMs).unref()
    answers(connection).then(
      () => clearTimeout(late),
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
      const ears = channels.get(channel) ?? new Set()
      channels.set(channel, ears.add(ear))
      followInTurn(channel)
      return {
        ready,
        stop() {
          ears.delete(ear)
          isReady()
          if (ears.size > 0 || channels.get(channel) !== ears) return
          channels.delete(channel)
          followInTurn(channel)
        },
      }
    },
    async say(channel, text) {
      try {
        await settling.get(channel)
        const { result } = await requester.request({ body: ['PUBLISH', inRedis(channel), `${self}\n${text}`] })
        const heard = typeof result === 'number' ? result : 0
        return Math.max(0, heard - (heardHere.has(channel) ? 1 : 0))
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
