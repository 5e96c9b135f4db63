// How much may one connection pour in, whatever it is? Below the asks, which have rates of their own: frames that are no asks, answers
// to nothing, heartbeats nobody asked for and bytes that never become a frame cost time too. Who goes beyond is cut off, without a
// goodbye that they could leave unread, and so is who begins a frame that is none, or larger than any that is good.
import type { Socket as Tcp } from 'node:net'
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws'
import type { Clock } from '../ports.ts'
import { type Bucket, FULL, type Rate, take } from './token-bucket.ts'

/** More than all the asks' own rates together, and their patience with haste. */
export const FRAMES: Rate = { burst: 1_000, everyMs: 5 }
/** In bytes: half as much again as a page sends that sends all at once that pages ever do (flood-fullest.test.ts). */
export const BYTES: Rate = { burst: 2 * 1024 * 1024, everyMs: 1 / 1024 }

/** Each is one frame that was read to its end. */
const HEARD = ['message', 'ping', 'pong'] as const

interface Poured {
  websocket: WebSocket
  frames: Bucket
  bytes: Bucket
  /** What the newest ping said that is not answered yet. */
  ping: Buffer | null
}

type Gate = (options: ServerOptions) => WebSocketServer

/**
 * What the library makes its WebSocket server with. It watches each from its first frame, also one that some polling is to become
 * and one whose connection is over for the library, which waits for a goodbye. Polling itself sends requests, which HTTP bounds.
 */
export function createFloodgate(clock: Pick<Clock, 'now'>, behindMost: number): Gate {
  const poured = new WeakMap<object, Poured>()

  function cut({ websocket }: Poured): void {
    websocket.terminate()
    // What was read together with the excess is parsed to its end all the same, while everybody waits: at least nobody hears it.
    for (const event of HEARD) websocket.removeAllListeners(event)
  }
  function spend(so: Poured, what: 'frames' | 'bytes', rate: Rate, cost: number): void {
    const taken = take(so[what], rate, clock.now(), cost)
    if (taken === null) cut(so)
    else so[what] = taken
  }
  // One of each for all connections: thousands of idle ones would each hold their own.
  function hearFrame(this: WebSocket): void {
    const so = poured.get(this)
    if (so) spend(so, 'frames', FRAMES, 1)
  }
  /** What is no frame, or is too large for one: the library alone would say goodbye, and read on for half a minute. */
  function hearFault(this: WebSocket): void {
    const so = poured.get(this)
    if (so) cut(so)
  }
  function hearPing(this: WebSocket, said: Buffer): void {
    const so = poured.get(this)
    if (!so) return
    // Of several that were read together only the newest is answered, as RFC 6455 (5.5.3) allows: each answer is a write.
    if (so.ping === null) process.nextTick(answer, so)
    so.ping = said
    spend(so, 'frames', FRAMES, 1)
  }
  function answer(so: Poured): void {
    if (so.ping !== null && so.websocket.readyState === WebSocket.OPEN) so.websocket.pong(so.ping)
    so.ping = null
  }
  function hearBytes(this: Tcp, chunk: Buffer): void {
    const so = poured.get(this)
    if (!so) return
    // Answers below the library, to pings for one, pile up where nobody reads them.
    if (this.writableLength > behindMost) cut(so)
    else spend(so, 'bytes', BYTES, chunk.length)
  }
  function watch(websocket: WebSocket, tcp: Tcp): void {
    const so: Poured = { websocket, frames: FULL, bytes: FULL, ping: null }
    poured.set(websocket, so)
    poured.set(tcp, so)
    websocket.on('message', hearFrame)
    websocket.on('ping', hearPing)
    websocket.on('pong', hearFrame)
    websocket.on('error', hearFault)
    // Before it is parsed.
    tcp.prependListener('data', hearBytes)
  }
  // Called with `new`, as a class would be.
  return function Gate(options) {
    // By itself it would answer every ping of a chunk, however many, and where nobody is any more.
    const server = new WebSocketServer({ ...options, autoPong: false })
    const upgrade = server.handleUpgrade.bind(server)
    server.handleUpgrade = (request, tcp, head, begin) =>
      upgrade(request, tcp, head, (websocket, asked) => {
        watch(websocket, tcp as Tcp)
        begin(websocket, asked)
      })
    return server
  }
}
