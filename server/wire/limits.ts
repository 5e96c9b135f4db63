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

interface Share {
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
  const shares = new Map<string, Share>()

  function nameOf(address: string): string {
    return createHmac('sha256', key).update(network(address)).digest('base64url')
  }

  function shareOf(address: string): Share {
    const name = nameOf(address)
    const share = shares.get(name) ?? { sockets: 0, handshakes: FULL, opens: FULL, guesses: FULL, joins: new Map() }
    shares.delete(name)
    if (shares.size >= config.addresses) forgetOne()
    shares.set(name, share)
    if (share.sockets === 0) sweepLater()
    return share
  }

  /** Someone with many addresses is not held by a count per address anyway; those who hold a connection are kept. */
  function forgetOne(): void {
    for (const [name, share] of shares) {
      if (share.sockets > 0) continue
      shares.delete(name)
      return
    }
  }

  /** Whoever has their whole share again, and no connection, is as good as somebody who never came. */
  const sweepLater = createSweeping(clock, now => {
    let isAnyLeft = false
    for (const [name, share] of shares) {
      if (share.sockets > 0) continue
      if (isWhole(share, now)) shares.delete(name)
      else isAnyLeft = true
    }
    return isAnyLeft
  })

  function spend(address: string, counted: Counted): boolean {
    const share = shareOf(address)
    const taken = take(share[counted], config[counted], clock.now())
    if (taken === null) return false
    share[counted] = taken
    return true
  }

  return {
    mayShake: address => spend(address, 'handshakes'),
    mayConnect(address) {
      const share = shareOf(address)
      if (share.sockets >= config.sockets) return false
      share.sockets++
      return true
    },
    left(address) {
      const share = shares.get(nameOf(address))
      if (share !== undefined && share.sockets > 0) share.sockets--
      if (share?.sockets === 0) sweepLater()
    },
    mayOpen: address => spend(address, 'opens'),
    mayJoin(address, circle) {
      const { joins } = shareOf(address)
      const now = clock.now()
      // A share that is whole again is as good as one that nobody took from.
      for (const [id, bucket] of joins) if (bucket <= now) joins.delete(id)
      const taken = take(joins.get(circle) ?? FULL, config.joins, now)
      if (taken !== null) joins.set(circle, taken)
      return taken !== null
    },
    mayGuess: address => take(shareOf(address).guesses, config.guesses, clock.now()) !== null,
    guessedWrong(address) {
      spend(address, 'guesses')
    },
    get size() {
      return shares.size
    },
  }
}

const isWhole = ({ handshakes, opens, guesses, joins }: Share, now: Ms): boolean =>
  [handshakes, opens, guesses, ...joins.values()].every(fullAt => fullAt <= now)
