// How often may one device, and one address, turn to strangers? Counted in memory under keys that die with the process.
import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../ports.ts'
import { network } from '../wire/address.ts'
import { createSweeping } from '../wire/sweeping.ts'
import { type Bucket, FULL, type Rate, take } from '../wire/token-bucket.ts'

export type LobbyCounted = 'wait' | 'report' | 'avoid'

export interface LobbyRates {
  device: Record<LobbyCounted, Rate>
  address: Record<LobbyCounted, Rate>
  /** People who may wait at one address at a time. */
  waitingPerAddress: number
  remembered: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

export const LOBBY_RATES: LobbyRates = {
  device: {
    wait: { burst: 10, everyMs: 3 * MINUTE },
    report: { burst: 5, everyMs: 12 * MINUTE },
    avoid: { burst: 10, everyMs: 6 * MINUTE },
  },
  // A house full of people behind one router, and no more.
  address: {
    wait: { burst: 60, everyMs: 20 * SECOND },
    report: { burst: 10, everyMs: 6 * MINUTE },
    avoid: { burst: 20, everyMs: 3 * MINUTE },
  },
  waitingPerAddress: 20,
  remembered: 40_000,
}

export interface LobbyLimits {
  /** May this happen once more? Counts it for both. */
  may(what: LobbyCounted, device: string, address: string): boolean
  /** May one more wait at this address? Counts it when true; `waited` gives it back. */
  mayStand(address: string): boolean
  waited(address: string): void
  /** How many shares are remembered that are not whole. */
  readonly size: number
}

export function createLobbyLimits(rates: LobbyRates, clock: Pick<Clock, 'now' | 'at'>): LobbyLimits {
  const key = randomBytes(32)
  /** The one that was spent from last stands last. */
  const buckets = new Map<string, Bucket>()
  const waitingAt = new Map<string, number>()
  const nameOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url')

  const sweepLater = createSweeping(clock, now => {
    for (const [name, fullAt] of buckets) if (fullAt <= now) buckets.delete(name)
    return buckets.size > 0
  })

  function spend(name: string, rate: Rate): boolean {
    const held = buckets.get(name) ?? FULL
    const taken = take(held, rate, clock.now())
    buckets.delete(name)
    if (buckets.size >= rates.remembered) {
      for (const oldest of buckets.keys()) {
        buckets.delete(oldest)
        break
      }
    }
    buckets.set(name, taken ?? held)
    sweepLater()
    return taken !== null
  }

  return {
    may(what, device, address) {
      // The address first: devices are free to make, and a flood of them must not push out what is remembered.
      const ofAddress = spend(nameOf(`${what} at ${network(address)}`), rates.address[what])
      return ofAddress && spend(nameOf(`${what} by ${device}`), rates.device[what])
    },
    mayStand(address) {
      const name = nameOf(network(address))
      const count = waitingAt.get(name) ?? 0
      if (count >= rates.waitingPerAddress) return false
      waitingAt.set(name, count + 1)
      return true
    },
    waited(address) {
      const name = nameOf(network(address))
      const count = (waitingAt.get(name) ?? 1) - 1
      if (count > 0) waitingAt.set(name, count)
      else waitingAt.delete(name)
    },
    get size() {
      return buckets.size
    },
  }
}
