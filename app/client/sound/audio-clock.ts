// Is there sound on this page, and which second of it is an instant of ours? A browser gives sound only to a page that was
// touched, and takes it away when it likes (a call, a locked screen): so every touch asks for it again, all along.
import type { Ms } from '../../../lib/protocol/room.ts'

export interface AudioClock {
  /** Asks the browser for sound. Call it from a gesture; every gesture on the page does so anyway. */
  prime(): void
  context(): AudioContext | null
  /** The context, only while it runs. */
  running(): AudioContext | null
  /** The second at which something has to begin in order to be heard at the local instant; NaN while nothing runs. */
  secondAt(local: Ms): number
  /** Calls back at a second of the audio clock, from the sound thread: no hidden page's throttled timers are in between. */
  callAt(second: number, call: () => void): () => void
  end(): void
}

const GESTURES = ['pointerdown', 'keydown', 'touchend'] as const
/** How long a context that says it runs may stand still before it is replaced. */
const STUCK_MS = 700

/** `changed` is called whenever sound begins, ends, or its clock no longer goes with ours. */
export function createAudioClock(changed: () => void): AudioClock {
  let context: AudioContext | null = null
  let checking: ReturnType<typeof setTimeout> | null = null

  function make(): AudioContext | null {
    try {
      context = new AudioContext({ latencyHint: 'interactive' })
    } catch {
      return null
    }
    context.onstatechange = changed
    return context
  }

  function prime(): void {
    const own = context ?? make()
    // Everything but `running` needs it: Safari has a state of its own, `interrupted`, after a call or a locked screen.
    if (!own) return
    if (own.state !== 'running') own.resume().then(changed, () => {})
    check(own)
  }

  /** A context can say that it runs and stand still, after a locked phone: then a new one is made at the next touch. */
  function check(own: AudioContext): void {
    if (checking) return
    const before = own.currentTime
    checking = setTimeout(() => {
      checking = null
      if (context !== own || own.state !== 'running' || own.currentTime > before) return
      context = null
      own.onstatechange = null
      own.close().catch(() => {})
      changed()
    }, STUCK_MS)
  }

  const woke = () => document.visibilityState === 'visible' && context && prime()
  for (const gesture of GESTURES) document.addEventListener(gesture, prime, { capture: true, passive: true })
  document.addEventListener('visibilitychange', woke)

  const running = () => (context?.state === 'running' ? context : null)
  return {
    prime,
    context: () => context,
    running,
    secondAt(local) {
      const own = running()
      if (!own) return Number.NaN
      // When what is played at `contextTime` comes out of the speaker, in the time of performance.now().
      const { contextTime, performanceTime } = own.getOutputTimestamp?.() ?? {}
      if (contextTime && performanceTime) return contextTime + (local - performanceTime) / 1000
      const latency = own.outputLatency || own.baseLatency || 0
      return own.currentTime + (local - performance.now()) / 1000 - latency
    },
    callAt(second, call) {
      const own = running()
      if (!own) return () => {}
      const silence = own.createConstantSource()
      silence.offset.value = 0
      silence.connect(own.destination)
      silence.onended = call
      silence.start()
      silence.stop(Math.max(second, own.currentTime))
      return () => {
        silence.onended = null
        silence.stop()
        silence.disconnect()
      }
    },
    end() {
      for (const gesture of GESTURES) document.removeEventListener(gesture, prime, { capture: true })
      document.removeEventListener('visibilitychange', woke)
      if (checking) clearTimeout(checking)
      if (context) context.onstatechange = null
      context?.close().catch(() => {})
      context = null
    },
  }
}
