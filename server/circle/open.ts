// How do the parts of workshops become one? Circles around the documents of the lobby's store, their rooms through the director, with
// one desk at which facilitators and people ask.
import type { Glance } from '../../lib/protocol/glance.ts'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Bus, Clock, Ids, LobbyStore, Log } from '../ports.ts'
import type { Director } from '../room/director.ts'
import { hashToken } from '../room/tokens.ts'
import { createDocs } from '../store/docs.ts'
import type { CircleDesk, Connection } from '../wire/desks.ts'
import type { Limits } from '../wire/limits.ts'
import { createCircleDesk } from './asks.ts'
import { createCircles } from './circles.ts'
import { createCircleDocs } from './docs.ts'
import { createCircleMarks } from './marks.ts'
import { createCircleRooms } from './rooms.ts'
import { createWatches } from './watches.ts'

export interface CircleParts {
  store: LobbyStore
  bus: Bus
  clock: Clock
  ids: Ids
  log: Log
  limits: Limits
  director: Director
  isDraining: () => boolean
  /** By which the site's processes know again who has given. */
  secret: string
}

export interface OpenCircles<C> {
  desk: CircleDesk<C>
  saw(room: string, seen: Glance): void
  callAll(at: Ms): void
  /** How many workshops are looked after here. */
  count(): number
  close(): Promise<void>
}

export function openCircles<C extends Connection>(parts: CircleParts): OpenCircles<C> {
  const { store, bus, clock, ids, log, limits, director, isDraining } = parts
  const documents = createDocs(store, clock, ids)
  const docs = createCircleDocs(documents, ids)
  const rooms = createCircleRooms({ director, clock, ids, hash: hashToken, log })
  const watches = createWatches<C>()
  const circles = createCircles<C>({ docs, rooms, director, bus, clock, ids, log, key: ids.token() }, watches)
  const desk = createCircleDesk<C>({
    circles,
    docs,
    clock,
    ids,
    hash: hashToken,
    isDraining,
    markOf: createCircleMarks(parts.secret),
    mayConvene: limits.mayOpen,
    mayJoin: limits.mayJoin,
    guesses: limits,
  })
  return {
    desk,
    saw: circles.saw,
    callAll: circles.callAll,
    count: () => watches.size,
    async close() {
      circles.close()
      rooms.close()
      await circles.idle()
      await documents.idle()
    },
  }
}
