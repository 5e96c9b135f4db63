// What is one process of a simulated site? The real director, fan-out, presence and answers, put together as server/app.ts and
// server/wire/sockets.ts do it, with connections that lead into a simulated network. It can stand still, end well, and be killed.
import type { Ms, SeatId } from '../../lib/protocol/room.ts'
import type { Ack, Tellings } from '../../lib/wire/events.ts'
import { createCompany } from '../fan-out/company.ts'
import { createElsewhere } from '../fan-out/elsewhere.ts'
import type { Clock, Ids, Log } from '../ports.ts'
import { StoreDown } from '../ports.ts'
import { refuse } from '../refusals.ts'
import { createCapsules } from '../room/capsules.ts'
import { createDirector, type Director } from '../room/director.ts'
import { withCapsule } from '../room/showing.ts'
import { createFranking } from '../safety/franking.ts'
import { answerAsk, deliver } from '../wire/asks.ts'
import { type Caller, type Connection, type Desk, newCaller } from '../wire/desks.ts'
import { admit } from '../wire/doorman.ts'
import { createPresence } from '../wire/presence.ts'
import { answered, detach, settle, show } from '../wire/seats.ts'
import { DRAIN_MS } from '../wire/sockets.ts'
import type { BusLine, Inside, SimBus } from './sim-bus.ts'
import type { SimStore } from './sim-store.ts'
import type { World } from './world.ts'

/** The process's end of a connection. */
export interface Socket extends Connection {
  conn: { close(): void }
}

/** The network's part of a connection, as the process sees it. */
export interface Way {
  emit<Event extends keyof Tellings>(event: Event, told: Parameters<Tellings[Event]>[0]): void
  close(): void
}

export interface SimProcess {
  readonly name: string
  readonly director: Director
  readonly bus: BusLine
  inside: Inside
  /** Whether it takes new connections. */
  isOpen(): boolean
  isAlive(): boolean
  /** Whether it has been running without a pause for this long. */
  wasAwakeFor(ms: Ms): boolean
  accept(way: Way): Socket
  hear(socket: Socket, name: string, payload: unknown, reply: (ack: Ack) => void): void
  /** The connection has ended; `silentSince` when nobody said so. */
  ended(socket: Socket, silentSince?: Ms): void
  seats(room: string): SeatId[]
  /** By which entry a connection to this process holds the seat; null when none does. */
  entryHere(room: string, seat: SeatId): string | null
  now(): Ms
  sleep(ms: Ms): void
  drain(): void
  kill(): void
}

export interface SimProcessPorts {
  world: World
  name: string
  bus: SimBus
  store: SimStore
  ids: Ids
  hash: (token: string) => string
  /** How far its clock is from the store's. */
  skewMs: Ms
  /** Somebody is handed a view here, in this instant. */
  shown: (room: string, view: Parameters<Tellings['view']>[0], by: SimProcess) => void
  /** Words are handed to the connection of an entry here, in this instant. */
  handed: (entry: string, words: Parameters<Tellings['words']>[0]) => void
}

/** Nobody in a simulated world is hasty: how often somebody may ask is proved elsewhere. */
const LIMITS = {
  ...{ mayShake: () => true, mayConnect: () => true, left: () => {}, mayOpen: () => true, mayJoin: () => true },
  ...{ mayGuess: () => true, guessedWrong: () => {}, size: 0 },
}
const NO_DESK = {
  isFor: () => false,
  answer: async () => refuse('not-allowed'),
  ...{ entered: () => {}, left: () => {}, gone: () => {} },
}

