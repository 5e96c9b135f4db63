// How does a client that was made for HTTP reach a Redis over TCP? Through this requester, which knows what became of each request within
// its deadline, whatever the connection does.
import { ErrorReply } from '@redis/client'
import type { Requester } from '@upstash/redis'
import type { Ms } from '../../lib/protocol/room.ts'
import { StoreDown } from '../ports.ts'
import { afterDeadline } from './deadline.ts'
import { type Connection, keepDialled } from './keep-dialled.ts'

export interface TcpRequester extends Requester {
  /** Lets go of the connection and dials no more. What is under way is rejected. */
  close(): Promise<void>
}

export interface TcpRequesterOptions {
  /** `redis://` or `rediss://`, with `user:password@` and `/database` where they are needed. */
  url: string
  /** How long a request waits for a connection and its answer together, and a connection for its first answer. */
  deadlineMs: Ms
  /** Chance from 0 to 1, for the jitter between two attempts. */
  random?: () => number
}

export function createTcpRequester(options: TcpRequesterOptions): TcpRequester {
  const { deadlineMs } = options
  let heardAt = 0
  let closed = false
  const waiting = new Set<(connection: Connection | null) => void>()
  const line = keepDialled({
    ...options,
    up(connection) {
      for (const go of [...waiting]) go(connection)
    },
  })

  /** The connection, when there is one within `ms`. */
  function connected(ms: Ms): Promise<Connection> {
    const ready = line.ready()
    if (ready !== null) return Promise.resolve(ready)
    if (closed) return Promise.reject(new StoreDown('refused'))
    return new Promise((resolve, reject) => {
      const settle = (connection: Connection | null) => {
        clearTimeout(timer)
        waiting.delete(settle)
        if (connection === null) reject(new StoreDown('refused'))
        else resolve(connection)
      }
      const timer = setTimeout(() => settle(null), ms)
      waiting.add(settle)
    })
  }

  async function ask(command: string[]): Promise<{ result?: unknown; error?: string }> {
    const begunAt = performance.now()
    const connection = await connected(deadlineMs)
    const sentAt = performance.now()
    let cancel = () => {}
    const late = new Promise<never>((_, reject) => {
      cancel = afterDeadline(deadlineMs - (sentAt - begunAt), () => {
        reject(new StoreDown('timeout'))
        // Nothing at all came back since: the connection is dead, whatever the system still believes.
        if (heardAt < sentAt) line.drop(connection)
      })
    })
    try {
      const result: unknown = await Promise.race([connection.sendCommand(command), late])
      heardAt = performance.now()
      return { result }
    } catch (error) {
      if (error instanceof StoreDown) throw error
      // What is no answer of Redis is a failure of the connection.
      if (!(error instanceof ErrorReply)) throw new StoreDown('refused')
      heardAt = performance.now()
      return { error: error.message }
    } finally {
      cancel()
    }
  }

  return {
    request: async <TResult>({ body }: { body?: unknown }) => {
      if (!isCommand(body)) throw new TypeError('one command at a time')
      return (await ask(body.map(String))) as { result?: TResult; error?: string }
    },
    async close() {
      closed = true
      for (const settle of [...waiting]) settle(null)
      line.close()
    },
  }
}

const isCommand = (body: unknown): body is (string | number | boolean)[] =>
  Array.isArray(body) && body.length > 0 && body.every(part => typeof part !== 'object')
