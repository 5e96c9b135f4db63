// What is known of each raw connection, below the events? Whose it is, whether it counts, and how far its reader is behind.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'
import { forgetRequest } from './first-request.ts'
import type { Limits } from './limits.ts'

export interface Line {
  address: string
  /** Page and server are on one machine. */
  isLocal: boolean
  /** At which process it would like to be (lib/wire/near.ts); null where it does not say. */
  near: string | null
  /** False for one beyond the share of its address. */
  isCounted: boolean
  /** When something was last heard from it, be it a heartbeat. */
  heardAt: Ms
  /** Whether somebody has already begun to speak on it: nobody may begin twice. */
  isTaken: boolean
  /** How many bytes have not been handed to its reader yet. */
  waiting: number
  /** How many were handed over at once the last time, and may still be on their way. */
  onTheWay: number
}

type Connection = Socket['conn']
interface Engine {
  /** `flush`: what waited for this connection was handed to its reader. */
  on(event: 'connection' | 'flush', happened: (connection: Connection) => void): unknown
  /** A request is being answered. What it carried has been read, and nobody has been let in by it yet. */
  on(event: 'headers', happened: (headers: unknown, request: IncomingMessage) => void): unknown
}

/** What may wait for a reader that does not read, in bytes; whoever falls further behind comes back to a whole view. */
export const BEHIND_MOST = 256 * 1024

/** As the library documents it, though its type hides it. */
const idOf = (connection: Connection): unknown => Reflect.get(connection, 'id')
const sidOf = ({ url = '' }: IncomingMessage) => new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('sid')

/** Counts every connection of `engine` from its handshake to its end, and ends those whose reader falls too far behind. */
export function createLines(
  engine: Engine,
  limits: Limits,
  clock: Pick<Clock, 'now'>,
  whose: (request: IncomingMessage) => Pick<Line, 'address' | 'isLocal' | 'near'>,
): { of(connection: Connection): Line | undefined } {
  const lines = new WeakMap<Connection, Line>()
  /** Whoever began by polling, until they send something: a browser's handshake does not say where its page came from. */
  const polling = new Map<unknown, Line>()
  // The same three for all connections: thousands of idle ones would each hold their own.
  function hear(this: Connection): void {
    const line = lines.get(this)
    if (line) line.heardAt = clock.now()
  }
  function behind(this: Connection, packet: { data?: unknown }): void {
    const line = lines.get(this)
    if (!line || typeof packet.data !== 'string') return
    if (this.transport.writable) line.onTheWay = 0
    // Not its length: a character may take three.
    line.waiting += Buffer.byteLength(packet.data)
    if (line.onTheWay + line.waiting > BEHIND_MOST) this.close(true)
  }
  function left(this: Connection): void {
    const line = lines.get(this)
    polling.delete(idOf(this))
    if (!line?.isCounted) return
    line.isCounted = false
    limits.left(line.address)
  }
  engine.on('connection', connection => {
    const { address, isLocal, near } = whose(connection.request)
    forgetRequest(connection)
    const line: Line = {
      address,
      isLocal,
      near,
      isCounted: limits.mayConnect(address),
      heardAt: clock.now(),
      isTaken: false,
      waiting: 0,
      onTheWay: 0,
    }
    lines.set(connection, line)
    if (connection.transport.name === 'polling') polling.set(idOf(connection), line)
    connection.on('packet', hear)
    connection.on('packetCreate', behind)
    connection.on('close', left)
  })
  engine.on('headers', (_, request) => {
    if (request.method !== 'POST') return
    const id = sidOf(request)
    const line = polling.get(id)
    if (!line) return
    polling.delete(id)
    line.isLocal = whose(request).isLocal
  })
  engine.on('flush', connection => {
    const line = lines.get(connection)
    if (!line) return
    line.onTheWay = line.waiting
    line.waiting = 0
  })
  return { of: connection => lines.get(connection) }
}
