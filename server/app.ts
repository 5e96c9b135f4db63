// How do the parts become one running site? Pages and socket on one port, around one director. Everything that touches the
// world comes in as a port, so that a test can run the same thing with a clock in its hand.
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Glance } from '../lib/protocol/glance.ts'
import type { AppPorts } from './app-ports.ts'
import { openCircles } from './circle/open.ts'
import type { Config } from './config.ts'
import { counted, countedLimits } from './counted.ts'
import { createCompany } from './fan-out/company.ts'
import { createElsewhere } from './fan-out/elsewhere.ts'
import { letMissingBegin, setHeaders } from './headers.ts'
import { createIce, hasRelay } from './ice.ts'
import { type Doors, doorsInWords, doorsOf } from './lobby/doors.ts'
import { openLobby } from './lobby/open.ts'
import { createHealth } from './observe/health.ts'
import { NO_STALLS } from './observe/stalls.ts'
import { type Pages, preparePages } from './pages.ts'
import type { Clock } from './ports.ts'
import { createCapsules } from './room/capsules.ts'
import { createDirector, type Director } from './room/director.ts'
import { hashToken } from './room/tokens.ts'
import { createFranking } from './safety/franking.ts'
import { createLobbyMemory } from './store/lobby-memory.ts'
import { LONE_BUS } from './store/lone-bus.ts'
import { createLimits, LIMITS, type Limits } from './wire/limits.ts'
import { type ClientSocket, createSockets } from './wire/sockets.ts'

export interface App {
  url: string
  port: number
  director: Director
  /** The doors to strangers on a public address. */
  doors: Doors
  /** Stops listening, asks every browser to dial again elsewhere, and ends when they have, within ten seconds. */
  drain(): Promise<void>
  /** Ends at once; what was under way is finished first. The store is left open: whoever made it closes it. */
  close(): Promise<void>
}

const HOUR_MS = 3_600_000

/** Listens when it resolves. Rejects when the port is taken or the pages were never built. */
export async function createApp(given: AppPorts): Promise<App> {
  const ports = counted(given)
  const { config, store, clock, ids, log, meter, mirrored = false, bus = LONE_BUS, stalls = NO_STALLS } = ports
  const http = createServer()
  const pages: Pages | null = config.pages ? await preparePages(http, config) : null
  const limits = countedLimits(ports.limits ?? limitsFor(config, clock), meter)
  let isDraining = false

  const { origins, trustProxy } = config
  const sockets = createSockets({
    http,
    clock,
    log,
    limits,
    origins,
    trustProxy,
    meter,
    ...(ports.heartbeatMs !== undefined && { heartbeatMs: ports.heartbeatMs }),
  })
  const punctual = ports.punctual ?? true
  const tell: typeof sockets.tell = (room, seat, view, keeps) => {
    sockets.tell(room, seat, view, keeps)
    if (view.kind === 'practice') lobby.saw(room, seat, view)
  }
  const seen = (room: string, glance: Glance) => circles.saw(room, glance)
  const secret = ports.secret ?? ids.token()
  const franking = createFranking(secret)
  const capsules = createCapsules({ secret, store, ids, log })
  void capsules.look()
  bus.onMissed(() => void capsules.look())
  const director = createDirector({
    store,
    clock,
    ids,
    log,
    tell,
    seen,
    capsules,
    hash: hashToken,
    punctual,
    changed: sockets.settle,
    lost(room) {
      void capsules.look()
      sockets.letGo(room)
    },
  })
  const elsewhere = createElsewhere({ bus, clock, director, here: sockets.seats, deliver: sockets.deliver })
  const company = createCompany({
    bus,
    clock,
    stalls,
    lost(at) {
      void elsewhere.callAll(at)
      circles.callAll(at)
    },
  })
  const relayed = ports.hasRelay ?? hasRelay(config.ice)
  const doors = (isLocal: boolean) => doorsOf(config, relayed, isLocal)
  const lobbyStore = ports.lobbyStore ?? createLobbyMemory(clock)
  const lobby = openLobby<ClientSocket>({
    config,
    clock,
    ids,
    log,
    limits,
    director,
    doors,
    relayed,
    isDraining: () => isDraining,
    secret,
    franking,
    store: lobbyStore,
    bus,
    ...(ports.lobbyRates && { rates: ports.lobbyRates }),
  })
  const circles = openCircles<ClientSocket>({
    store: lobbyStore,
    bus,
    clock,
    ids,
    log,
    limits,
    director,
    isDraining: () => isDraining,
    secret,
  })
  meter?.look(() => {
    const { sockets: connected, rooms } = sockets.present()
    const stages = rooms.flatMap(room => director.status(room)?.stage ?? [])
    const waiting = { waiting: lobby.count(), circles: circles.count() }
    return { sockets: connected, stages, ...waiting, isBusUp: bus.isUp(), isDraining }
  })
  const ice = createIce(config.ice, clock)
  sockets.serve({ director, clock, limits, ice, franking, elsewhere, lobby: lobby.desk, circles: circles.desk })

  const answerHealth = createHealth({
    checks: [
      { state: 'store-down', ask: () => store.ready() },
      // Somebody sent here would not see what the other does at another process.
      { state: 'bus-down', ask: () => (bus.isUp() ? Promise.resolve() : Promise.reject(new Error('bus-down'))) },
      // Where all of them stood still, as with their machine, people are still better off here than nowhere.
      {
        state: 'stood-still',
        ask: async () => {
          if (stalls.isWary() && company.isAnotherWell()) throw new Error('stood-still')
        },
      },
    ],
    clock,
    isDraining: () => isDraining,
    practice: doorsInWords(doors(false)),
  })
  http.on('request', (request, response) => {
    // Socket.IO answers its own path, with its own headers.
    if (request.url?.startsWith('/socket.io/')) return
    setHeaders(request, response, { ...config, mirrored })
    if (answerHealth(request, response)) return
    if (pages) {
      letMissingBegin(response)
      pages.answer(request, response)
    } else response.writeHead(404).end()
  })

  await listen(http, config)
  const { port } = http.address() as AddressInfo

  async function close(): Promise<void> {
    isDraining = true
    company.close()
    await sockets.close()
    await lobby.close()
    await circles.close()
    await director.idle()
    director.close()
    elsewhere.close()
    await company.leave()
    http.closeAllConnections()
    await pages?.close()
  }

  return {
    url: `http://localhost:${port}`,
    port,
    director,
    doors: doors(false),
    close,
    async drain() {
      isDraining = true
      // The next process may take the port while this one still serves who is connected.
      http.close()
      http.closeIdleConnections()
      await lobby.move()
      await sockets.drain()
      await close()
    },
  }
}

function limitsFor(config: Config, clock: Clock): Limits {
  const opens = { burst: config.roomsPerAddress, everyMs: HOUR_MS / config.roomsPerAddress }
  const joins = { ...LIMITS.joins, burst: config.socketsPerAddress }
  return createLimits({ ...LIMITS, sockets: config.socketsPerAddress, opens, joins }, clock)
}

function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}
