// Is there a microphone, and may it be heard here? One for the whole page, opened by a person's act and by nothing else, let
// go of completely when it is closed, also while the browser is still asking. It records nothing.
import { readStored, writeStored } from '../device/device-storage.ts'
import { whenShutOut } from '../device/shut-out.ts'
import { type Meter, measure, primeMeters, restMeters } from './level.ts'

export type MicrophoneState = 'off' | 'asking' | 'open' | 'refused' | 'missing' | 'busy'

export interface MicrophoneChoice {
  id: string
  label: string
}

export interface Microphone {
  state(): MicrophoneState
  /** Call it from a gesture. Resolves with the state that it led to. */
  open(): Promise<MicrophoneState>
  track(): MediaStreamTrack | null
  /** 0 to 1, smoothed over 200 ms. */
  level(): number
  /** Exactly nothing for 3 s, while it is open, not muted by us, and seen. */
  isSilent(): boolean
  /** The microphones of this device; they have names only while one is open. */
  choices(): Promise<MicrophoneChoice[]>
  /** The id of the open one. */
  chosen(): string | null
  /** From now on this one. Call it from a gesture; an open one is closed first, since a phone has only one at a time. */
  choose(id: string): Promise<MicrophoneState>
  /** Called when the state, the track or the list of choices may be another. Returns how to stop. */
  onChange(listener: () => void): () => void
  close(): void
}

export interface MicrophonePorts {
  /** Absent where the page has no right to ask at all. */
  media(): MediaDevices | undefined
  /** Whether the person has forbidden microphones to this site; false where nobody can tell. */
  isForbidden(): Promise<boolean>
  measure(stream: MediaStream, mayJudge: () => boolean): Meter
  prime(): void
  /** No more sound is needed from the browser than what the meters still read. */
  rest(): void
  recall(): string | null
  remember(id: string): void
}

export function createMicrophone(ports: MicrophonePorts): Microphone {
  const listeners = new Set<() => void>()
  let state: MicrophoneState = 'off'
  let held: { stream: MediaStream; track: MediaStreamTrack; meter: Meter } | null = null
  let asking: Promise<MicrophoneState> | null = null
  /** Rises with every opening and closing: an answer that belongs to an older one is thrown away. */
  let turn = 0
  let isWatching = false

  function become(next: MicrophoneState): MicrophoneState {
    state = next
    for (const listener of [...listeners]) listener()
    return next
  }

  function letGo(): void {
    turn += 1
    asking = null
    held?.meter.end()
    if (held) stop(held.stream)
    held = null
  }

  async function ask(own: number): Promise<MicrophoneState> {
    const media = ports.media()
    if (!media) return become('missing')
    watch(media)
    try {
      const stream = await media.getUserMedia({ audio: wanted(ports.recall()) })
      const [track] = stream.getAudioTracks()
      if (own !== turn || !track) {
        stop(stream)
        return own === turn ? become('missing') : state
      }
      track.addEventListener('ended', () => held?.track === track && void lost())
      held = { stream, track, meter: ports.measure(stream, () => track.enabled) }
      return become('open')
    } catch (error) {
      return own === turn ? become(whyNot(error)) : state
    } finally {
      ports.rest()
    }
  }

  /** Pulled out, or the right to it taken back in the browser. */
  async function lost(): Promise<void> {
    letGo()
    const own = turn
    become('missing')
    if ((await ports.isForbidden()) && own === turn) become('refused')
  }

  function watch(media: MediaDevices): void {
    if (isWatching) return
    isWatching = true
    media.addEventListener('devicechange', async () => {
      const id = held?.track.getSettings().deviceId
      const list = await media.enumerateDevices().catch(() => null)
      // Not every browser ends the track of a device that was pulled out.
      const isGone = id && list && !list.some(({ kind, deviceId }) => kind === 'audioinput' && deviceId === id)
      if (isGone && held?.track.getSettings().deviceId === id) await lost()
      else become(state)
    })
  }

  function open(): Promise<MicrophoneState> {
    if (asking) return asking
    if (held) return Promise.resolve(state)
    ports.prime()
    turn += 1
    const own = turn
    become('asking')
    asking = ask(own).finally(() => {
      if (own === turn) asking = null
    })
    return asking
  }

  return {
    state: () => state,
    open,
    track: () => held?.track ?? null,
    level: () => held?.meter.level() ?? 0,
    isSilent: () => held?.meter.isSilent() ?? false,
    async choices() {
      const list = await ports.media()?.enumerateDevices()
      const inputs = (list ?? []).filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
      return inputs.map(({ deviceId, label }) => ({ id: deviceId, label }))
    },
    chosen: () => held?.track.getSettings().deviceId ?? null,
    choose(id) {
      ports.remember(id)
      letGo()
      return open()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      letGo()
      become('off')
    },
  }
}

/** Not `exact`: where the remembered one is gone, another one is better than none. */
const wanted = (deviceId: string | null): MediaTrackConstraints => ({
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  ...(deviceId !== null && { deviceId }),
})

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

function whyNot(error: unknown): MicrophoneState {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'TypeError' ? 'missing' : 'busy'
}

const KEY = 'clearing.microphone'

/** The page's only one. */
export const microphone: Microphone = createMicrophone({
  media: () => navigator.mediaDevices,
  async isForbidden() {
    const found = await navigator.permissions?.query({ name: 'microphone' }).catch(() => null)
    return found?.state === 'denied'
  },
  measure,
  prime: primeMeters,
  rest: restMeters,
  recall() {
    const stored = readStored('device', KEY)
    return typeof stored === 'string' ? stored : null
  },
  remember: id => void writeStored('device', KEY, id),
})

// Nobody has wished anything by that: where there is a way in again, it may be opened again.
whenShutOut(() => microphone.state() !== 'off' && microphone.close())
