// Which store does this process use, and how is it reached?
import { randomUUID } from 'node:crypto'
import { Redis } from '@upstash/redis'
import type { TaughtClock } from '../clock.ts'
import type { Meter, StoreName } from '../observe/meter.ts'
import type { Bus, LobbyStore, RoomStore } from '../ports.ts'
import { BREAKER } from './breaker.ts'
import { createLobbyMemory } from './lobby-memory.ts'
import { createLobbyRedis } from './lobby-redis.ts'
import { LONE_BUS } from './lone-bus.ts'
import { createMemoryStore } from './memory.ts'
import { createRedisStore, DEADLINE_MS } from './redis.ts'
import { createRedisBus } from './redis-bus.ts'
import type { ScriptClient } from './script.ts'
import { createTcpRequester, type TcpRequester } from './tcp-requester.ts'
import { withClock } from './with-clock.ts'

export type StoreAddress =
  | { kind: 'memory'; most?: number }
  /** A Redis over HTTPS, as Upstash offers it. */
  | { kind: 'rest'; url: string; token: string }
  /** A Redis over TCP: `redis[s]://[user[:password]@]host[:port][/database]`. */
  | { kind: 'tcp'; url: string }

export interface RedisConnection {
  client: ScriptClient
  /** What the client asks through, where it is over TCP. */
  requester: TcpRequester | null
  close(): Promise<void>
}

/**
 * The client of a Redis, which need not be up: it is dialled until it answers. For everything that is kept there.
 * Throws a TypeError, which doesn't tell the address, when the address can't be understood.
 */
export function connectRedis(address: Exclude<StoreAddress, { kind: 'memory' }>): RedisConnection {
  if (address.kind === 'tcp') {
    const requester = createTcpRequester({ url: address.url, deadlineMs: DEADLINE_MS })
    return { client: new Redis(requester), requester, close: () => requester.close() }
  }
  return { client: httpClient(address), requester: null, close: async () => {} }
}

function httpClient({ url, token }: { url: string; token: string }): ScriptClient {
  if (!/^https?:\/\/[^\s/]+/.test(url))
    throw new TypeError('not an address of a Redis over HTTP: https://… is expected')
  return new Redis({
    url,
    token,
    // Five attempts are the default and outlast every deadline. A second one is harmless: the commit's mark tells it.
    retry: { retries: 1, backoff: () => 50 },
    // A function: the client answers an aborted plain signal with the word "Aborted" as if the store had said it.
    signal: () => AbortSignal.timeout(DEADLINE_MS),
    // Our answers are text: in base64 they would only be a third longer.
    responseEncoding: false,
    automaticDeserialization: false,
    enableTelemetry: false,
  })
}

export interface Stores {
  rooms: RoomStore
  lobby: LobbyStore
  /** By which other processes at the same address are heard. Over HTTP nothing can be heard, and a memory is one process's own. */
  bus: Bus
  close(): Promise<void>
}

/** Both stores at `address`, over one connection. What a Redis answers teaches `clock`; stores in memory read it. */
export function connectStores(address: StoreAddress, clock: TaughtClock, meter?: Pick<Meter, 'breaker'>): Stores {
  if (address.kind === 'memory') {
    const rooms = createMemoryStore(clock, address.most === undefined ? {} : { most: address.most })
    const lobby = createLobbyMemory(clock)
    const close = async () => void (await Promise.all([rooms.close(), lobby.close()]))
    return { rooms, lobby, bus: LONE_BUS, close }
  }
  const { client, close, requester } = connectRedis(address)
  const self = randomUUID()
  const bus =
    address.kind === 'tcp' && requester
      ? createRedisBus({ url: address.url, requester, self, deadlineMs: DEADLINE_MS })
      : LONE_BUS
  const needsTime = () => clock.needsLesson()
  const tells = bus.isAlone ? {} : { tellAs: self }
  const breaker = (of: StoreName) => ({ ...BREAKER, tell: (isOpen: boolean) => meter?.breaker(of, isOpen) })
  const kept = createRedisStore({ client, clock, needsTime, breaker: breaker('rooms'), ...tells })
  const rooms = withClock(kept, clock)
  const closeBoth = async () => void (await Promise.all([bus.close(), close()]))
  return { rooms, lobby: createLobbyRedis({ client, clock, breaker: breaker('lobby') }), bus, close: closeBoth }
}

/** The store of rooms alone, which closes the connection and tells no other process of anything. */
export function connectStore(address: StoreAddress, clock: TaughtClock): RoomStore {
  if (address.kind === 'memory') return connectStores(address, clock).rooms
  const { client, close } = connectRedis(address)
  const needsTime = () => clock.needsLesson()
  return { ...withClock(createRedisStore({ client, clock, needsTime }), clock), close }
}
