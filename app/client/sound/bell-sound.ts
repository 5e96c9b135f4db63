// How does the bell sound? A small bowl, made of four partials, each a pair slightly out of tune so that it beats slowly.
// Pitched for the speaker of a phone, which carries nothing low. No file, so nothing to load at the moment it is needed.

export type BellKind = 'full' | 'half' | 'arrival'

/** Seconds. */
type Seconds = number

const PITCH_HZ = 392
const PARTIALS = [
  { times: 1, gain: 1, decay: 1 },
  { times: 2.71, gain: 0.45, decay: 0.62 },
  { times: 5.15, gain: 0.18, decay: 0.34 },
  { times: 8.43, gain: 0.06, decay: 0.18 },
]
const APART_HZ = 0.45
const ATTACK: Seconds = 0.012
const DECAY: Seconds = 2.6
const RINGS_FOR: Seconds = 16
/** A damped bell is touched after this, and silent before 0.7 s. */
const TOUCHED_AFTER: Seconds = 0.12
const DAMPED_IN: Seconds = 0.09
const DAMPED_FOR: Seconds = 0.65

const KINDS = {
  full: { gain: 0.22, octave: 1, isDamped: false },
  half: { gain: 0.16, octave: 1, isDamped: true },
  arrival: { gain: 0.05, octave: 2, isDamped: true },
}

export interface Ringing {
  /** Silences it, or takes it back when it has not begun. */
  stop(): void
}

/**
 * Makes one bell sound at `when` (seconds of the context's clock) and returns how to take it back. `volume` 0 to 1. Works
 * in an `OfflineAudioContext` too.
 */
export function renderBell(context: BaseAudioContext, kind: BellKind, when: Seconds, volume = 1): Ringing {
  const { gain, octave, isDamped } = KINDS[kind]
  const end = when + (isDamped ? DAMPED_FOR : RINGS_FOR)
  const master = context.createGain()
  master.gain.setValueAtTime(gain * volume, when)
  if (isDamped) master.gain.setTargetAtTime(0, when + TOUCHED_AFTER, DAMPED_IN)
  master.connect(context.destination)

  const strings = PARTIALS.flatMap(partial =>
    [-APART_HZ, APART_HZ].map(apart => {
      const string = context.createOscillator()
      const loudness = context.createGain()
      string.frequency.value = PITCH_HZ * octave * partial.times + apart
      loudness.gain.setValueAtTime(0, when)
      loudness.gain.linearRampToValueAtTime(partial.gain / 2, when + ATTACK)
      loudness.gain.setTargetAtTime(0, when + ATTACK, DECAY * partial.decay)
      string.connect(loudness).connect(master)
      string.start(when)
      string.stop(end)
      return string
    }),
  )
  return {
    stop() {
      master.disconnect()
      for (const string of strings) string.stop()
    },
  }
}
