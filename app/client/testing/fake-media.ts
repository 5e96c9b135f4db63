// What of a browser's microphones does the client stand on in a test? A list of devices, an answer that the test gives when
// it likes, and tracks that can be pulled out.

export interface FakeTrack extends EventTarget {
  enabled: boolean
  readyState: 'live' | 'ended'
  stop(): void
  getSettings(): { deviceId: string }
}

export interface FakeMedia {
  devices: MediaDevices
  /** Every question that the person was asked, with what was wanted. */
  asked: MediaTrackConstraints[]
  /** Answers the oldest open question: with a microphone, or with the name of an error. */
  answer(with_: { device: string } | { error: string }): Promise<void>
  tracks: FakeTrack[]
  plugged: { deviceId: string; label: string; kind: MediaDeviceKind }[]
  /** The list of devices has changed. */
  tellChange(): void
}

function trackOf(deviceId: string): FakeTrack {
  const track: FakeTrack = Object.assign(new EventTarget(), {
    enabled: true,
    readyState: 'live' as const,
    stop() {
      track.readyState = 'ended'
    },
    getSettings: () => ({ deviceId }),
  })
  return track
}

/** Lets everything that is already settled run on. */
const settled = () => new Promise<void>(resolve => setImmediate(resolve))

export function fakeMedia(...plugged: string[]): FakeMedia {
  const waiting: { settle(stream: unknown): void; fail(error: Error): void }[] = []
  const devices = Object.assign(new EventTarget(), {
    getUserMedia: ({ audio }: { audio: MediaTrackConstraints }) => {
      media.asked.push(audio)
      return new Promise((settle, fail) => waiting.push({ settle, fail }))
    },
    enumerateDevices: async () => media.plugged,
  })
  const media: FakeMedia = {
    // Only what is used of it exists.
    devices: devices as unknown as MediaDevices,
    asked: [],
    tracks: [],
    plugged: plugged.map(deviceId => ({ deviceId, label: `The ${deviceId}`, kind: 'audioinput' })),
    async answer(how) {
      const question = waiting.shift()
      if (!question) throw new Error('nobody was asked')
      if ('error' in how) question.fail(new DOMException('', how.error))
      else {
        const track = trackOf(how.device)
        media.tracks.push(track)
        question.settle({ getTracks: () => [track], getAudioTracks: () => [track] })
      }
      await settled()
    },
    tellChange: () => void devices.dispatchEvent(new Event('devicechange')),
  }
  return media
}
