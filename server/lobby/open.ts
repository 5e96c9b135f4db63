// How do the parts of the lobby become one? The queues, what is remembered of devices, reports and their webhook, around
// one store, with one desk at which people ask.
import type { SeatId } from '../../lib/protocol/room.ts'
import type { RoomView } from '../../lib/wire/events.ts'
import type { Config } from '../config.ts'
import type { Bus, Clock, Ids, LobbyStore, Log } from '../ports.ts'
import type { Director } from '../room/director.ts'
import { hashToken } from '../room/tokens.ts'
import type { Franking } from '../safety/franking.ts'
import { createPeople } from '../safety/people.ts'
import { createReports } from '../safety/reports.ts'
import { createReportSeal } from '../safety/seal.ts'
import { createReportWebhook } from '../safety/webhook.ts'
import { createDocs } from '../store/docs.ts'
import type { Connection, LobbyDesk } from '../wire/desks.ts'
import type { Limits } from '../wire/limits.ts'
import { createLobbyDesk } from './asks.ts'
import type { Doors } from './doors.ts'
import { createLobbyLimits, LOBBY_RATES, type LobbyRates } from './limits.ts'
import { createLobby } from './lobby.ts'
import { createQueues } from './queues.ts'

export interface LobbyParts {
  config: Config
  bus: Pick<Bus, 'onMissed'>
  clock: Clock
  ids: Ids
  log: Log
  limits: Limits
  director: Director
  doors: (isLocal: boolean) => Doors
  relayed: boolean
  isDraining: () => boolean
  store: LobbyStore
  /** Under which the words of a report lie in the store. */
  secret: string
  franking: Pick<Franking, 'isTrue'>
  rates?: LobbyRates
}

/** For as long a process that ends waits before it asks anybody to go. */
const MOVE_MS = 1000

export interface OpenLobby<C> {
  desk: LobbyDesk<C>
  saw(room: string, seat: SeatId, view: RoomView): void
  /** Whoever waits here keeps their place, which this process is about to leave. Resolves when that is kept, or can't be. */
  move(): Promise<void>
  /** How many wait by this process. */
  count(): number
  close(): Promise<void>
}

export function openLobby<C extends Connection>(parts: LobbyParts): OpenLobby<C> {
  const { store, config, clock, ids, log, director } = parts
  const docs = createDocs(store, clock, ids)
  const people = createPeople(store, docs, clock)
  parts.bus.onMissed(() => void people.look())
  const reports = createReports(docs, people, config.reportDays, createReportSeal(parts.secret))
  const { reportWebhook: to } = config
  const webhook = to && createReportWebhook({ reports, clock, log, to })
  // What the process before this one did not bring there.
  webhook?.kick()
  const queues = createQueues(store, docs, ids)
  const lobby = createLobby({ queues, people, director, clock, ids, log, hash: hashToken })
  const desk = createLobbyDesk<C>({
    lobby,
    people,
    reports,
    webhook,
    director,
    clock,
    ids,
    hash: hashToken,
    config,
    franking: parts.franking,
    limits: createLobbyLimits(parts.rates ?? LOBBY_RATES, clock),
    guesses: parts.limits,
    doors: parts.doors,
    relayed: parts.relayed,
    isDraining: parts.isDraining,
  })
  return {
    desk,
    saw: lobby.saw,
    async move() {
      // Who was not kept waits anew.
      await new Promise<void>(resolve => {
        const stop = clock.at(clock.now() + MOVE_MS, resolve)
        const isKept = lobby.move().catch(error => log.fault('lobby', error))
        void isKept.then(stop).then(resolve)
      })
    },
    count: lobby.count,
    async close() {
      lobby.close()
      webhook?.close()
      await lobby.idle()
      await docs.idle()
    },
  }
}
