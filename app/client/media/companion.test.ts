// Is it said that somebody may be lost only when something they said may have been missed, and does a path that is not found
// hold nobody up?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FakePath, fakePaths, newestPath, settled } from '../testing/fake-path.ts'
import { fakePlayer } from '../testing/fake-player.ts'
import { createCompanion, type Passing } from './companion.ts'

const SECOND = 1000
const LOOK = SECOND / 2
/** They speak, we listen. */
const LISTENING: Passing = { phase: 1, hears: true, speaks: false, isNeeded: true }

beforeEach(() => {
  fakePlayer()
  fakePaths()
})
afterEach(() => void vi.unstubAllGlobals())

async function companion() {
  let now = 0
  const one = createCompanion({
    pages: 'these two',
    polite: false,
    certificate: null,
    ice: async () => ({ iceServers: [], relayOnly: false, expiresAt: null }),
    serverNow: () => now,
    send: () => {},
    changed: () => {},
  })
  await settled()
  /** `sound`: pieces of it come, as they do of an open microphone also while nobody says a word. */
  const pass = async (ms: number, passing: Partial<Passing> = {}, sound = false) => {
    for (const until = now + ms; now < until; ) {
      now += LOOK
      if (sound) newestPath().pieces += LOOK / 20
      one.tend(now)
      await one.look(now, { ...LISTENING, ...passing })
    }
  }
  const connect = async () => {
    one.take({ turn: FakePath.all.length, description: { type: 'answer', sdp: 'v=0' } })
    await settled()
    newestPath().sound()
    newestPath().become('connected')
  }
  const path = () => one.path(now)
  return { one, pass, connect, path }
}

/** Their microphone is open, and they have been heard for a while. */
async function heard() {
  const all = await companion()
  await all.connect()
  all.one.heard('open')
  await all.pass(10 * SECOND, {}, true)
  return all
}

it('a long silence that arrives is a silence, and nothing is said of it', async () => {
  const { one, pass } = await heard()
  await pass(300 * SECOND, {}, true)
  expect([one.isLost(), one.missed(1)]).toEqual([false, null])
})

it('when nothing has come for 20 s that should have, they may be lost; before that only something may be missing', async () => {
  const { one, pass, path } = await heard()
  newestPath().become('disconnected')
  await pass(SECOND)
  expect([one.isLost(), one.missed(1), path()]).toEqual([false, null, 'mending'])
  await pass(18 * SECOND)
  expect([one.isLost(), one.missed(1), path()]).toEqual([false, 'here', 'mending'])
  await pass(2 * SECOND)
  expect([one.isLost(), one.missed(1)]).toEqual([true, 'here'])
  newestPath().become('connected')
  await pass(SECOND, {}, true)
  expect([one.isLost(), one.missed(1), path()]).toEqual([false, 'here', 'there'])
  // What was missed in another turn is past asking for.
  await pass(SECOND, { phase: 2 }, true)
  expect([one.missed(2), one.isLost()]).toEqual([null, false])
})

it('a path that stands and carries nothing is no better than none', async () => {
  const { one, pass, path } = await heard()
  await pass(21 * SECOND)
  expect([one.isLost(), one.missed(1), path()]).toEqual([true, 'here', 'there'])
})

it.each([
  ['their microphone is closed', 'closed', {}],
  ['they have none', 'none', {}],
  ['it is our own turn', 'open', { hears: false, speaks: false }],
] as const)('of a path that is gone nothing is said where %s', async (_, microphone, passing) => {
  const { one, pass } = await heard()
  one.heard(microphone)
  newestPath().become('disconnected')
  await pass(60 * SECOND, passing)
  expect([one.isLost(), one.missed(1)]).toEqual([false, null])
})

it('whoever speaks into a path that is gone is told that some of it may be missing there', async () => {
  const { one, pass } = await heard()
  newestPath().become('disconnected')
  await pass(3 * SECOND, { hears: false, speaks: true })
  expect([one.isLost(), one.missed(1)]).toEqual([false, 'there'])
})

it('a path that never comes is waited for, then told to be none, is no loss, and is still looked for', async () => {
  const { one, pass, connect, path } = await companion()
  one.heard('open')
  await pass(60 * SECOND, { isNeeded: false, hears: false })
  expect(path()).toBe('coming')
  await pass(12 * SECOND)
  expect(path()).toBe('coming')
  await pass(SECOND)
  expect(path()).toBe('none')
  const tried = FakePath.all.length
  await pass(60 * SECOND)
  expect([path(), one.isLost()]).toEqual(['none', false])
  expect(FakePath.all.length).toBeGreaterThan(tried)
  await connect()
  await pass(SECOND, {}, true)
  expect(path()).toBe('there')
})

it('one that was there is mended for longer before it is told to be none', async () => {
  const { one, pass, path } = await heard()
  newestPath().become('failed')
  await pass(20 * SECOND)
  expect(path()).toBe('mending')
  await pass(2 * SECOND)
  expect(path()).toBe('none')
  one.renew()
  expect(path()).toBe('mending')
})
