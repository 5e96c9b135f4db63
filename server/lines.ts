// What is known of each raw connection, below the events? Whose it is, whether it counts, and how far its reader is behind.
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'socket.io'
import type { Ms } from '../lib/protocol/room.ts'
import { forgetRequest } from './first-request.ts'
import type { Limits } from './limits.ts'
import type { Clock } from './ports.ts'

export interface Line {
  address: string
  /** False for one beyond the share of its address. */
  isCounted: boolean
  /** When something was last heard from it, be it a heartbeat. */
  heardAt: Ms
  /** Whether somebody has already begun to speak on it: nobody may begin twice. */
  isTaken: boolean
}

type Connection = Socket['conn']
interface Engine {
  on(event: 'connection', connected: (connection: Connection) => void): unknown
}

/** What may wait for a reader that does not read, in characters; whoever falls further behind comes back to a whole view. */
export const BEHIND_MOST = 256 * 1024

/** Counts every connection of `engine` from its handshake to its end, and ends those whose reader falls too far behind. */
export function createLines(
  engine: Engine,
  limits: Limits,
  clock: Pick<Clock, 'now'>,
  addressOf: (request: IncomingMessage) => string,
): { of(connection: Connection): Line | undefined } {
  const lines = new WeakMap<Connection, Line>()
  engine.on('connection', connection => {
    const address = addressOf(connection.request)
    forgetRequest(connection)
    const line: Line = { address, isCounted: limits.mayConnect(address), heardAt: clock.now(), isTaken: false }
    lines.set(connection, line)
    connection.on('packet', () => {
      line.heardAt = clock.now()
    })
    let waiting = 0
    connection.on('packetCreate', (packet: { data?: unknown }) => {
      waiting += typeof packet.data === 'string' ? packet.data.length : 0
      if (waiting > BEHIND_MOST) connection.close(true)
    })
    connection.on('flush', () => {
      waiting = 0
    })
    connection.once('close', () => {
      if (line.isCounted) limits.left(address)
    })
  })
  return { of: connection => lines.get(connection) }
}
