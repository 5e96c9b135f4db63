// What does a test of the wire stand in? The real application on a free port, with a clock in the test's hand, and people
// who dial it as any client does.
import type { AddressInfo } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { expect } from 'vitest'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Ack, Asks, Intent, RoomView, Seated, Tellings } from '../../lib/wire/events.ts'
import { type App, createApp } from '../app.ts'
import type { AppPorts } from '../app-ports.ts'
import type { Config } from '../config.ts'
import { createIds } from '../ids.ts'
import { createLog } from '../log.ts'
import type { Clock, RoomStore } from '../ports.ts'
import { createMemoryStore } from '../store/memory.ts'
import { createLimits, LIMITS, type Limits } from '../wire/limits.ts'
import { createHandClock, type HandClock } from './hand-clock.ts'

/** An instant like any other, so that a test that mixes up instants and durations fails. */
export const START: Ms = 1_700_000_000_000

const CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  dev: false,
  store: { kind: 'memory' },
  pages: false,
  origins: [],
  trustProxy: 0,
  logLevel: 'info',
  metrics: null,
  secret: null,
  socketsPerAddress: 1_000,
  roomsPerAddress: 1_000,
  contactEmail: null,
  reportWebhook: null,
  reportDays: 90,
  practiceHours: [],
  ice: { servers: [], turn: null, relayOnly: false },
}

type Told = { [Name in keyof Tellings]: Parameters<Tellings[Name]>[0][] }
type AckOf<Name extends keyof Asks> = Parameters<Asks[Name]> extends [...unknown[], (ack: infer A) => void] ? A : never

export interface Person {
  socket: Socket<Tellings, Asks>
  /** Everything that was told to this connection, in order. */
  told: Told
  /** The newest view, by the wire's rule; throws while there is none. */
  view(): RoomView
  /** Asks as any client may: the payload need not be what the types say. */
  ask<Name extends keyof Asks>(name: Name, ...payload: unknown[]): Promise<AckOf<Name>>
  /** Asks, and throws when it is refused. */
  must<Name extends keyof Asks>(name: Name, ...payload: unknown[]): Promise<Exclude<AckOf<Name>, { ok: false }>>
  intend(intent: Intent): Promise<Ack<{ rev: number }>>
  /** Resolves when the newest view is as described. */
  sees(what: (view: RoomView) => boolean): Promise<RoomView>
  /** Resolves when everything that was told before now has arrived: tellings and answers keep their order. */
  caughtUp(): Promise<void>
  /** What `open` or `enter` answered last. */
  seated: Seated | null
  close(): void
}

export interface House {
  app: App
  clock: HandClock
  store: RoomStore
  /** What was logged, one JSON object a line. */
  logged: string[]
  /** Resolves when the server knows of `count` connections. */
  connections(count: number): Promise<void>
  dial(options?: DialOptions): Promise<Person>
  close(): Promise<void>
}

export interface DialOptions {
  /** Those of a page of `url` where nothing is given. */
  headers?: Record<string, string>
  transports?: ('websocket' | 'polling')[]
  /** What stands in the address of the connection. */
  query?: Record<string, string | string[]>
  /** A certificate to believe, in PEM. */
  ca?: string
}

/** All that somebody needs who comes. */
export type Dialled = Pick<House, 'dial'>

export interface HouseOptions extends Partial<Omit<AppPorts, 'config' | 'clock'>> {
  config?: Partial<Config>
  hand?: HandClock
  /** The clock of this house, when it shall not be the hand clock itself. */
  clock?: Clock
}

