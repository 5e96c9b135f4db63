// What are the identities of a test? The same ones each time, in the shapes of the real ones.
import type { Ids } from './ports.ts'

/** Counts each kind from 1. `coins` is what the coin shows, over and over; it must not be empty. */
export function createCountingIds(coins: readonly boolean[] = [true]): Ids {
  if (coins.length === 0) throw new RangeError('a coin must show something')
  let rooms = 0
  let tokens = 0
  let commits = 0
  let tosses = 0
  return {
    room: () => `room${String(++rooms).padStart(18, '0')}`,
    token: () => `token${String(++tokens).padStart(38, '0')}`,
    commit: () => `c-${String(++commits).padStart(16, '0')}`,
    coin: () => coins[tosses++ % coins.length] === true,
  }
}
