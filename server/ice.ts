// By which ways may two browsers reach each other? Through the servers that the operator named, with a credential of a
// relay made here for one seat: ten minutes are enough to be let in, and what is overheard is soon worth nothing.
import { createHmac, randomBytes } from 'node:crypto'
import type { Kind, Ms, SeatId } from '../lib/protocol/room.ts'
import type { IceAnswer } from '../lib/wire/events.ts'
import type { Clock } from './ports.ts'

export interface IceConfig {
  /** Servers that are handed out as they stand. */
  servers: { urls: string[]; username?: string; credential?: string }[]
  /** A relay that shares a secret with this process. */
  turn: { urls: string[]; secret: string } | null
  /** Friends too are sent through the relay alone, and never learn each other's address. */
  relayOnly: boolean
}

export interface Asking {
  room: string
  seat: SeatId
  kind: Kind
  /** Page and server are on one machine. */
  isLocal: boolean
}

const CREDENTIAL_MS: Ms = 600_000
/** People who do not know each other: neither may learn the other's address, whatever the operator has chosen. */
const STRANGERS: ReadonlySet<Kind> = new Set<Kind>(['practice'])

const isRelay = (url: string) => /^turns?:/.test(url)

/** Whether anything can go through a relay here. Without one, strangers can't hear each other. */
export function hasRelay({ servers, turn }: IceConfig): boolean {
  return turn !== null || servers.some(({ urls }) => urls.some(isRelay))
}

/** Answers somebody who sits in a room in which every seat is taken. */
export function createIce(config: IceConfig, clock: Pick<Clock, 'now'>): (who: Asking) => IceAnswer {
  const key = randomBytes(32)

  /** The same for a seat all along, so that the relay's quota for one user holds; it tells nobody which room or seat. */
  function userOf({ room, seat }: Asking): string {
    return createHmac('sha256', key).update(`${room}.${seat}`).digest('base64url').slice(0, 22)
  }

  return who => {
    // Where there is no relay, two windows of one machine are all that strangers can be (lobby/doors.ts).
    const isDirect = who.isLocal && !hasRelay(config)
    const relayOnly = config.relayOnly || (STRANGERS.has(who.kind) && !isDirect)
    const fixed = config.servers
      .map(server => ({ ...server, urls: server.urls.filter(url => !relayOnly || isRelay(url)) }))
      .filter(({ urls }) => urls.length > 0)
    if (config.turn === null) return { iceServers: fixed, relayOnly, expiresAt: null }
    const expires = Math.floor((clock.now() + CREDENTIAL_MS) / 1000)
    const own = { urls: config.turn.urls, ...credential(config.turn.secret, expires, userOf(who)) }
    return { iceServers: [...fixed, own], relayOnly, expiresAt: expires * 1000 }
  }
}

/** As draft-uberti-behave-turn-rest-00 has it, and coturn's `use-auth-secret`. `expires` is in seconds of the epoch. */
export function credential(secret: string, expires: number, user: string): { username: string; credential: string } {
  const username = `${expires}:${user}`
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') }
}
