import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { shutOut } from '../device/shut-out.ts'
import { type FakeMedia, fakeMedia } from '../testing/fake-media.ts'
import { fakePage } from '../testing/fake-page.ts'
import {
  createMicrophone,
  type Microphone,
  type MicrophonePorts,
  type MicrophoneState,
  microphone as pages,
} from './microphone.ts'

let media: FakeMedia
let seen: MicrophoneState[]
let remembered: string | null
let isForbidden: boolean
let meters: { ended: boolean; mayJudge: () => boolean }[]
let microphone: Microphone

function made(change: Partial<MicrophonePorts> = {}): Microphone {
  const fresh = createMicrophone({
    media: () => media.devices,
    isForbidden: async () => isForbidden,
    measure(_, mayJudge) {
      const meter = { ended: false, mayJudge }
      meters.push(meter)
      return {
        level: () => 0.5,
        isSilent: () => true,
        end() {
          meter.ended = true
        },
      }
    },
    prime: () => {},
    rest: () => {},
    recall: () => remembered,
    remember(id) {
      remembered = id
    },
    ...change,
  })
  fresh.onChange(() => void seen.push(fresh.state()))
  return fresh
}

async function opened(device = 'desk'): Promise<void> {
  const opening = microphone.open()
  await media.answer({ device })
  expect(await opening).toBe('open')
}

beforeEach(() => {
  media = fakeMedia('desk', 'headset')
  seen = []
  meters = []
  remembered = null
  isForbidden = false
  microphone = made()
})

describe('opening', () => {
  test('asks nothing before it is opened, and once however often it is', async () => {
    expect([microphone.state(), microphone.track(), microphone.level(), microphone.isSilent()]).toEqual([
      'off',
      null,
      0,
      false,
    ])
    const first = microphone.open()
    expect(microphone.open()).toBe(first)
    expect(media.asked).toEqual([{ echoCancellation: true, noiseSuppression: true, autoGainControl: true }])
    await media.answer({ device: 'desk' })
    expect(await first).toBe('open')
    expect(await microphone.open()).toBe('open')
    expect(media.asked).toHaveLength(1)
    expect(seen).toEqual(['asking', 'open'])
    expect(microphone.track()).toBe(media.tracks[0])
    expect([microphone.level(), microphone.isSilent(), microphone.chosen()]).toEqual([0.5, true, 'desk'])
  })

  test.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s is %s, and it can be asked again', async (error, state) => {
    const opening = microphone.open()
    await media.answer({ error })
    expect(await opening).toBe(state)
    expect(microphone.state()).toBe(state)
    await opened()
  })

  test('is missing where a page may not even ask', async () => {
    const page = made({ media: () => undefined })
    expect(await page.open()).toBe('missing')
    expect(await page.open()).toBe('missing')
    expect(await page.choices()).toEqual([])
  })
})

describe('closing', () => {
  test('lets go of the device and of the meter', async () => {
    await opened()
    microphone.close()
    expect(media.tracks.map(track => track.readyState)).toEqual(['ended'])
    expect(meters.map(meter => meter.ended)).toEqual([true])
    expect([microphone.state(), microphone.track(), microphone.level()]).toEqual(['off', null, 0])
  })

  test('while it is being asked: what is granted afterwards is let go of at once', async () => {
    const opening = microphone.open()
    microphone.close()
    await media.answer({ device: 'desk' })
    expect(await opening).toBe('off')
    expect([microphone.state(), media.tracks[0]?.readyState, meters.length]).toEqual(['off', 'ended', 0])
  })

  test('and opening again while the first answer is still out takes the second answer', async () => {
    const first = microphone.open()
    microphone.close()
    const second = microphone.open()
    await media.answer({ device: 'desk' })
    expect([microphone.state(), microphone.track()]).toEqual(['asking', null])
    await media.answer({ device: 'headset' })
    expect(await Promise.all([first, second])).toEqual(['asking', 'open'])
    expect(media.tracks.map(track => track.readyState)).toEqual(['ended', 'live'])
  })

  test('a refusal that comes after it was closed changes nothing', async () => {
    const opening = microphone.open()
    microphone.close()
    await media.answer({ error: 'NotAllowedError' })
    expect([await opening, microphone.state()]).toEqual(['off', 'off'])
  })
})

describe('a microphone that goes away', () => {
  test('by its own track is missing, and everything of it is let go', async () => {
    await opened()
    media.tracks[0]?.dispatchEvent(new Event('ended'))
    await expect.poll(() => microphone.state()).toBe('missing')
    expect([microphone.track(), meters[0]?.ended]).toEqual([null, true])
    await opened('headset')
  })

  test('because the person took the right back is refused', async () => {
    await opened()
    isForbidden = true
    media.tracks[0]?.dispatchEvent(new Event('ended'))
    await expect.poll(() => microphone.state()).toBe('refused')
  })

  test('by the list alone is missing too, and the loss of another one is not', async () => {
    await opened('headset')
    media.plugged = media.plugged.filter(({ deviceId }) => deviceId !== 'desk')
    media.tellChange()
    await expect.poll(() => seen).toEqual(['asking', 'open', 'open'])
    media.plugged = []
    media.tellChange()
    await expect.poll(() => microphone.state()).toBe('missing')
    expect(media.tracks[0]?.readyState).toBe('ended')
  })
})

describe('choosing', () => {
  test('closes the one, opens the other, and remembers it on this device', async () => {
    await opened('desk')
    const choosing = microphone.choose('headset')
    expect(media.tracks[0]?.readyState).toBe('ended')
    await media.answer({ device: 'headset' })
    expect(await choosing).toBe('open')
    expect([remembered, microphone.chosen()]).toEqual(['headset', 'headset'])
    expect(media.asked.at(-1)).toMatchObject({ deviceId: 'headset' })
  })

  test('lists inputs alone, and none before the browser gives them a name', async () => {
    media.plugged = [
      { deviceId: '', label: '', kind: 'audioinput' },
      { deviceId: 'screen', label: 'Speakers', kind: 'audiooutput' },
      { deviceId: 'desk', label: 'Desk', kind: 'audioinput' },
    ]
    expect(await microphone.choices()).toEqual([{ id: 'desk', label: 'Desk' }])
  })
})

test('a track that we muted is not judged for its silence', async () => {
  await opened()
  const track = microphone.track()
  expect(meters[0]?.mayJudge()).toBe(true)
  if (track) track.enabled = false
  expect(meters[0]?.mayJudge()).toBe(false)
})

describe('a page that finds no way in', () => {
  afterEach(() => void vi.unstubAllGlobals())

  test('lets go of a microphone that was opened at its door, also of one that is still asked for', async () => {
    fakePage()
    vi.stubGlobal('navigator', { mediaDevices: media.devices })
    const opening = pages.open()
    await media.answer({ device: 'desk' })
    expect(await opening).toBe('open')
    const track = pages.track()
    shutOut()
    expect([pages.state(), pages.track(), track?.readyState]).toEqual(['off', null, 'ended'])

    const asking = pages.open()
    shutOut()
    await media.answer({ device: 'desk' })
    await asking
    expect([pages.state(), pages.track()]).toEqual(['off', null])
  })
})