export async function openHouse({ config, hand, ...ports }: HouseOptions = {}): Promise<House> {
  const clock = hand ?? createHandClock(START)
  const store = ports.store ?? createMemoryStore(clock)
  const logged: string[] = []
  const log = createLog({ level: 'info', stream: { write: line => void logged.push(line) } })
  const limits = counted(ports.limits ?? createLimits({ ...LIMITS, ...GENEROUS }, clock))
  const defaults = { clock, ids: createIds(), log }
  const app = await createApp({ ...defaults, ...ports, limits, store, config: { ...CONFIG, ...config } })
  const people: Person[] = []
  return {
    app,
    clock,
    store,
    logged,
    connections: count => expect.poll(() => limits.connections, { interval: 2, timeout: 8_000 }).toBe(count),
    async dial(options) {
      const person = await dial(`http://127.0.0.1:${app.port}`, options)
      people.push(person)
      return person
    },
    async close() {
      for (const person of people) person.close()
      await app.close()
    },
  }
}

/** Nobody here shares an address by choice: a test that is about shares brings its own. */
const GENEROUS = {
  sockets: 10_000,
  handshakes: { burst: 10_000, everyMs: 1 },
  opens: { burst: 10_000, everyMs: 1 },
  joins: { burst: 10_000, everyMs: 1 },
  guesses: { burst: 10_000, everyMs: 1 },
}

function counted(limits: Limits): Limits & { readonly connections: number } {
  let connections = 0
  return {
    ...limits,
    mayConnect(address) {
      const may = limits.mayConnect(address)
      if (may) connections++
      return may
    },
    left(address) {
      connections--
      limits.left(address)
    },
    get size() {
      return limits.size
    },
    get connections() {
      return connections
    },
  }
}

/** Dials; rejects with the server's reason when it lets nobody in. */
export async function dial(
  url: string,
  { headers = { origin: new URL(url).origin }, transports = ['websocket'], query, ca }: DialOptions = {},
): Promise<Person> {
  const own = { extraHeaders: headers, ...(query && { query }), ...(ca !== undefined && { ca }) }
  const options = { transports, forceNew: true, reconnection: false, ...own }
  const socket: Socket<Tellings, Asks> = io(url, options)
  const person = personOn(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', error => {
      socket.disconnect()
      reject(error)
    })
  })
  return person
}

function personOn(socket: Socket<Tellings, Asks>): Person {
  const told: Told = {
    view: [],
    words: [],
    again: [],
    replay: [],
    signal: [],
    moved: [],
    waiting: [],
    offered: [],
    paired: [],
    circle: [],
    face: [],
    board: [],
    said: [],
  }
  let newest: RoomView | null = null
  const see = (view: RoomView) => {
    const isNewer = !newest || view.rev > newest.rev || (view.rev === newest.rev && view.now >= newest.now)
    if (isNewer || newest?.room !== view.room) newest = view
  }
  for (const name of Object.keys(told) as (keyof Tellings)[]) {
    socket.on(name, ((what: never) => {
      told[name].push(what)
      if (name === 'view') see(what)
    }) as never)
  }
  const person: Person = {
    socket,
    told,
    seated: null,
    view() {
      if (newest === null) throw new Error('nothing was shown yet')
      return newest
    },
    ask: async (name, ...payload) => {
      const timed = socket.timeout(10_000)
      const emit = timed.emitWithAck as (name: string, ...payload: unknown[]) => Promise<Ack>
      const ack = await emit.call(timed, name, ...payload)
      if (ack.ok && 'token' in ack) {
        person.seated = ack as unknown as Seated
        see(person.seated.view)
      }
      return ack as never
    },
    async must(name, ...payload) {
      const ack = (await person.ask(name, ...payload)) as Ack
      if (!ack.ok) throw new Error(`${name} was refused: ${ack.code} ${ack.message}`)
      return ack as never
    },
    intend: intent => person.ask('intent', intent),
    async sees(what) {
      await expect.poll(() => newest !== null && what(newest), { interval: 2, timeout: 8_000 }).toBe(true)
      return person.view()
    },
    async caughtUp() {
      await person.ask('clock')
    },
    close: () => void socket.disconnect(),
  }
  return person
}

/** The port of a listening server, such as one that stands between a test and the house. */
export const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port
