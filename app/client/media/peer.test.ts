// Does a path come about, and come again, however long it takes; and does it outlive the credentials of its relay?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { IceAnswer } from '../../../lib/wire/events.ts'
import { FakePath, fakePaths, newestPath, settled } from '../testing/fake-path.ts'
import { createPeer, type PeerPorts } from './peer.ts'
import type { PathSignal } from './signal.ts'

const SECOND = 1000
const TEN_MINUTES = 600 * SECOND
const LOOK = SECOND / 2

beforeEach(() => fakePaths())
afterEach(() => void vi.unstubAllGlobals())

async function offering(change: Partial<PeerPorts> = {}) {
  const sent: PathSignal[] = []
  let now = 0
  let asked = 0
  let isServed = true
  const ice = async (): Promise<IceAnswer | null> => {
    asked += 1
    const credential = { urls: 'turn:relay.test', username: `${asked}`, credential: 'secret' }
    return isServed ? { iceServers: [credential], relayOnly: true, expiresAt: now + TEN_MINUTES } : null
  }
  const peer = createPeer({
    polite: false,
    certificate: null,
    ice,
    serverNow: () => now,
    send: signal => void sent.push(signal),
    came: () => {},
    changed: () => {},
    ...change,
  })
  await settled()
  /** The other end answers whatever was offered last. */
  const answered = async (turn = 1) => {
    peer.take({ turn, description: { type: 'answer', sdp: 'v=0' } })
    await settled()
  }
  const until = async (then: number) => {
    while (now < then) {
      now = Math.min(then, now + LOOK)
      peer.tend(now)
      await settled()
    }
  }
  const serve = (is: boolean) => {
    isServed = is
  }
  return { peer, sent, answered, until, serve, asked: () => asked }
}

/** A path that has come about. */
async function connected() {
  const one = await offering()
  await one.answered()
  newestPath().become('connected')
  return one
}

const username = () => newestPath().configuration.iceServers?.[0]?.username

it('the credentials of a relay are renewed a minute before they end, on the path that is there, and each time again', async () => {
  const { until, answered, asked, sent } = await connected()
  await until(TEN_MINUTES - 60 * SECOND - LOOK)
  expect([asked(), newestPath().restarts]).toEqual([1, 0])
  await until(TEN_MINUTES - 60 * SECOND)
  expect([asked(), newestPath().restarts, username(), FakePath.all.length]).toEqual([2, 1, '2', 1])
  const { iceTransportPolicy, bundlePolicy } = newestPath().configuration
  expect([iceTransportPolicy, bundlePolicy]).toEqual(['relay', 'max-bundle'])
  expect(sent.at(-1)).toMatchObject({ turn: 1, description: { type: 'offer' } })
  await answered()
  await until(2 * (TEN_MINUTES - 60 * SECOND) - LOOK)
  expect(asked()).toBe(2)
  await until(2 * (TEN_MINUTES - 60 * SECOND))
  expect([asked(), username(), FakePath.all.length]).toEqual([3, '3', 1])
})

it('a server that could not be asked for them is asked again before they end, and not in haste', async () => {
  const { until, serve, asked } = await connected()
  serve(false)
  await until(TEN_MINUTES - 30 * SECOND)
  const inVain = asked() - 1
  expect(inVain).toBeGreaterThan(1)
  expect(inVain).toBeLessThan(8)
  expect(newestPath().restarts).toBe(0)
  serve(true)
  await until(TEN_MINUTES - 10 * SECOND)
  expect([asked(), newestPath().restarts, username()]).toEqual([inVain + 2, 1, `${inVain + 2}`])
})

it('a path without a relay is never renewed', async () => {
  let asked = 0
  const ice = async () => {
    asked += 1
    return { iceServers: [], relayOnly: false, expiresAt: null }
  }
  const { until, answered } = await offering({ ice })
  await answered()
  newestPath().become('connected')
  await until(2 * TEN_MINUTES)
  expect([asked, newestPath().restarts]).toEqual([1, 0])
})

it('a path that does not come is tried again on the same connection, then on a new one with new credentials, without end', async () => {
  const { until, asked } = await offering()
  await until(19 * SECOND)
  expect(FakePath.all.length).toBe(1)
  await until(30 * SECOND)
  expect(FakePath.all.length).toBe(2)
  expect([asked(), username(), FakePath.all[0]?.connectionState]).toEqual([2, '2', 'closed'])
  await until(300 * SECOND)
  expect(FakePath.all.length).toBeGreaterThan(5)
})

it('where the server cannot be asked for a way, it is asked until it can', async () => {
  let isServed = false
  const ice = async () => (isServed ? { iceServers: [], relayOnly: false, expiresAt: null } : null)
  const { until } = await offering({ ice })
  await until(30 * SECOND)
  expect(FakePath.all).toEqual([])
  isServed = true
  await until(34 * SECOND)
  expect(FakePath.all.length).toBe(1)
})
