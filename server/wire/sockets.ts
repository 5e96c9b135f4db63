// How do asks and tellings cross between browsers and the director? This file carries; it decides nothing about rooms.
import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { Ack, Asks, Tellings } from '../../lib/wire/events.ts'
import { nearIn } from '../../lib/wire/near.ts'
import type { Elsewhere, Relay } from '../fan-out/elsewhere.ts'
import { createAskings } from '../observe/asking.ts'
import type { Meter } from '../observe/meter.ts'
import type { Clock, Log } from '../ports.ts'
import { type Tell, withCapsule } from '../room/showing.ts'
import { addressOf, isOriginAllowed } from './address.ts'
import { answerAsk, deliver } from './asks.ts'
import { type Caller, type Desk, newCaller } from './desks.ts'
import { admit, mayPass } from './doorman.ts'
import { forgetHandshake } from './first-request.ts'
import { createFloodgate } from './flood.ts'
import type { Limits } from './limits.ts'
import { BEHIND_MOST, createLines } from './lines.ts'
import { isLocalRequest } from './local.ts'
import { createPresence } from './presence.ts'
import { answeredQuickly, answerTo, askOf, listenBefore, type QuickWords, readQuickly } from './quick-words.ts'
import { detach, answered as seatAnswered, settle, show } from './seats.ts'
import { sayQuickly } from './words.ts'

interface SocketData {
  caller: Caller
}
export type ClientSocket = Socket<Asks, Tellings, Record<string, never>, SocketData>

/** How long a browser has to come back elsewhere before a process that ends lets it go. */
export const DRAIN_MS = 8000
const HEARTBEAT_MS = 5000
/** With the heartbeat less than ten seconds, so that the other has read it by then: a busy process takes a moment to tell. */
const ANSWER_MS = 4500
/** How long a connection may stay that never says what it came for. */
const GREETING_MS = 5000
/** Larger than any ask that is good, be each of its characters written as six; beyond it the connection itself is ended. */
export const FRAME_MOST = 256 * 1024

/** What the asks are answered with, beyond what the sockets know themselves. */
type Answering = Omit<Desk<ClientSocket>, 'presence' | 'relay' | 'pass' | 'isDraining' | 'elsewhere'> & {
  elsewhere: Elsewhere
}

export interface Sockets {
  /** Begins to let connections in. */
  serve(answering: Answering): void
  /** The seats of a room that are connected here. */
  seats(room: string): SeatId[]
  /** Tells something to whoever holds the seat, if they are connected here. */
  deliver: Relay
  /** Whoever holds a seat here that is not theirs any more lets go of it. */
  settle(room: string): void
  /** The room is no more: whoever sat in it here dials again, and is told so when they ask for their seat. */
  letGo(room: string): void
  /** Shows a view to whoever holds the seat, if they are connected here. */
  tell: Tell
  /** How many are connected, and in which rooms somebody of them sits. */
  present(): { sockets: number; rooms: string[] }
  /** Tells every browser to dial again elsewhere, and resolves when all have who would miss this one, or the time is over. */
  drain(): Promise<void>
  close(): Promise<void>
}

export interface SocketPorts {
  http: HttpServer
  clock: Clock
  log: Log
  limits: Limits
  origins: readonly string[]
  trustProxy: number
  /** How often a browser must answer, and how long it may take, in ms; a test need not wait as long as a person. */
  heartbeatMs?: Ms
  meter?: Meter | undefined
}

