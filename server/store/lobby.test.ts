// Do the stores of the lobby keep the contract, in memory and on a real Redis over TCP and over HTTP?
import { expect } from 'vitest'
import { startRedis } from '../../e2e/setup/redis.mjs'
import { createClock } from '../clock.ts'
import { createHandClock } from '../testing/hand-clock.ts'
import { connectStores, type StoreAddress } from './connect.ts'
import { createLobbyMemory } from './lobby-memory.ts'
import { startHttpRedis } from './testing/http-redis.ts'
import { type LobbyUnderTest, lobbyContract } from './testing/lobby-contract.ts'

lobbyContract('memory', async () => {
  const clock = createHandClock(Date.UTC(2026, 0, 1))
  const store = createLobbyMemory(clock)
  return { store, clock, pass: ms => clock.advance(ms), end: () => store.close() }
})

function onRedis(address: StoreAddress, end: () => Promise<void>): LobbyUnderTest {
  const clock = createClock()
  const stores = connectStores(address, clock)
  const now = async () => (await stores.lobby.load('none')).now
  return {
    store: stores.lobby,
    clock,
    async pass(ms) {
      const until = (await now()) + ms
      await expect.poll(now, { interval: 5, timeout: ms + 5_000 }).toBeGreaterThan(until)
    },
    async end() {
      await stores.close()
      await end()
    },
  }
}

lobbyContract('Redis over TCP', async () => {
  const redis = await startRedis()
  return onRedis({ kind: 'tcp', url: redis.url }, () => redis.stop())
})

lobbyContract('Redis over HTTP', async () => {
  const redis = await startRedis()
  const http = await startHttpRedis(redis.url)
  return onRedis({ kind: 'rest', ...http.address }, async () => {
    await http.stop()
    await redis.stop()
  })
})
