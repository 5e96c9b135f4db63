// Who rings, and is it on time? Each page rings by itself, from instants that it knew long before. A bell is armed three
// ways: on the audio clock and by a worker's timer, which no throttling of a hidden page delays, and by the server's word,
// since whatever comes from the server proves how late it is there. The first of the three rings it, and no other does.
import type { Ms } from '../../../lib/protocol/room.ts'
import { onSettings, settings } from '../device/settings.ts'
import { callAt } from '../device/steady-timer.ts'
import { localAt, onClock, serverNow } from '../line/clock.ts'
import { type AudioClock, createAudioClock } from './audio-clock.ts'
import { type BellRings, bellRings, type PlannedBell } from './bell-plan.ts'
import { type BellKind, type Ringing, renderBell } from './bell-sound.ts'

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
  stopWaiting: () => void
}

/** Set anew when it has moved by more than this. */
const MOVED_MS = 2
/** What is about to sound may already be on its way to the speaker: it is taken back only for what could be heard. */
const SOON_MS = 300
const MOVED_SOON_MS = 8
/** A timer may be early by as much as its clock is coarse. */
const EARLY_MS = 1
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
  /** What can be promised of it now. */
  rings(): BellRings
  onRing(ring: (bell: RungBell) => void): () => void
  end(): void
}

/** `isTouched`: it is made by a press on this page, and need not wait for another one to have sound. */
export function createBell(changed: () => void, isTouched = false): Bell {
  const armed = new Map<string, Armed>()
  const rung = new Set<string>()
  const listeners = new Set<(bell: RungBell) => void>()
  let planned: readonly PlannedBell[] = []
  const audio: AudioClock = createAudioClock(() => {
    arrange()
    changed()
  })
  const volume = () => (settings().ringsHere ? LOUDNESS[settings().bell] * settings().volume : 0)

  function arrange(): void {
    const wanted = new Set(planned.map(({ id }) => id))
    for (const [id, own] of armed) if (!wanted.has(id)) takeBack(own)
    for (const bell of planned) {
      const local = localAt(bell.at)
      const left = local - performance.now()
      if (rung.has(bell.id) || left < -LATE_MS) continue
      const before = armed.get(bell.id)
      // It was moved after it had rung, by a hold that was taken and ended at once.
      if (left <= 0 && !before && rung.has(turnOf(bell))) continue
      const when = audio.secondAt(local)
      if (!before || hasMoved(before, local, when)) {
        if (before) takeBack(before)
        armed.set(bell.id, arm(bell, local, when))
      }
      // The server has said so. Not at once: what comes with its word may take the bell back.
      if (left <= 0) queueMicrotask(() => ring(bell))
    }
  }

  function arm(bell: PlannedBell, local: Ms, when: number): Armed {
    const context = audio.running()
    const loudness = volume()
    const sound =
      context && loudness > 0 ? renderBell(context, bell.kind, Math.max(when, context.currentTime), loudness) : null
    const cancelWatch = context ? audio.callAt(when, () => ring(bell)) : () => {}
    const cancelTimer = callAt(local, () => ring(bell))
    return {
      bell,
      local,
      when,
      sound,
      stopWaiting() {
        cancelTimer()
        cancelWatch()
      },
    }
  }

  function takeBack({ bell, sound, stopWaiting }: Armed): void {
    stopWaiting()
    sound?.stop()
    armed.delete(bell.id)
  }

  /** It rings now: told once, whoever came first. */
  function ring(bell: PlannedBell): void {
    const own = armed.get(bell.id)
    if (!own) return
    const local = localAt(bell.at)
    const left = local - performance.now()
    // The sound has to begin before it is heard, and what has moved too little to be set anew is still early.
    if (left > EARLY_MS) return void callAt(local, () => ring(bell))
    rung.add(bell.id)
    armed.delete(bell.id)
    own.stopWaiting()
    // After a sleep it is far too late; and on a clock that stands still it would sound whenever that goes on.
    if (left < -LATE_MS || !audio.running()) own.sound?.stop()
    if (left < -LATE_MS) return
    rung.add(turnOf(bell))
    if (settings().bell !== 'off' && settings().ringsHere) navigator.vibrate?.(BUZZ[bell.kind])
    for (const listener of listeners) listener({ id: bell.id, kind: bell.kind, at: serverNow() })
  }

  const isBlocked = () => volume() > 0 && audio.running() === null

  if (isTouched) audio.prime()
  const rearm = () => {
    for (const own of armed.values()) takeBack(own)
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
    isBlocked,
    rings: () => bellRings(settings(), isBlocked()),
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

/** A phase has one bell of a kind, wherever it moves. */
const turnOf = ({ phase, kind }: PlannedBell) => `${phase}/${kind}`

function hasMoved(before: Armed, local: Ms, when: number): boolean {
  const moved = Math.abs(before.local - local)
  if (local - performance.now() < SOON_MS) return moved > MOVED_SOON_MS
  return moved > MOVED_MS || !isNear(before.when, when)
}

const isNear = (one: number, other: number) =>
  Number.isNaN(one) ? Number.isNaN(other) : Math.abs(one - other) * 1000 <= MOVED_MS
