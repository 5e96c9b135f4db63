// How is there always a connection to a Redis, or one under way? Dialled again for ever. Each connection is a client of its own, dropped
// whole when it fails: one that a hung server or a dead network keeps half open would otherwise take commands for many minutes and
// answer none.
import { createClient, ErrorReply } from '@redis/client'
import type { Ms } from '../../lib/protocol/room.ts'

export type Connection = ReturnType<typeof dialTo>

export interface KeepDialled {
  /** The connection that has answered; null when there is none. */
  ready(): Connection | null
  /** Lets go of a connection that is of no use any more. */
  drop(connection: Connection): void
  /** Dials no more. */
  close(): void
}

export interface KeepDialledOptions {
  /** `redis://` or `rediss://`, with `user:password@` and `/database` where they are needed. */
  url: string
  /** How long a connection may take until its first answer. */
  deadlineMs: Ms
  /** A connection has answered. */
  up(connection: Connection): void
  /** It was dropped. */
  down?(): void
  /** Chance from 0 to 1, for the jitter between two attempts. */
  random?: () => number
}

const FIRST_WAIT_MS = 50
const LONGEST_WAIT_MS = 2_000

function dialTo(url: string, connectTimeout: Ms) {
  return createClient({
    url,
    // Replies as strings and numbers, without a handshake that old servers and narrow permissions refuse.
    RESP: 2,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    // Nothing waits inside the client: it would wait there for ever.
    disableOfflineQueue: true,
    // Its own deadline costs a timer and a signal for each command; ours is kept by whoever asks.
    commandOptions: { timeout: 0 },
    socket: { connectTimeout, reconnectStrategy: false },
  })
}

/**
 * Resolves when it answers. One whose disk is full refuses a PING as it refuses what would be written, and still reads, and hands on
 * what is said: it must not be let go of for that.
 */
export async function answers(connection: Connection): Promise<void> {
  try {
    await connection.sendCommand(['PING'])
  } catch (error) {
    if (!(error instanceof ErrorReply && error.message.startsWith('MISCONF'))) throw error
  }
}

/** Throws a TypeError, which doesn't tell the address, when the address can't be understood. */
export function keepDialled({ url, deadlineMs, up, down, random = Math.random }: KeepDialledOptions): KeepDialled {
  let ready: Connection | null = null
  let dialling: Connection | null = null
  let failures = 0
  let readyAt = 0
  let isClosed = false
  let redial: NodeJS.Timeout | undefined

  function dial(): void {
    const connection = dialTo(url, deadlineMs)
    dialling = connection
    // An 'error' event that nobody hears would end the process.
    connection.on('error', () => drop(connection))
    const patience = setTimeout(() => drop(connection), deadlineMs).unref()
    const greet = async () => {
      await connection.connect()
      // A socket that opened proves little: a stopped server's kernel still accepts, a loading one refuses to answer.
      await answers(connection)
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
    readyAt = performance.now()
    up(connection)
  }

  function drop(connection: Connection): void {
    connection.destroy()
    if (connection !== ready && connection !== dialling) return
    const wasReady = connection === ready
    // One that is dropped as soon as it answers, since it may not do what it is for, is a failure like any other.
    if (wasReady && performance.now() - readyAt > LONGEST_WAIT_MS) failures = 0
    ready = null
    dialling = null
    if (wasReady) down?.()
    if (isClosed) return
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++)
    redial = setTimeout(dial, random() * longest).unref()
  }

  try {
    dial()
  } catch {
    // The error of the parser holds the address, and an address may hold a password.
    throw new TypeError('not an address of a Redis: redis://… or rediss://… is expected')
  }

  return {
    ready: () => ready,
    drop,
    close() {
      isClosed = true
      clearTimeout(redial)
      for (const connection of [ready, dialling]) connection?.destroy()
    },
  }
}
