// How does this browser reach the server? Through one kind of connection, typed by the wire's contract, that dials again
// by itself and answers every ask: with the server's ack, or with `no-answer` when the connection was lost before it.
// Nothing is queued for a connection that is down: after a loss the seat has to be entered before anything else is asked.
import { io, type Socket } from 'socket.io-client'
import type { Ms } from '../../../lib/protocol/room.ts'
import type { Asks, Tellings } from '../../../lib/wire/events.ts'
import { callAfter } from '../device/steady-timer.ts'
import { backoffMs } from './backoff.ts'

export type AskName = keyof Asks
type AckOf<Name extends AskName> = Parameters<Asks[Name]> extends [...unknown[], (ack: infer Ack) => void] ? Ack : never
type PayloadOf<Name extends AskName> = Parameters<Asks[Name]> extends [infer Payload, unknown] ? [Payload] : []

/** The connection was lost, or the time was over, before an ack: it is not known whether the ask was heard. */
export interface NoAnswer {
  ok: false
  code: 'no-answer'
}
export type AnswerOf<Name extends AskName> = AckOf<Name> | NoAnswer
export const NO_ANSWER: NoAnswer = { ok: false, code: 'no-answer' }

export interface Wire {
  /** Never rejects. */
  ask<Name extends AskName>(name: Name, ...payload: PayloadOf<Name>): Promise<AnswerOf<Name>>
  on<Name extends keyof Tellings>(name: Name, told: Tellings[Name]): void
  /** Calls back at every connection made and lost. */
  onLine(changed: (isUp: boolean) => void): void
  isUp(): boolean
  /** Resolves with true when connected, with false after `withinMs`. */
  up(withinMs: Ms): Promise<boolean>
  /** The local instant (`performance.now()`) at which something last came from the server; null before that. */
  lastHeardAt(): number | null
  /** Lets go of a connection that no longer answers, and dials at once instead of when it is due. */
  redial(): void
  /** With what it is dialled when it is dialled again. */
  stayNear(near: string): void
  /** Ends it for good. */
  close(): void
}

/** The server answers within its own deadline of the store (1.5 s, a few tries); what takes longer is lost. */
const ANSWER_MS = 6000
const DIAL_MS = 6000
/** The server says something every 5 s at least. Silent for longer, the line is dead, whatever the system thinks of it. */
const SILENT_MS = 7000
const WATCH_MS = 1000
/** Some networks swallow a WebSocket without refusing it: every third attempt begins with plain HTTP. */
const DIRECT = ['websocket', 'polling']
const CAREFUL = ['polling', 'websocket']

export interface DialOptions {
  /** By default where the page came from. */
  url?: string
  /** At which process it would be best to be (lib/wire/near.ts). */
  near?: string
}

/** Browser only. */
export function dial({ url, near }: DialOptions = {}): Wire {
  const options = {
    transports: DIRECT,
    tryAllTransports: true,
    forceNew: true,
    reconnection: false,
    timeout: DIAL_MS,
    ...(near && { query: { near } }),
  }
  const socket: Socket<Tellings, Asks> = url ? io(url, options) : io(options)
  const listeners: ((isUp: boolean) => void)[] = []
  let heardAt: number | null = null
  let failures = 0
  let cancelDial: (() => void) | null = null
  let closed = false

  const change = (isUp: boolean) => {
    for (const listener of listeners) listener(isUp)
  }
  const dialLater = () => {
    if (closed || cancelDial) return
    cancelDial = callAfter(backoffMs(failures, Math.random()), dialNow)
    failures += 1
  }
  const dialNow = () => {
    cancelDial?.()
    cancelDial = null
    if (closed || socket.connected) return
    socket.io.opts.transports = failures % 3 === 2 ? CAREFUL : DIRECT
    socket.connect()
  }
  socket.io.on('open', () => {
    socket.io.engine.on('packet', () => {
      heardAt = performance.now()
    })
  })
  socket.on('connect', () => {
    failures = 0
    heardAt = performance.now()
    change(true)
  })
  let watchedAt = 0
  const watch = () => {
    const now = performance.now()
    // After a sleep everything looks silent: what came meanwhile has yet to be read.
    const slept = now - watchedAt > 3 * WATCH_MS
    watchedAt = now
    if (socket.connected && !slept && heardAt !== null && now - heardAt > SILENT_MS) wire.redial()
    cancelWatch = callAfter(WATCH_MS, watch)
  }
  let cancelWatch = callAfter(WATCH_MS, watch)
  socket.on('disconnect', reason => {
    // A closed stream is noticed as it happens: until then the server was there. A silent one is noticed late.
    if (reason === 'transport close' || reason === 'io server disconnect') heardAt = performance.now()
    change(false)
    dialLater()
  })
  socket.on('connect_error', dialLater)

  const wire: Wire = {
    async ask(name, ...payload) {
      if (!socket.connected) return NO_ANSWER
      try {
        // The compiler can't carry a name and its own payload through the library's overloads together.
        const timed = socket.timeout(ANSWER_MS)
        const emit = timed.emitWithAck as (name: string, ...payload: unknown[]) => Promise<never>
        return await emit.call(timed, name, ...payload)
      } catch {
        return NO_ANSWER
      }
    },
    on: (name, told) => {
      socket.on(name, told as never)
    },
    onLine: changed => {
      listeners.push(changed)
    },
    isUp: () => socket.connected,
    up: withinMs =>
      new Promise(resolve => {
        if (socket.connected) return resolve(true)
        const late = setTimeout(() => done(false), withinMs)
        const done = (isUp: boolean) => {
          clearTimeout(late)
          socket.off('connect', connected)
          resolve(isUp)
        }
        const connected = () => done(true)
        socket.on('connect', connected)
      }),
    lastHeardAt: () => heardAt,
    stayNear: near => {
      socket.io.opts.query = { near }
    },
    redial: () => {
      if (closed) return
      failures = 0
      // Also ends an attempt that hangs.
      socket.disconnect()
      dialNow()
    },
    close: () => {
      closed = true
      cancelDial?.()
      cancelWatch()
      socket.disconnect()
    },
  }
  return wire
}
