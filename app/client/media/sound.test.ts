// Is a voice played only while it may be, and does a browser that keeps sound closed say so until it is touched?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { settled } from '../testing/fake-path.ts'
import { type FakePlayer, fakePlayer } from '../testing/fake-player.ts'
import { createSound } from './sound.ts'

let player: FakePlayer
let changes: number
beforeEach(() => {
  player = fakePlayer()
  changes = 0
})
afterEach(() => void vi.unstubAllGlobals())

function playing() {
  const track = { kind: 'audio', enabled: true } as MediaStreamTrack
  const sound = createSound(() => {
    changes += 1
  })
  sound.take(track)
  return { sound, track }
}

it('what comes is silent until its speaker has the floor, and again after', async () => {
  const { sound, track } = playing()
  await settled()
  expect([player.muted, track.enabled]).toEqual([true, false])
  sound.allow(true)
  expect([player.muted, track.enabled]).toEqual([false, true])
  sound.allow(false)
  expect([player.muted, track.enabled]).toEqual([true, false])
  sound.end()
  expect([player.srcObject, player.isRemoved]).toEqual([null, true])
})

it.each(['pointerdown', 'touchend', 'keydown', 'click'])(
  'closed sound is said, and opened by a touch: %s',
  async touch => {
    player.isClosed = true
    const { sound } = playing()
    await settled()
    // Nothing is to be heard yet, so there is nothing to touch for.
    expect(sound.isBlocked()).toBe(false)
    sound.allow(true)
    await settled()
    expect([sound.isBlocked(), player.paused, changes]).toEqual([true, true, 1])
    player.tell(touch, false)
    await settled()
    expect(sound.isBlocked()).toBe(true)
    player.tell(touch, true)
    await settled()
    expect([sound.isBlocked(), player.paused, player.muted, changes]).toEqual([false, false, false, 2])
    const { plays } = player
    player.tell(touch, true)
    expect(player.plays).toBe(plays)
  },
)

it('a page that was touched before is asked for nothing', async () => {
  const { sound } = playing()
  sound.allow(true)
  await settled()
  expect([sound.isBlocked(), player.paused, changes]).toEqual([false, false, 0])
})
