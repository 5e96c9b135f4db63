// Is a microphone ever open that its person closed, or sent when it must not be heard?
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Microphone, MicrophoneState } from '../sound/microphone.ts'
import { fakePage } from '../testing/fake-page.ts'
import { createOwnMicrophone } from './own-microphone.ts'

const ROOM = 'r'.repeat(22)

interface FakeTrack {
  enabled: boolean
  isStopped: boolean
  stop(): void
  clone(): FakeTrack
}

function fakeTrack(): FakeTrack {
  const track: FakeTrack = {
    enabled: true,
    isStopped: false,
    stop: () => {
      track.isStopped = true
    },
    clone: fakeTrack,
  }
  return track
}

function fakeMicrophone() {
  const listeners = new Set<() => void>()
  let state: MicrophoneState = 'off'
  let track: FakeTrack | null = null
  let opened = 0
  const become = (next: MicrophoneState, of: FakeTrack | null) => {
    state = next
    track = of
    for (const listener of listeners) listener()
    return next
  }
  const microphone: Partial<Microphone> = {
    state: () => state,
    level: () => 0,
    track: () => track as unknown as MediaStreamTrack | null,
    open: async () => {
      opened += 1
      return become('open', fakeTrack())
    },
    close: () => void become('off', null),
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { microphone: microphone as Microphone, opened: () => opened }
}

/** One page after the other in the same tab. */
function page() {
  const fake = fakeMicrophone()
  return { ...fake, own: createOwnMicrophone({ room: ROOM, changed: () => {}, microphone: fake.microphone }) }
}

beforeEach(() => void fakePage())
afterEach(() => void vi.unstubAllGlobals())

it('nobody opens one that was never opened', () => {
  const { own, opened } = page()
  own.sit('a')
  expect([opened(), own.says(), own.track()]).toEqual([0, 'none', null])
})

it('one that was open is open again on a page that is loaded anew, and one that was closed is not', async () => {
  const first = page()
  first.own.sit('a')
  first.own.open()
  first.own.rest()
  const second = page()
  second.own.sit('a')
  await expect.poll(second.own.says).toBe('open')
  second.own.close()
  expect(second.own.says()).toBe('closed')
  const third = page()
  third.own.sit('a')
  third.own.sit('a')
  expect([third.opened(), third.own.says()]).toEqual([0, 'closed'])
})

it('what another seat of this tab wished is nothing to this one', () => {
  const first = page()
  first.own.sit('a')
  first.own.open()
  const second = page()
  second.own.sit('b')
  expect(second.opened()).toBe(0)
})

it('that this page rests is no wish of anybody: back in the room it is open again', async () => {
  const { own, opened, microphone } = page()
  own.sit('a')
  own.open()
  own.rest()
  expect([microphone.state(), opened()]).toEqual(['off', 1])
  own.sit('a')
  await expect.poll(opened).toBe(2)
})

it('what is sent is silent until it is allowed, and ends with the microphone', () => {
  const { own } = page()
  own.sit('a')
  own.open()
  const track = own.track() as unknown as FakeTrack
  expect(track.enabled).toBe(false)
  own.allow(true)
  expect([own.track(), track.enabled]).toEqual([track, true])
  own.close()
  expect([track.isStopped, own.track()]).toEqual([true, null])
})
