// Who rings, and is it on time? Each page rings by itself, from instants that it knew long before: armed on the audio clock,
// which no throttling of a hidden page delays, with a timer beside it for what is seen and felt. The first of the two tells.
import type { Ms } from '../../lib/protocol/room.ts'
import { type AudioClock, makeAudioClock } from './audio-clock.ts'
import type { PlannedBell } from './bell-plan.ts'
import { type BellKind, type Ringing, renderBell } from './bell-sound.ts'
import { localAt, onClock, serverNow } from './clock.ts'
import { onSettings, settings } from './settings.ts'

export interface RungBell {
  id: string
  kind: 'full' | 'half'
  at: Ms
}

interface Armed {
  bell: PlannedBell
  /** The local instant for which everything below was set. */
  local: Ms
  /** The second of the audio clock; NaN where there is none. */
  when: number
  sound: Ringing | null
  cancel: () => void
}

/** Set anew when it has moved by more than this: less is not heard. */
const MOVED_MS = 8
const MOVED_SECONDS = MOVED_MS / 1000
const SOON_MS = 300
/** A bell that is later than this is left out: it would say something that is no longer true. */
const LATE_MS = 1500
const LOUDNESS = { soft: 0.45, clear: 1, off: 0 }
const BUZZ: Record<RungBell['kind'], number[]> = { half: [60], full: [120, 80, 120] }

export interface Bell {
  /** These bells and no others, until it is called again. */
  schedule(bells: readonly PlannedBell[]): void
  armed(): PlannedBell[]
  /** Sounds once, now. `always`: also where the bell is off, because somebody asks to hear it. */
  hear(kind: BellKind, always?: boolean): void
  /** True when the browser keeps sound closed until the page is touched, and sound is wanted. */
  isBlocked(): boolean
  onRing(ring: (bell: RungBell) => void): () => void
  end(): void
}

export function makeBell(changed: () => void): Bell {
  const armed = new Map<string, Armed>()
  const rung = new Set<string>()
  const listeners = new Set<(bell: RungBell) => void>()
  let planned: readonly PlannedBell[] = []
  const audio: AudioClock = makeAudioClock(() => {
    arrange()
    changed()
  })
  const volume = () => (settings().ringsHere ? LOUDNESS[settings().bell] * settings().volume : 0)

  function arrange(): void {
    const wanted = new Set(planned.map(({ id }) => id))
    for (const [id, { cancel }] of armed) {
      if (wanted.has(id)) continue
      cancel()
      armed.delete(id)
    }
    for (const bell of planned) {
      const local = localAt(bell.at)
      if (rung.has(bell.id) || performance.now() > local + LATE_MS) continue
      const before = armed.get(bell.id)
      const when = audio.secondAt(local)
      // What is about to sound is left as it is: to take it back now could be heard.
      const isSet = before && (isNear(before.when, when) || local - performance.now() < SOON_MS)
      if (isSet && Math.abs(before.local - local) <= MOVED_MS) continue
      before?.cancel()
      armed.set(bell.id, arm(bell, local, when))
    }
  }

  function arm(bell: PlannedBell, local: Ms, when: number): Armed {
    const context = audio.running()
    const loudness = volume()
    const sound =
      context && loudness > 0 ? renderBell(context, bell.kind, Math.max(when, context.currentTime), loudness) : null
    const cancelWatch = context ? audio.callAt(when, () => ring(bell)) : () => {}
    const timer = setTimeout(() => ring(bell), Math.max(0, local - performance.now()))
    return {
      bell,
      local,
      when,
      sound,
      cancel() {
        clearTimeout(timer)
        cancelWatch()
        sound?.stop()
      },
    }
  }

  /** It rings now: told once, whichever clock came first. */
  function ring(bell: PlannedBell): void {
    const own = armed.get(bell.id)
    if (rung.has(bell.id) || !own) return
    // A timer may fire a little early, and after a sleep far too late.
    const left = localAt(bell.at) - performance.now()
    if (left > MOVED_MS) {
      setTimeout(() => ring(bell), left)
      return
    }
    rung.add(bell.id)
    armed.delete(bell.id)
    if (left < -LATE_MS) {
      own.sound?.stop()
      return
    }
    if (settings().bell !== 'off' && settings().ringsHere) navigator.vibrate?.(BUZZ[bell.kind])
    for (const listener of listeners) listener({ id: bell.id, kind: bell.kind, at: serverNow() })
  }

  const rearm = () => {
    for (const { cancel } of armed.values()) cancel()
    armed.clear()
    arrange()
    changed()
  }
  const stopClock = onClock(arrange)
  const stopSettings = onSettings(rearm)

  return {
    schedule(bells) {
      planned = bells
      arrange()
    },
    armed: () => [...armed.values()].map(({ bell }) => bell),
    hear(kind, always = false) {
      if (always) audio.prime()
      const context = always ? audio.context() : audio.running()
      const loudness = volume() || (always ? LOUDNESS.soft : 0)
      if (context && loudness > 0) renderBell(context, kind, context.currentTime + 0.05, loudness)
    },
    isBlocked: () => volume() > 0 && audio.running() === null,
    onRing(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      planned = []
      arrange()
      stopClock()
      stopSettings()
      audio.end()
    },
  }
}

const isNear = (one: number, other: number) =>
  Number.isNaN(one) ? Number.isNaN(other) : Math.abs(one - other) <= MOVED_SECONDS