export function startSimProcess(ports: SimProcessPorts): SimProcess {
  const { world, name, ids, hash, skewMs } = ports
  let isAlive = true
  let isDraining = false
  let wakesAt = 0
  let emptied = () => {}
  const sockets = new Set<Socket>()
  const ways = new WeakMap<Socket, Way>()

  const inside: Inside = happen => {
    if (!isAlive) return
    if (world.now() < wakesAt) world.in(wakesAt - world.now(), () => inside(happen))
    else happen()
  }
  const clock: Clock = {
    now: () => world.now() + skewMs,
    at: (at, ring) => world.in(at - skewMs - world.now() + world.chance.whole(0, 3), () => inside(ring)),
  }
  const log: Log = {
    fact: fact => world.count(`fact: ${fact.fact}${'why' in fact ? ` ${fact.why}` : ''}`),
    note: () => {},
    fault(event, error) {
      const detail = () => [event, error instanceof Error ? error.stack : String(error)]
      world.must(error instanceof StoreDown, 'nothing goes wrong inside of a process', detail)
    },
  }
  const store = ports.store.as(name, inside)
  const bus = ports.bus.join(name, inside)
  const presence = createPresence<Socket>()
  const capsules = createCapsules({ secret: 'of the whole site', store, ids, log })
  void capsules.look()
  bus.onMissed(() => void capsules.look())
  const director = createDirector({
    ...{ store, clock, ids, log, hash, capsules },
    tell(room, seat, told, keeps) {
      const holder = presence.holder(room, seat)
      if (!holder) return
      const view = withCapsule(told, keeps?.())
      ports.shown(room, view, process)
      show(holder, view)
    },
    changed: room => settle(desk, room),
    lost(room) {
      void capsules.look()
      for (const seat of presence.seats(room)) presence.holder(room, seat)?.conn.close()
    },
  })
  const elsewhere = createElsewhere({
    ...{ bus, clock, director, here: presence.seats },
    deliver(room, seat, event, told) {
      const holder = presence.holder(room, seat)
      if (holder) deliver(holder, event, told)
    },
  })
  const lost = (at: Ms) => {
    world.count('a process missed another')
    void elsewhere.callAll(at)
  }
  const company = createCompany({ bus, clock, lost })
  const desk: Desk<Socket> = {
    ...{ director, clock, limits: LIMITS, presence, elsewhere, lobby: NO_DESK, circles: NO_DESK },
    relay(room, seat, event, told) {
      const holder = presence.holder(room, seat)
      if (holder) deliver(holder, event, told)
      else if (elsewhere.mayHold(room, seat)) elsewhere.relay(room, seat, event, told)
    },
    pass: () => {},
    franking: createFranking('of a simulated site'),
    isDraining: () => isDraining,
    ice: () => ({ iceServers: [], relayOnly: false, expiresAt: null }),
  }

  async function close(): Promise<void> {
    company.close()
    for (const socket of [...sockets]) socket.conn.close()
    for (const socket of [...sockets]) process.ended(socket)
    await director.idle()
    director.close()
    elsewhere.close()
    await company.leave()
    isAlive = false
    await bus.close()
  }

  const process: SimProcess = {
    ...{ name, director, bus, inside },
    isOpen: () => isAlive && !isDraining,
    isAlive: () => isAlive,
    wasAwakeFor: ms => isAlive && wakesAt <= world.now() - ms,
    accept(way) {
      const socket: Socket = {
        data: { caller: newCaller(`${name}-${sockets.size}`) as Caller },
        emit(event, ...[told]) {
          const { seated } = socket.data.caller
          if (event === 'words' && seated) ports.handed(seated.entry, told as never)
          way.emit(event, told as never)
        },
        conn: { close: () => way.close() },
      }
      sockets.add(socket)
      ways.set(socket, way)
      return socket
    },
    hear(socket, ask, payload, reply) {
      const { caller } = socket.data
      const admitted = admit(caller.haste, ask, payload, clock.now())
      if ('refusal' in admitted) {
        reply(admitted.refusal)
        if (admitted.end) socket.conn.close()
        return
      }
      answerAsk(desk, socket, caller, admitted).then(
        ack => {
          if (ack.ok && 'view' in ack) ports.shown((ack.view as { room: string }).room, ack.view as never, process)
          reply(ack)
          answered(socket, ask)
        },
        error => {
          log.fault('ask', error)
          reply(refuse('busy'))
          answered(socket, ask)
        },
      )
    },
    ended(socket, silentSince) {
      if (!sockets.delete(socket)) return
      const { caller } = socket.data
      caller.isGone = true
      detach(desk, socket, caller, silentSince ?? clock.now())
      if (isDraining && presence.all().length === 0) emptied()
    },
    seats: presence.seats,
    entryHere: (room, seat) => presence.holder(room, seat)?.data.caller.seated?.entry ?? null,
    now: clock.now,
    sleep(ms) {
      wakesAt = Math.max(wakesAt, world.now() + ms)
    },
    drain() {
      if (isDraining) return
      isDraining = true
      const held = presence.all()
      for (const socket of held) socket.emit('moved', { why: 'draining', withinMs: DRAIN_MS })
      const gone = new Promise<void>(resolve => {
        emptied = resolve
        if (held.length === 0) return resolve()
        clock.at(clock.now() + DRAIN_MS, resolve)
      })
      void gone.then(close)
    },
    kill() {
      isAlive = false
      void bus.close()
      for (const socket of [...sockets]) ways.get(socket)?.close()
      sockets.clear()
    },
  }
  return process
}
