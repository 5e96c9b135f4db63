// How much may one connection pour in, whatever it is? Below the asks, which have rates of their own: frames that are no asks, answers
// to nothing, heartbeats nobody asked for and bytes that never become a frame cost time too. Who goes beyond is cut off, without a
// goodbye that they could leave unread.
import type { IncomingMessage } from 'node:http'
import type { Socket as Tcp } from 'node:net'
import type { Ms } from '../lib/protocol/room.ts'
import type { Clock } from './ports.ts'
import { type Bucket, FULL, type Rate, take } from './token-bucket.ts'

/** More than all the asks' own rates together, and their patience with haste. */
export const FRAMES: Rate = { burst: 1_000, everyMs: 5 }
/** In bytes: beyond what the largest signals at their own rate come to. */
export const BYTES: Rate = { burst: 8 * 1024 * 1024, everyMs: 1 / 1024 }

interface Poured {
  frames: Bucket
  bytes: Bucket
}

interface Connection {
  request: IncomingMessage
  on(event: 'packet', heard: () => void): unknown
}

/** Watches connections by WebSocket, from their first frame; one by polling sends requests, which HTTP bounds by itself. */
export function createFloodgate(clock: Pick<Clock, 'now'>, behindMost: number): (connection: Connection) => void {
  const poured = new WeakMap<object, Poured>()
  const tcps = new WeakMap<object, Tcp>()

  function spend(tcp: Tcp, what: keyof Poured, rate: Rate, now: Ms, cost: number): void {
    const so = poured.get(tcp)
    if (!so) return
    const taken = take(so[what], rate, now, cost)
    if (taken === null) tcp.destroy()
    else so[what] = taken
  }
  // One of each for all connections: thousands of idle ones would each hold their own.
  function hearFrame(this: object): void {
    const tcp = tcps.get(this)
    if (tcp) spend(tcp, 'frames', FRAMES, clock.now(), 1)
  }
  function hearBytes(this: Tcp, chunk: Buffer): void {
    // Answers below the library, to pings for one, pile up where nobody reads them.
    if (this.writableLength > behindMost) this.destroy()
    else spend(this, 'bytes', BYTES, clock.now(), chunk.length)
  }
  return connection => {
    const { request } = connection
    if (!('websocket' in request)) return
    const tcp = request.socket
    const websocket = request.websocket as { on(event: 'ping', heard: () => void): unknown }
    poured.set(tcp, { frames: FULL, bytes: FULL })
    tcps.set(connection, tcp)
    tcps.set(websocket, tcp)
    connection.on('packet', hearFrame)
    websocket.on('ping', hearFrame)
    tcp.on('data', hearBytes)
  }
}
