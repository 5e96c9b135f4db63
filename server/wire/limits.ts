// How much may one address ask of this process? A fair share for a full classroom behind one router, and no more.
// Addresses are kept as keyed hashes only, under a key that dies with the process, and no longer than they count.
import { createHmac, randomBytes } from 'node:crypto'
import type { Ms } from '../../lib/protocol/room.ts'
import type { Clock } from '../ports.ts'
import { network } from './address.ts'
import { createSweeping } from './sweeping.ts'
import { type Bucket, FULL, type Rate, take } from './token-bucket.ts'

export interface LimitsConfig {
  /** Connections that one address may hold at a time. */
  sockets: number
  handshakes: Rate
  /** Rooms opened. */
  opens: Rate
  /** People who come into one workshop by its code. */
  joins: Rate
  /** Asks for a room that is not there, or with a token that is not good. */
  guesses: Rate
  /** Addresses remembered at a time; beyond it the ones without a connection are forgotten, the longest silent first. */
  addresses: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Thirty pairs of a workshop dial in the same second through one router, and again when the server restarts. */
export const LIMITS: LimitsConfig = {
  sockets: 200,
  handshakes: { burst: 200, everyMs: SECOND / 10 },
  opens: { burst: 60, everyMs: MINUTE },
  // As many as may be connected: everybody there comes in at once.
  joins: { burst: 200, everyMs: 5 * SECOND },
  guesses: { burst: 20, everyMs: 3 * SECOND },
  addresses: 20_000,
}

export interface Limits {
  /** May this address begin one more handshake? Counts it. */
  mayShake(address: string): boolean
  /** May this address hold one more connection? Counts it when true; `left` gives it back. */
  mayConnect(address: string): boolean
  left(address: string): void
  /** May this address open one more room? Counts it. */
  mayOpen(address: string): boolean
  /** May one more come into this workshop from this address? Counts it. */
  mayJoin(address: string, circle: string): boolean
  /** May this address still ask for a room by its id? Counts nothing: only a wrong guess does. */
  mayGuess(address: string): boolean
  guessedWrong(address: string): void
  /** How many addresses are remembered. */
  readonly size: number
}

interface Guest {
  sockets: number
  handshakes: Bucket
  opens: Bucket
  guesses: Bucket
  /** For each workshop. */
  joins: Map<string, Bucket>
}

type Counted = 'handshakes' | 'opens' | 'guesses'

export function createLimits(config: LimitsConfig, clock: Pick<Clock, 'now' | 'at'>): Limits {
  const key = randomBytes(32)
  /** The one that asked last stands last. */
  const guests = new Map<string, Guest>()

  function nameOf(address: string): string {
    return createHmac('sha256', key).update(network(address)).digest('base64url')
  }

  function guestAt(address: string): Guest {
    const name = nameOf(address)
    const guest = guests.get(name) ?? { sockets: 0, handshakes: FULL, opens: FULL, guesses: FULL, joins: new Map() }
    guests.delete(name)
    if (guests.size >= config.addresses) forgetOne()
    guests.set(name, guest)
    if (guest.sockets === 0) sweepLater()
    return guest
  }

  /** Someone with many addresses is not held by a count per address anyway; those who hold a connection are kept. */
  function forgetOne(): void {
    for (const [name, guest] of guests) {
      if (guest.sockets > 0) continue
      guests.delete(name)
      return
    }
  }

  /** Whoever has their whole share again, and no connection, is as good as somebody who never came. */
  const sweepLater = createSweeping(clock, now => {
    let isAnyLeft = false
    for (const [name, guest] of guests) {
      if (guest.sockets > 0) continue
      if (isWhole(guest, now)) guests.delete(name)
      else isAnyLeft = true
    }
    return isAnyLeft
  })

  function spend(address: string, counted: Counted): boolean {
    const guest = guestAt(address)
    const taken = take(guest[counted], config[counted], clock.now())
    if (taken === null) return false
    guest[counted] = taken
    return true
  }

  return {
    mayShake: address => spend(address, 'handshakes'),
    mayConnect(address) {
      const guest = guestAt(address)
      if (guest.sockets >= config.sockets) return false
      guest.sockets++
      return true
    },
    left(address) {
      const guest = guests.get(nameOf(address))
      if (guest !== undefined && guest.sockets > 0) guest.sockets--
      if (guest?.sockets === 0) sweepLater()
    },
    mayOpen: address => spend(address, 'opens'),
    mayJoin(address, circle) {
      const { joins } = guestAt(address)
      const now = clock.now()
      // A share that is whole again is as good as one that nobody took from.
      for (const [id, bucket] of joins) if (bucket <= now) joins.delete(id)
      const taken = take(joins.get(circle) ?? FULL, config.joins, now)
      if (taken !== null) joins.set(circle, taken)
      return taken !== null
    },
    mayGuess: address => take(guestAt(address).guesses, config.guesses, clock.now()) !== null,
    guessedWrong(address) {
      spend(address, 'guesses')
    },
    get size() {
      return guests.size
    },
  }
}

const isWhole = ({ handshakes, opens, guesses, joins }: Guest, now: Ms): boolean =>
  [handshakes, opens, guesses, ...joins.values()].every(fullAt => fullAt <= now)
