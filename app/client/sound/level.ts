// How loud is somebody, and is their microphone dead? Read 20 times a second from a stream, one's own or another's. A living
// microphone is never exactly still, so nothing is called silence but a row of exact zeros while everything else runs.
import type { Ms } from '../../../lib/protocol/room.ts'

export interface Ear {
  /** The samples of this moment; null while nothing can be judged. */
  take(samples: Float32Array | null, at: Ms): void
  /** 0 to 1, smoothed over 200 ms. */
  level(): number
  /** Exact zeros for 3 s, with no moment among them that could not be judged. */
  isSilent(): boolean
}

export interface Meter {
  level(): number
  isSilent(): boolean
  end(): void
}

const SAMPLE_MS: Ms = 50
/** Nearly all of the time between two looks, so that nothing short slips through. */
const SAMPLES = 2048
const SMOOTH_MS: Ms = 200
const SILENT_MS: Ms = 3000
/** Decibels of full scale: the hush of a room, and a voice close by. */
const HUSH_DB = -60
const NEAR_DB = -15
const GESTURES = ['pointerdown', 'keydown', 'touchend'] as const

/** Loudness as one hears it, 0 to 1. */
export function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  if (sum === 0) return 0
  const decibels = 10 * Math.log10(sum / samples.length)
  return Math.min(1, Math.max(0, (decibels - HUSH_DB) / (NEAR_DB - HUSH_DB)))
}

export function createEar(): Ear {
  let level = 0
  let last: Ms | null = null
  let zeroSince: Ms | null = null
  let isSilent = false
  return {
    take(samples, at) {
      const heard = samples ? loudness(samples) : 0
      level += (heard - level) * (last === null ? 1 : 1 - Math.exp(-(at - last) / SMOOTH_MS))
      last = at
      const isZero = samples?.every(sample => sample === 0) ?? false
      zeroSince = isZero ? (zeroSince ?? at) : null
      isSilent = zeroSince !== null && at - zeroSince >= SILENT_MS
    },
    level: () => level,
    isSilent: () => isSilent,
  }
}

let context: AudioContext | null = null
let meters = 0

/** Asks the browser for the sound that a meter reads. Call it from a gesture; later gestures ask again by themselves. */
export function primeMeters(): void {
  try {
    context ??= new AudioContext()
  } catch {
    return
  }
  if (context.state !== 'running') context.resume().catch(() => {})
}

/**
 * Measures a stream until it is ended. `mayJudge`: false while its silence would be our own doing. Chrome hears a stream
 * that came over the network only while a media element, which may be muted, has it too. Never throws: without sound of
 * the browser the level stays at 0.
 */
export function measure(stream: MediaStream, mayJudge: () => boolean = () => true): Meter {
  const ear = createEar()
  primeMeters()
  const own = context
  if (!own) return { level: ear.level, isSilent: ear.isSilent, end: () => {} }
  const analyser = own.createAnalyser()
  analyser.fftSize = SAMPLES
  const source = connected(own, stream, analyser)
  const samples = new Float32Array(SAMPLES)
  let second = own.currentTime
  const timer = setInterval(() => {
    // A context can say that it runs and stand still; what it gives then is no silence of a microphone.
    const runs = own.state === 'running' && own.currentTime > second && document.visibilityState === 'visible'
    second = own.currentTime
    const judged = source && runs && mayJudge()
    if (judged) analyser.getFloatTimeDomainData(samples)
    ear.take(judged ? samples : null, performance.now())
  }, SAMPLE_MS)
  meters += 1
  for (const gesture of GESTURES) document.addEventListener(gesture, primeMeters, { capture: true })
  let ended = false
  return {
    level: ear.level,
    isSilent: ear.isSilent,
    end() {
      if (ended) return
      ended = true
      clearInterval(timer)
      source?.disconnect()
      meters -= 1
      restMeters()
    },
  }
}

/** Some browsers can't bring a microphone of one rate into a context of another: then there is no level, and no harm. */
function connected(own: AudioContext, stream: MediaStream, to: AudioNode): MediaStreamAudioSourceNode | null {
  try {
    const source = own.createMediaStreamSource(stream)
    source.connect(to)
    return source
  } catch {
    return null
  }
}

/** Lets go of the browser's sound when no meter reads it. */
export function restMeters(): void {
  if (meters > 0) return
  for (const gesture of GESTURES) document.removeEventListener(gesture, primeMeters, { capture: true })
  context?.close().catch(() => {})
  context = null
}
