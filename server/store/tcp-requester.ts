// How does a client that was made for HTTP reach a Redis over TCP? Through this requester, on one connection that is
// dialled again for ever. Each connection is a client of its own, dropped whole when it fails: one that a hung server or
// a dead network keeps half open would otherwise take commands for many minutes and answer none.
import { createClient, ErrorReply } from '@redis/client'
import type { Requester } from '@upstash/redis'
import type { Ms } from '../../lib/protocol/room.ts'
import { StoreDown } from '../ports.ts'

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

const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 2_000

type Connection = ReturnType<typeof dialTo>

function dialTo(url: string, connectTimeout: Ms) {
  return createClient({
    url,
    // Replies as strings and numbers, without a handshake that old servers and narrow permissions refuse.
    RESP: 2,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    // Nothing waits inside the client: it would wait there for ever.
    disableOfflineQueue: true,
    socket: { connectTimeout, reconnectStrategy: false },
  })
}

export function createTcpRequester({ url, deadlineMs, random = Math.random }: TcpRequesterOptions): TcpRequester {
  let ready: Connection | null = null
  let heardAt = 0
  let failures = 0
  let closed = false
  let redial: NodeJS.Timeout | undefined
  let dialling: Connection | null = null
  const waiting = new Set<(connection: Connection | null) => void>()

  function dial(): void {
    const connection = dialTo(url, deadlineMs)
    dialling = connection
    // An 'error' event that nobody hears would end the process.
    connection.on('error', () => drop(connection))
    const patience = setTimeout(() => drop(connection), deadlineMs).unref()
    const greet = async () => {
      await connection.connect()
      // A socket that opened proves little: a stopped server's kernel still accepts, a loading one refuses to answer.
      await connection.sendCommand(['PING'])
    }
    greet()
      .then(() => take(connection))
      .catch(() => drop(connection))
      .finally(() => clearTimeout(patience))
  }

  function take(connection: Connection): void {
    if (dialling !== connection) return
    dialling = null
    ready = connection
    failures = 0
    for (const go of [...waiting]) go(connection)
  }

  function drop(connection: Connection): void {
    connection.destroy()
    if (connection !== ready && connection !== dialling) return
    ready = null
    dialling = null
    if (closed) return
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++)
    redial = setTimeout(dial, random() * longest).unref()
  }

  /** The connection, when there is one within `ms`. */
  function connected(ms: Ms): Promise<Connection> {
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
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => {
          reject(new StoreDown('timeout'))
          // Nothing at all came back since: the connection is dead, whatever the system still believes.
          if (heardAt < sentAt) drop(connection)
        },
        deadlineMs - (sentAt - begunAt),
      )
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
      clearTimeout(timer)
    }
  }

  try {
    dial()
  } catch {
    // The error of the parser holds the address, and an address may hold a password.
    throw new TypeError('not an address of a Redis: redis://… or rediss://… is expected')
  }

  return {
    request: async <TResult>({ body }: { body?: unknown }) => {
      if (!isCommand(body)) throw new TypeError('one command at a time')
      return (await ask(body.map(String))) as { result?: TResult; error?: string }
    },
    async close() {
      closed = true
      clearTimeout(redial)
      for (const settle of [...waiting]) settle(null)
      for (const connection of [ready, dialling]) connection?.destroy()
    },
  }
}

const isCommand = (body: unknown): body is (string | number | boolean)[] =>
  Array.isArray(body) && body.length > 0 && body.every(part => typeof part !== 'object')