export function createSockets(ports: SocketPorts): Sockets {
  const { clock, log, limits, trustProxy } = ports
  let isDraining = false
  let emptied = () => {}
  let settleHere = (_room: string) => {}
  let isServed = (_socket: ClientSocket): boolean => false
  const io = new Server<Asks, Tellings, Record<string, never>, SocketData>(ports.http, {
    serveClient: false,
    allowEIO3: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_MOST,
    pingInterval: ports.heartbeatMs ?? HEARTBEAT_MS,
    pingTimeout: ports.heartbeatMs ?? ANSWER_MS,
    connectTimeout: GREETING_MS,
    wsEngine: createFloodgate(clock, BEHIND_MOST),
    // CORS headers would not keep a foreign page's WebSocket out: only a refused handshake does.
    allowRequest: (request, decide) => {
      if (!isOriginAllowed(request, ports.origins)) return decide('origin', false)
      if (!limits.mayShake(addressOf(request, trustProxy))) return decide('too-fast', false)
      decide(null, true)
    },
  })

  const asking = createAskings(log, ports.meter)
  const presence = createPresence<ClientSocket>()
  const lines = createLines(io.engine, limits, clock, request => {
    const address = addressOf(request, trustProxy)
    return { address, isLocal: isLocalRequest(request, address), near: nearIn(request.url ?? '') }
  })

  io.use((socket, next) => {
    const line = lines.of(socket.conn)
    if (!line?.isCounted) return next(new Error('too-fast'))
    // Whoever could begin anew on one connection would begin with a full share of patience each time.
    if (line.isTaken) {
      socket.conn.close()
      return next(new Error('bad-request'))
    }
    line.isTaken = true
    socket.data.caller = newCaller(line.address, line.isLocal, line.near)
    next()
  })

  /** Each of these hears every connection, and finds what is its own in `data`: thousands of idle ones hold no functions. */
  function hearsOf(desk: Desk<ClientSocket>) {
    function hear(socket: ClientSocket, name: string, payload: unknown, reply: (ack: Ack) => void): void {
      const { caller } = socket.data
      const { answered, failed } = asking(caller.trace, name, reply)
      const admitted = admit(caller.haste, name, payload, clock.now())
      if ('refusal' in admitted) {
        answered(admitted.refusal)
        if (admitted.end) socket.disconnect(true)
        return
      }
      answerAsk(desk, socket, caller, admitted)
        .then(answered, failed)
        .then(() => seatAnswered(socket, admitted.name))
    }
    // One way in for every event, known or not: nothing that arrives goes unanswered or unparsed.
    function hearAny(this: ClientSocket, name: string, ...args: unknown[]): void {
      const last = args.at(-1)
      const reply = typeof last === 'function' ? (last as (ack: Ack) => void) : () => {}
      hear(this, String(name), typeof last === 'function' && args.length === 1 ? undefined : args[0], reply)
    }
    function hearQuickly(socket: ClientSocket, words: QuickWords): void {
      const { caller } = socket.data
      const mayPassNow = () => mayPass(caller.haste, 'words', clock.now())
      if (sayQuickly(desk, caller, words, mayPassNow)) {
        desk.pass(socket, answeredQuickly(words))
        ports.meter?.passed()
      } else hear(socket, 'words', askOf(words), ack => desk.pass(socket, answerTo(words, ack)))
    }
    const hearBefore = listenBefore<ClientSocket>((socket, packet) => {
      const words = readQuickly(packet)
      if (words === null) return false
      // In its turn: what the library has read before is done in a later one too, and words must keep their order.
      process.nextTick(hearQuickly, socket, words)
      return true
    })
    function hearEnd(this: ClientSocket, reason: string): void {
      const { caller } = this.data
      caller.isGone = true
      desk.lobby.gone(this)
      desk.circles.gone(this)
      // A network that is cut says no goodbye. Who was silent until the heartbeat gave up had gone when last heard.
      const silent = reason === 'ping timeout' ? lines.of(this.conn)?.heardAt : undefined
      detach(desk, this, caller, silent ?? clock.now())
      this.conn.close()
      if (isDraining) emptied()
    }
    return { hearAny, hearBefore, hearEnd }
  }

  return {
    serve(answering) {
      const { elsewhere } = answering
      const desk: Desk<ClientSocket> = {
        ...answering,
        presence,
        relay(room, seat, event, told) {
          const holder = presence.holder(room, seat)
          if (holder) deliver(holder, event, told)
          else if (elsewhere.mayHold(room, seat)) elsewhere.relay(room, seat, event, told)
        },
        pass: (socket, packet) => void socket.conn.write(packet),
        isDraining: () => isDraining,
      }
      settleHere = room => settle(desk, room)
      isServed = socket => socket.data.caller.seated !== null || desk.circles.isFor(socket) || desk.lobby.isFor(socket)
      const { hearAny, hearBefore, hearEnd } = hearsOf(desk)
      io.on('connection', socket => {
        forgetHandshake(socket)
        socket.onAny(hearAny)
        hearBefore(socket, socket.client)
        socket.on('disconnect', hearEnd)
      })
    },
    seats: presence.seats,
    deliver(room, seat, event, told) {
      const holder = presence.holder(room, seat)
      if (holder) deliver(holder, event, told)
    },
    settle: room => settleHere(room),
    letGo(room) {
      for (const seat of presence.seats(room)) presence.holder(room, seat)?.conn.close()
    },
    tell(room, seat, view, keeps) {
      const holder = presence.holder(room, seat)
      if (holder) show(holder, withCapsule(view, keeps?.()))
    },
    present: () => ({ sockets: io.engine.clientsCount, rooms: presence.rooms() }),
    async drain() {
      isDraining = true
      const all = [...io.sockets.sockets.values()]
      for (const socket of all) socket.emit('moved', { why: 'draining', withinMs: DRAIN_MS })
      // Whoever only reads, or has asked for something once, loses nothing with their connection.
      const held = all.filter(isServed)
      if (held.length === 0) return
      await new Promise<void>(resolve => {
        const cancel = clock.at(clock.now() + DRAIN_MS, resolve)
        // Whoever has their seat elsewhere by now has yet to hear of it: they let this connection go themselves.
        emptied = () => {
          if (held.some(socket => socket.connected)) return
          cancel()
          resolve()
        }
      })
    },
    async close() {
      isDraining = true
      // Ends the engine's connections rather than "disconnecting" sockets: a browser dials again after the one, not the other.
      io.engine.close()
      await new Promise<void>(resolve => void io.close(() => resolve()))
    },
  }
}
